import { err, ok, refusal, type Refusal, type RefusalCode, type Result } from '#domain';
import { scopeOf, type Reader } from '#domain/access';
import { wordsFault } from '#domain/intake';
import { closesOn } from '#domain/returns';
import { londonDay, periodFromKey } from '#domain/periods';
import type {
  Clock,
  Programme,
  ProgrammeSource,
  Stores,
  SubmissionReadModel,
  SubmissionView,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';
import { lockSubmission } from './lock-submission.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly submissions: SubmissionReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
};

type Request = {
  readonly reader: Reader;
  readonly submissionId: string;
  /** Why; checked like every text that is kept. */
  readonly reason: string;
};

const STANDS: readonly string[] = ['accepted', 'accepted-in-part', 'approved'];

/**
 * Takes a submission back: by a submitter or approver of its council, with a reason, while the months of its figures may
 * still be corrected. Nothing is deleted: each figure that stands because of it becomes what it was before, or none, from
 * the next place in the order of knowledge on. Figures that a later submission replaced keep what they are.
 */
export class WithdrawSubmission {
  constructor(private readonly ports: Ports) {}

  async run(request: Request): Promise<Result<SubmissionView, Refusal>> {
    const { reader, submissionId } = request;
    if (!reader.roles.some((role) => role === 'council-submitter' || role === 'council-approver'))
      return err(refusal('NOT_ALLOWED'));
    const programme = await this.ports.programme.current();
    const fault = wordsFault(request.reason, programme.validationRules);
    if (fault) return err(refusal(fault));
    const scope = scopeOf(reader);
    const refused = await this.ports.unitOfWork.run(scope, (stores) =>
      this.withdraw(stores, programme, request),
    );
    if (refused) return err(refusal(refused));
    await this.ports.wakeUps.wake('assessments');
    const view = await this.ports.submissions.byId(scope, submissionId);
    return view ? ok(view) : err(refusal('NOT_FOUND'));
  }

  private async withdraw(
    stores: Stores,
    programme: Programme,
    { reader, submissionId, reason }: Request,
  ): Promise<RefusalCode | null> {
    const locked = await lockSubmission(stores, scopeOf(reader), submissionId);
    if (!locked.ok) return locked.error;
    const submission = locked.value;
    if (!STANDS.includes(submission.status)) return 'NOTHING_TO_WITHDRAW';
    const now = this.ports.clock.now();
    const periods = await stores.figures.standingPeriods(submissionId);
    if (periods.length === 0) return 'NOTHING_TO_WITHDRAW';
    if (periods.some((key) => isClosed(key, programme, now))) return 'MONTH_CLOSED';
    const { programmeId, councilId } = submission;
    const acceptanceId = await stores.figures.openAcceptance({
      programmeId,
      councilId,
      kind: 'withdrawal',
      submissionId,
      actor: reader.actor,
      at: now,
      reason: reason.trim(),
    });
    const detail = await stores.figures.withdraw(acceptanceId, submission);
    await stores.submissions.setStatus(submissionId, 'withdrawn');
    await stores.findings.withdraw(acceptanceId, submission, now);
    await stores.figures.queueAssessments(acceptanceId);
    await stores.audit.record({
      programmeId,
      at: now,
      actor: reader.actor,
      deed: 'submission withdrawn',
      councilId,
      subject: submissionId,
      detail,
    });
    await stores.figures.seal(acceptanceId, { at: now, from: null });
    return null;
  }
}

/** Whether figures of a period may no longer be changed; a period that is no month of a return never was open. */
function isClosed(key: string, { returnDefinition }: Programme, now: Date): boolean {
  const period = periodFromKey(key);
  return period === null || londonDay(now) >= closesOn(period, returnDefinition);
}
