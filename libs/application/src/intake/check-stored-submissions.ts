import { workerScope } from '#domain/access';
import type { ColumnNames, Finding } from '#domain/intake';
import type {
  Clock,
  Programme,
  ProgrammeSource,
  Stores,
  SubmissionRecord,
  Turns,
  UnitOfWork,
  WakeUps,
  WorkbookReader,
} from '../ports/index.js';
import { acceptFigures } from './accept-figures.js';
import { currentCode } from './current-code.js';
import { namesFor } from './names-for.js';
import { readBody } from './read-body.js';
import { rowsOfCsv, storedPieces, type RowSource } from './row-source.js';
import { readingOf, storedBody } from './stored-body.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  readonly workbooks: WorkbookReader;
  readonly turns: Turns;
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
    const now = this.ports.clock.now();
    const names = await namesFor(stores, programme, submission);
    const rows = await this.rowsOf(stores, submission, { programme, names });
    if (!rows) return this.refuse(stores, submission);
    if ('findings' in rows) {
      await stores.findings.keep(submission, rows.findings, now);
      return this.refuse(stores, submission);
    }
    await acceptFigures({
      stores,
      programme,
      submission,
      rows,
      defaultCouncil: currentCode(programme.register, submission.councilId),
      now,
      dryRun: false,
    });
    return true;
  }

  /** A file that was looked through when it came is read piece by piece from where it is stored. */
  private async rowsOf(
    stores: Stores,
    submission: SubmissionRecord,
    { programme, names }: { readonly programme: Programme; readonly names: ColumnNames },
  ): Promise<RowSource | { readonly findings: readonly Finding[] } | null> {
    const { validationRules: rules } = programme;
    const first = await stores.submissions.payloadPiece(submission.id, 0);
    if (!first) return null;
    const reading = readingOf(first.format);
    if (reading) return rowsOfCsv(storedPieces(stores, submission.id), reading, { names, rules });
    const payload = await stores.submissions.payload(submission.id);
    if (!payload) return null;
    const read = await readBody(storedBody(payload, submission.fileName), {
      workbooks: this.ports.workbooks,
      turns: this.ports.turns,
      names,
      comment: submission.comment,
      rules,
      councilNamed: submission.councilId !== null,
      mostRows: null,
    });
    return read.kind === 'table' ? read.rows : read;
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
