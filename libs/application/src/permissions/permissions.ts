import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import { wordsFault } from '#domain/intake';
import { londonDay, periodFromKey, periodKey, type Day, type Period } from '#domain/periods';
import { isMember } from '#domain/register';
import { permissionFault, type Permission, type PermissionKind } from '#domain/returns';
import type {
  Clock,
  Ids,
  PermissionQuery,
  PermissionReadModel,
  Programme,
  ProgrammeSource,
  Stores,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly permissions: PermissionReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wakeUps: WakeUps;
};

export type PermissionRequest = {
  readonly reader: Reader;
  readonly councilId: number;
  readonly kind: PermissionKind;
  readonly period: Period;
  /** The last day. */
  readonly until: Day;
  readonly reason: string;
};

export type PermissionAnswer = {
  readonly reader: Reader;
  readonly permissionId: string;
  /** The last day granted; null declines. */
  readonly until: Day | null;
  readonly text: string;
};

type Checked = { readonly programme: Programme; readonly at: Date };

/**
 * More time for a return, and closed months that are opened for a while: a council asks, DfE answers with a sentence, or
 * opens a month unasked. Each is asked once and answered once, and stays with its audit line.
 */
export class Permissions {
  constructor(private readonly ports: Ports) {}

  /** A council's submitter or approver asks. */
  async ask(request: PermissionRequest): Promise<Result<Permission, Refusal>> {
    const { reader, councilId } = request;
    if (!reader.roles.some((role) => role === 'council-submitter' || role === 'council-approver'))
      return err(refusal('NOT_ALLOWED'));
    if (!covers(scopeOf(reader).writes, councilId)) return err(refusal('COUNCIL_NOT_YOURS'));
    return this.add(request, null);
  }

  /** DfE opens a closed month of one council, from now until the end of a day, with the reason. */
  async open(request: Omit<PermissionRequest, 'kind'>): Promise<Result<Permission, Refusal>> {
    const { reader, councilId, until, reason } = request;
    if (!covers(scopeOf(reader).grants, councilId)) return err(refusal('NOT_ALLOWED'));
    const at = this.ports.clock.now();
    const answer = { until, text: reason.trim(), at, by: reader.actor };
    return this.add({ ...request, kind: 'exception' }, answer);
  }

  /** DfE grants or declines what a council asked for. The day granted may be another one than the day asked for. */
  async answer(request: PermissionAnswer): Promise<Result<Permission, Refusal>> {
    const { reader, permissionId, until, text } = request;
    const scope = scopeOf(reader);
    const asked = await this.one(reader, permissionId);
    if (!asked) return err(refusal('NOT_FOUND'));
    if (!covers(scope.grants, asked.councilId)) return err(refusal('NOT_ALLOWED'));
    if (asked.answer) return err(refusal('REQUEST_ANSWERED'));
    const period = periodFromKey(asked.period);
    if (!period) return err(refusal('NOT_FOUND'));
    const checked = await this.check({ ...asked, period, until, words: text });
    if (!checked.ok) return checked;
    const { at } = checked.value;
    const answer = { until, text: text.trim(), at, by: reader.actor };
    const answered = await this.ports.unitOfWork.run(scope, async (stores) => {
      const kept = await stores.permissions.answer(permissionId, answer);
      if (kept) await this.record(stores, kept, reader);
      return kept;
    });
    if (!answered) return err(refusal('REQUEST_ANSWERED'));
    await this.ports.wakeUps.wake('assessments');
    return ok(answered);
  }

  async one(reader: Reader, id: string): Promise<Permission | null> {
    const scope = scopeOf(reader);
    return scope.database === 'app' ? this.ports.permissions.byId(scope, id) : null;
  }

  /** What was asked and answered, oldest first. */
  async list(
    reader: Reader,
    query: Omit<PermissionQuery, 'programmeId'>,
  ): Promise<readonly Permission[]> {
    const scope = scopeOf(reader);
    if (scope.database !== 'app') return [];
    const { register } = await this.ports.programme.current();
    return this.ports.permissions.list(scope, { ...query, programmeId: register.programmeId });
  }

  private async add(
    request: PermissionRequest,
    answer: Permission['answer'],
  ): Promise<Result<Permission, Refusal>> {
    const { reader, councilId, kind, period, until, reason } = request;
    const checked = await this.check({ councilId, kind, period, until, words: reason });
    if (!checked.ok) return checked;
    const { programme, at } = checked.value;
    const permission: Permission = {
      id: this.ports.ids.newId(),
      programmeId: programme.register.programmeId,
      ...{ councilId, kind, period: periodKey(period), periodStart: period.start, until },
      ...{ reason: reason.trim(), askedAt: at, askedBy: reader.actor, answer },
    };
    const added = await this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      if (!(await stores.permissions.add(permission))) return false;
      await this.record(stores, permission, reader);
      return true;
    });
    return added ? ok(permission) : err(refusal('REQUEST_WAITING'));
  }

  /** Everything that must hold of a request or a grant; of a declined one, only its words. */
  private async check(of: {
    councilId: number;
    kind: PermissionKind;
    period: Period;
    until: Day | null;
    words: string;
  }): Promise<Result<Checked, Refusal>> {
    const programme = await this.ports.programme.current();
    const at = this.ports.clock.now();
    const { register, returnDefinition: definition, holidays, validationRules } = programme;
    if (!isMember(register, of.councilId, of.period)) return err(refusal('MONTH_NOT_OWED'));
    const { kind, period, until } = of;
    const fault =
      until === null
        ? null
        : permissionFault({ kind, period, until }, { today: londonDay(at), definition, holidays });
    const problem = fault ?? wordsFault(of.words, validationRules);
    return problem ? err(refusal(problem)) : ok({ programme, at });
  }

  private async record(stores: Stores, kept: Permission, reader: Reader): Promise<void> {
    const { programmeId, councilId, kind, period, answer } = kept;
    const outcome = answer === null ? 'asked for' : answer.until ? 'granted' : 'declined';
    await stores.audit.record({
      programmeId,
      at: answer?.at ?? kept.askedAt,
      actor: reader.actor,
      deed: `${kind} ${outcome}`,
      councilId,
      subject: kept.id,
      detail: { period, until: answer?.until ?? kept.until },
    });
    // What is late is worked out again from the new due moment.
    if (kind === 'extension' && answer?.until)
      await stores.alerts.queueSeries([{ programmeId, councilId, metric: null }]);
  }
}
