import { err, ok, refusal, type Refusal, type RefusalCode, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import { waitsForWords, wordsFault } from '#domain/intake';
import type {
  Clock,
  ProgrammeSource,
  Stores,
  SubmissionReadModel,
  SubmissionView,
  UnitOfWork,
} from '../ports/index.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly submissions: SubmissionReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
};

type Request = {
  readonly reader: Reader;
  readonly submissionId: string;
  /** The finding's number within its submission, from 0. */
  readonly n: number;
  readonly text: string;
};

/**
 * Says why a figure that came with a warning is right all the same. The words stay with the figure, and are given once:
 * whoever knows better sends the figure again. Words that may describe a person are not kept.
 */
export class ExplainFinding {
  constructor(private readonly ports: Ports) {}

  async run(request: Request): Promise<Result<SubmissionView, Refusal>> {
    const scope = scopeOf(request.reader);
    if (scope.writes !== 'all' && scope.writes.length === 0) return err(refusal('NOT_ALLOWED'));
    const { validationRules } = await this.ports.programme.current();
    const fault = wordsFault(request.text, validationRules);
    if (fault) return err(refusal(fault));
    const refused = await this.ports.unitOfWork.run(scope, (stores) =>
      this.explain(stores, request),
    );
    if (refused) return err(refusal(refused));
    const view = await this.ports.submissions.byId(scope, request.submissionId);
    return view ? ok(view) : err(refusal('NOT_FOUND'));
  }

  private async explain(
    stores: Stores,
    { reader, submissionId, n, text }: Request,
  ): Promise<RefusalCode | null> {
    const submission = await stores.submissions.find(submissionId);
    if (!submission?.councilId) return 'NOT_FOUND';
    if (!covers(scopeOf(reader).writes, submission.councilId)) return 'NOT_ALLOWED';
    const { validationRules } = await this.ports.programme.current();
    const waiting = await stores.findings.unexplained(submissionId);
    const finding = waiting.find((one) => one.n === n);
    if (!finding || !waitsForWords(finding, validationRules)) return 'FINDING_NOT_OPEN';
    const at = this.ports.clock.now();
    const words = { text: text.trim(), by: reader.actor, at };
    if (!(await stores.findings.explain({ submissionId, n }, words))) return 'FINDING_NOT_OPEN';
    await stores.audit.record({
      programmeId: submission.programmeId,
      at,
      actor: reader.actor,
      deed: 'warning explained',
      councilId: submission.councilId,
      subject: submissionId,
      detail: { rule: finding.code, metric: finding.metric, period: finding.period },
    });
    return null;
  }
}
