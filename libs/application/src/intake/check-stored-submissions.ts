import { workerScope } from '#domain/access';
import type {
  Clock,
  ProgrammeSource,
  Stores,
  SubmissionRecord,
  UnitOfWork,
  WakeUps,
  WorkbookReader,
} from '../ports/index.js';
import { acceptFigures } from './accept-figures.js';
import { currentCode } from './current-code.js';
import { namesFor } from './names-for.js';
import { readBody } from './read-body.js';
import { storedBody } from './stored-body.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  readonly workbooks: WorkbookReader;
};

/**
 * Checks what was stored and answered "later": one submission a transaction, oldest first, until none is left. A worker
 * that dies in the middle leaves the row as it was; the next look takes it again.
 */
export class CheckStoredSubmissions {
  constructor(private readonly ports: Ports) {}

  /** Returns how many submissions were checked. */
  async run(): Promise<number> {
    for (let checked = 0; ; checked += 1) {
      const took = await this.ports.unitOfWork.run(workerScope('intake'), (stores) =>
        this.checkOne(stores),
      );
      if (!took) return checked;
      await this.ports.wakeUps.wake('assessments');
    }
  }

  private async checkOne(stores: Stores): Promise<boolean> {
    const submission = await stores.submissions.takeReceived(null);
    if (!submission) return false;
    const programme = await this.ports.programme.current();
    const payload = await stores.submissions.payload(submission.id);
    const now = this.ports.clock.now();
    if (!payload) return this.refuse(stores, submission);
    const body = await readBody(storedBody(payload, submission.fileName), {
      workbooks: this.ports.workbooks,
      names: await namesFor(stores, programme, submission),
      comment: submission.comment,
      rules: programme.validationRules,
      councilNamed: submission.councilId !== null,
    });
    if (body.kind === 'refused') {
      await stores.findings.keep(submission, body.findings, now);
      return this.refuse(stores, submission);
    }
    await acceptFigures({
      stores,
      programme,
      submission,
      table: body.table,
      defaultCouncil: currentCode(programme.register, submission.councilId),
      now,
      dryRun: false,
    });
    return true;
  }

  private async refuse(stores: Stores, submission: SubmissionRecord): Promise<boolean> {
    const { id, receivedCount } = submission;
    await stores.submissions.finish(id, {
      status: 'refused',
      receivedCount,
      acceptedCount: 0,
      acceptanceId: null,
    });
    return true;
  }
}
