import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import {
  isAbout,
  silenceFaults,
  standsAt,
  type AskedSilence,
  type Silence,
  type SilenceFault,
  type SilenceField,
  type Silenced,
} from '#domain/notifications';
import { addDays, londonDay, londonInstant, type Day } from '#domain/periods';
import type {
  AlertRecord,
  Clock,
  Ids,
  Programme,
  ProgrammeSource,
  Stores,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';
import { partnershipOf } from './recipients.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wakeUps: WakeUps;
};

export type SilenceRequest = {
  readonly reader: Reader;
  /** By code, the council by id; null where it is left out, and -1 for a council that is not known. */
  readonly ruleCode: string | null;
  readonly metric: string | null;
  readonly councilId: number | null;
  readonly partnership: string | null;
  readonly audience: Silenced;
  /** First and last day; null for what is no day. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly reason: string;
};

/** Silences with who may end them. */
export type ListedSilence = { readonly silence: Silence; readonly mayEnd: boolean };
export type SilenceList = {
  readonly standing: readonly ListedSilence[];
  readonly over: readonly Silence[];
};

const MOST = { standing: 200, over: 50 } as const;

/**
 * That no messages shall come about something for a while. A DfE analyst silences what DfE and the partnerships are told, or
 * everybody; a council's approver what the council's own people are told about it. The alert stays as it is.
 */
export class Silences {
  constructor(private readonly ports: Ports) {}

  /** For whom a reader may silence messages, and at which councils; none for most readers. */
  mayFor(reader: Reader): {
    readonly audiences: readonly Silenced[];
    readonly own: readonly number[];
  } {
    const analyst = reader.roles.includes('dfe-analyst');
    const own = reader.roles.includes('council-approver') ? reader.councilIds : [];
    return {
      audiences: [
        ...(analyst ? (['department', 'all'] as const) : []),
        ...(own.length > 0 ? (['council'] as const) : []),
      ],
      own,
    };
  }

  async add(
    request: SilenceRequest,
  ): Promise<Result<Silence, { refusal: Refusal } | { faults: readonly SilenceFault[] }>> {
    const { reader, audience } = request;
    const may = this.mayFor(reader);
    const isOwn = request.councilId !== null && may.own.includes(request.councilId);
    if (!may.audiences.includes(audience) || (audience === 'council' && !isOwn))
      return err({ refusal: refusal('NOT_ALLOWED') });
    const programme = await this.ports.programme.current();
    const now = this.ports.clock.now();
    const asked = askedOf(request, programme);
    const rules = programme.validationRules;
    const faults = silenceFaults(asked, { today: londonDay(now), rules });
    if (faults.length > 0 || asked.from === null || asked.until === null) return err({ faults });
    const begins = londonInstant(asked.from, '00:00');
    const silence: Silence = {
      ...{ id: this.ports.ids.newId(), programmeId: programme.register.programmeId },
      ...{ ...asked.matcher, audience, from: begins < now ? now : begins },
      until: londonInstant(addDays(asked.until, 1), '00:00'),
      ...{ reason: asked.reason.trim(), createdAt: now, createdBy: reader.actor },
      ...{ endedAt: null, endedBy: null },
    };
    return this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      const { programmeId } = silence;
      const standing = await stores.silences.standing(programmeId, now, MOST.standing);
      if (standing.length >= MOST.standing) return err({ refusal: refusal('TOO_MANY_SILENCES') });
      await stores.silences.add(silence);
      await record(stores, silence, { reader, at: now, deed: 'messages silenced' });
      return ok(silence);
    });
  }

  /** Ends a silence early: what it held goes out, as far as it is still news. */
  async end({ reader, id }: { reader: Reader; id: string }): Promise<Result<Silence, Refusal>> {
    if (this.mayFor(reader).audiences.length === 0) return err(refusal('NOT_ALLOWED'));
    const at = this.ports.clock.now();
    const ended = await this.ports.unitOfWork.run(
      scopeOf(reader),
      async (stores): Promise<Result<Silence, Refusal>> => {
        const found = await stores.silences.one(id);
        if (!found) return err(refusal('NOT_FOUND'));
        if (!this.mayEnd(reader, found)) return err(refusal('NOT_ALLOWED'));
        const silence = await stores.silences.end(id, { actor: reader.actor, at });
        if (!silence) return err(refusal('SILENCE_NOT_STANDING'));
        await record(stores, silence, { reader, at, deed: 'silence ended' });
        return ok(silence);
      },
    );
    if (ended.ok) await this.ports.wakeUps.wake('notifications');
    return ended;
  }

  /** What stands and what is over, of what the reader may see. */
  async list(reader: Reader): Promise<SilenceList> {
    const scope = scopeOf(reader);
    if (scope.database !== 'app') return { standing: [], over: [] };
    const now = this.ports.clock.now();
    const { programmeId } = (await this.ports.programme.current()).register;
    return this.ports.unitOfWork.run(scope, async ({ silences }) => ({
      standing: (await silences.standing(programmeId, now, MOST.standing)).map((silence) => ({
        silence,
        mayEnd: this.mayEnd(reader, silence),
      })),
      over: await silences.over(programmeId, now, MOST.over),
    }));
  }

  /** The silences that stand over an alert which the reader may see. */
  async ofAlert(reader: Reader, alert: AlertRecord): Promise<readonly Silence[]> {
    const { register } = await this.ports.programme.current();
    const partnership = partnershipOf(alert.councilId, register)?.code ?? null;
    const now = this.ports.clock.now();
    const { standing } = await this.list(reader);
    return standing
      .map(({ silence }) => silence)
      .filter((one) => standsAt(one, now) && isAbout(one, { ...alert, partnership }));
  }

  private mayEnd(reader: Reader, { audience, councilId }: Silence): boolean {
    const { audiences, own } = this.mayFor(reader);
    return audiences.includes(audience) && (audience !== 'council' || covers(own, councilId ?? 0));
  }
}

/** What was asked, with the parts that the programme does not know. */
function askedOf(request: SilenceRequest, programme: Programme): AskedSilence {
  const { ruleCode, metric, councilId, partnership, from, until, reason } = request;
  const { register, alertRules, metrics } = programme;
  const isUnknown: Readonly<Record<'rule' | 'metric' | 'council' | 'partnership', boolean>> = {
    rule: ruleCode !== null && !alertRules.some(({ code }) => code === ruleCode),
    metric: metric !== null && !metrics.some(({ code }) => code === metric),
    council: councilId !== null && !register.councils.some(({ id }) => id === councilId),
    partnership:
      partnership !== null && !register.partnerships.some(({ code }) => code === partnership),
  };
  const unknown = Object.entries(isUnknown).flatMap(([field, wrong]) =>
    wrong ? [field as SilenceField] : [],
  );
  return {
    matcher: { ruleCode, metric, councilId, partnership },
    ...{ unknown, from, until, reason },
  };
}

/** The audit row of a deed; its words stay with the silence. */
const record = (
  { audit }: Stores,
  { id, programmeId, councilId, ruleCode, metric, partnership, audience }: Silence,
  { reader, at, deed }: { readonly reader: Reader; readonly at: Date; readonly deed: string },
): Promise<void> =>
  audit.record({
    ...{ programmeId, at, actor: reader.actor, deed, councilId, subject: id },
    detail: { ruleCode, metric, partnership, audience },
  });
