import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import { deedFault, foldFollowUp, sameDeed, type Deed, type Entry } from '#domain/follow-up';
import { londonDay } from '#domain/periods';
import type {
  AlertReadModel,
  AlertRecord,
  Clock,
  Programme,
  ProgrammeSource,
  Stores,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly alerts: AlertReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
};

export type FollowUpRequest = {
  readonly reader: Reader;
  readonly alertId: string;
  /** In their order; all of them are done, or none. */
  readonly deeds: readonly Deed[];
};

type Answer = Result<AlertRecord, Refusal>;

/** What the audit calls each deed. */
const DEEDS: Readonly<Record<Deed['kind'], string>> = {
  comment: 'alert commented on',
  assign: 'alert assigned',
  action: 'recovery action added',
  done: 'recovery action done',
  redate: 'recovery action given a new date',
  drop: 'recovery action dropped',
  agree: 'recovery plan agreed',
  close: 'alert closed',
  reopen: 'alert reopened',
};

/** What makes a plan, or the lack of one: the rule on overdue plans looks again. */
const CHANGES_PLAN: ReadonlySet<Deed['kind']> = new Set(['action', 'drop', 'close', 'reopen']);

/**
 * What people do about an alert, beside its state, which follows figures alone: comment, assign, plan, close, reopen. Whoever
 * may acknowledge an alert may do so; who agrees plans and accepts explanations, `deedFault` says. What the same person
 * sends twice running is one deed.
 */
export class FollowUpAlert {
  constructor(private readonly ports: Ports) {}

  async run({ reader, alertId, deeds }: FollowUpRequest): Promise<Answer> {
    const scope = scopeOf(reader);
    if (scope.database !== 'app') return err(refusal('NOT_ALLOWED'));
    const seen = await this.ports.alerts.byId(scope, alertId);
    if (!seen) return err(refusal('NOT_FOUND'));
    if (!covers(scope.acts, seen.alert.councilId)) return err(refusal('NOT_ALLOWED'));
    const programme = await this.ports.programme.current();
    const trimmed = deeds.map(withoutEdges);
    const done = await this.ports.unitOfWork.run(scope, async (stores): Promise<Answer> => {
      const found = await stores.followUps.open(alertId);
      if (!found) return err(refusal('NOT_FOUND'));
      const { alert, entries } = found;
      if (isReplay(entries, trimmed, reader)) return ok(alert);
      const kept = this.decide({ ...found, programme, reader }, trimmed);
      if (!kept.ok) return kept;
      await stores.followUps.append(alert, kept.value);
      await record(stores, alert, kept.value);
      return ok(alert);
    });
    if (done.ok) await this.ports.wakeUps.wake('assessments');
    return done;
  }

  /** Each deed decided on what stands after the ones before it. */
  private decide(
    of: { alert: AlertRecord; entries: readonly Entry[]; programme: Programme; reader: Reader },
    deeds: readonly Deed[],
  ): Result<readonly Entry[], Refusal> {
    const { alert, programme, reader } = of;
    const at = this.ports.clock.now();
    const rule = programme.alertRules.find(({ code }) => code === alert.ruleCode);
    const added: Entry[] = [];
    for (const deed of deeds) {
      const fault = deedFault(deed, {
        followUp: foldFollowUp([...of.entries, ...added]),
        state: alert.state,
        severity: rule?.severity ?? 'act',
        today: londonDay(at),
        isAnalyst: reader.roles.includes('dfe-analyst'),
        rules: programme.validationRules,
      });
      if (fault) return err(refusal(fault));
      added.push({ n: of.entries.length + added.length + 1, at, by: reader.actor, deed });
    }
    return ok(added);
  }
}

/** Whether somebody sends again what they said last, and nobody has said anything since. */
function isReplay(entries: readonly Entry[], deeds: readonly Deed[], { actor }: Reader): boolean {
  const last = entries.slice(-deeds.length);
  return (
    last.length === deeds.length &&
    last.every(({ deed, by }, index) => {
      const sent = deeds[index];
      return by === actor && sent !== undefined && sameDeed(deed, sent);
    })
  );
}

function withoutEdges(deed: Deed): Deed {
  const trimmed = 'words' in deed ? { ...deed, words: deed.words.trim() } : deed;
  return 'who' in trimmed ? { ...trimmed, who: trimmed.who.trim() } : trimmed;
}

/** One audit line a deed. Words stay with the alert: the log names the entry. */
async function record(
  stores: Stores,
  { id, programmeId, councilId }: AlertRecord,
  entries: readonly Entry[],
): Promise<void> {
  for (const { n, at, by, deed } of entries)
    await stores.audit.record({
      ...{ programmeId, at, actor: by, deed: DEEDS[deed.kind], councilId, subject: id },
      detail: { entry: n },
    });
  if (entries.some(({ deed }) => CHANGES_PLAN.has(deed.kind)))
    await stores.alerts.queueSeries([{ programmeId, councilId, metric: null }]);
}
