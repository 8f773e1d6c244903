import { err, ok, refusal, type Refusal, type RefusalCode, type Result } from '#domain';
import { scopeOf, type Reader } from '#domain/access';
import { waitsForWords } from '#domain/intake';
import type {
  Clock,
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

/**
 * Marks the figures of a submission as approved: by an approver of the council, and never by the one who sent them.
 * Figures that a later submission has replaced are not touched. A warning that nobody has explained stands in the way.
 */
export class ApproveSubmission {
  constructor(private readonly ports: Ports) {}

  async run(request: {
    reader: Reader;
    submissionId: string;
  }): Promise<Result<SubmissionView, Refusal>> {
    const { reader, submissionId } = request;
    if (!reader.roles.includes('council-approver')) return err(refusal('NOT_ALLOWED'));
    const scope = scopeOf(reader);
    const outcome = await this.ports.unitOfWork.run(scope, (stores) =>
      this.approve(stores, reader, submissionId),
    );
    if (outcome) return err(refusal(outcome));
    await this.ports.wakeUps.wake('assessments');
    const view = await this.ports.submissions.byId(scope, submissionId);
    return view ? ok(view) : err(refusal('NOT_FOUND'));
  }

  private async approve(
    stores: Stores,
    reader: Reader,
    submissionId: string,
  ): Promise<RefusalCode | null> {
    const locked = await lockSubmission(stores, scopeOf(reader), submissionId);
    if (!locked.ok) return locked.error;
    const submission = locked.value;
    if (!['accepted', 'accepted-in-part'].includes(submission.status)) return 'NOTHING_TO_APPROVE';
    if (submission.receivedBy === reader.actor) return 'CANNOT_APPROVE_OWN';
    const { validationRules } = await this.ports.programme.current();
    const waiting = await stores.findings.unexplained(submissionId);
    if (waiting.some((finding) => waitsForWords(finding, validationRules)))
      return 'WARNINGS_UNEXPLAINED';
    const now = this.ports.clock.now();
    const { programmeId, councilId } = submission;
    const acceptanceId = await stores.figures.openAcceptance({
      programmeId,
      councilId,
      kind: 'approval',
      submissionId,
      actor: reader.actor,
      at: now,
    });
    const approved = await stores.figures.approve(acceptanceId, submission, {
      actor: reader.actor,
      at: now,
    });
    await stores.submissions.setStatus(submissionId, 'approved');
    await stores.figures.queueAssessments(acceptanceId);
    await stores.audit.record({
      programmeId,
      at: now,
      actor: reader.actor,
      deed: 'figures approved',
      councilId,
      subject: submissionId,
      detail: { approved },
    });
    await stores.figures.seal(acceptanceId, { at: now, from: null });
    return null;
  }
}
