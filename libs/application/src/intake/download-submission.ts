import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, sendingScopeOf, type Reader, type Scope } from '#domain/access';
import { CSV_START, csvLine, type IntakeTable } from '#domain/intake';
import type { KeptFinding, SubmissionRecord, UnitOfWork } from '../ports/index.js';
import { isFile, storedBody } from './stored-body.js';

/** Findings that are read at once. */
const PAGE = 1_000;
const HEAD = [
  'row',
  'column',
  'measure',
  'value',
  'code',
  'severity',
  'message',
  'fix',
  'explanation',
];

/** A file to be downloaded: its name is safe in a header, and its content is read as it is sent. */
export type Download = {
  readonly fileName: string;
  readonly type: string;
  readonly content: AsyncIterable<string | Uint8Array>;
};

/** What a sender takes home of a submission: the report of what was found, and what they sent as it was received. */
export class DownloadSubmission {
  constructor(private readonly ports: { readonly unitOfWork: UnitOfWork }) {}

  /** The report, for who sees the submission: one line a finding, in the words of the page, in the order of the file. */
  async report(reader: Reader, submissionId: string): Promise<Result<Download, Refusal>> {
    const scope = sendingScopeOf(reader);
    const submission = await this.find(scope, submissionId);
    if (!submission) return err(refusal('NOT_FOUND'));
    return ok({
      fileName: `findings-${submission.id}.csv`,
      type: 'text/csv; charset=utf-8',
      content: this.lines(scope, submission.id),
    });
  }

  /**
   * What was sent, for who may send for the council: a file byte for byte; of a workbook, a form or an API call the table
   * that it was read as. Nothing of what the personal-data guard stopped, since none of it was kept.
   */
  async file(reader: Reader, submissionId: string): Promise<Result<Download, Refusal>> {
    const scope = sendingScopeOf(reader);
    const submission = await this.find(scope, submissionId);
    if (!submission) return err(refusal('NOT_FOUND'));
    if (!covers(scope.writes, submission.councilId ?? 0)) return err(refusal('NOT_ALLOWED'));
    const first = await this.piece(scope, submissionId, 0);
    if (!first) return err(refusal('FILE_NOT_KEPT'));
    const fileName = safeName(submission);
    return ok(
      isFile(first.format)
        ? { fileName, type: 'text/csv', content: this.pieces(scope, submissionId, first.bytes) }
        : {
            fileName,
            type: 'text/csv; charset=utf-8',
            content: this.table(scope, submission),
          },
    );
  }

  private async find(scope: Scope, submissionId: string): Promise<SubmissionRecord | null> {
    if (scope.database === 'public') return null;
    const found = await this.ports.unitOfWork.run(scope, (stores) =>
      stores.submissions.find(submissionId),
    );
    return found?.councilId ? found : null;
  }

  private async *lines(scope: Scope, submissionId: string): AsyncGenerator<string> {
    yield CSV_START + csvLine(HEAD);
    let after = -1;
    for (;;) {
      const page = await this.ports.unitOfWork.run(scope, (stores) =>
        stores.findings.page(submissionId, after, PAGE),
      );
      if (page.length > 0) yield page.map(lineOf).join('');
      if (page.length < PAGE) return;
      after = page.at(-1)?.n ?? after;
    }
  }

  private piece(scope: Scope, submissionId: string, n: number) {
    return this.ports.unitOfWork.run(scope, (stores) =>
      stores.submissions.payloadPiece(submissionId, n),
    );
  }

  private async *pieces(
    scope: Scope,
    submissionId: string,
    first: Uint8Array,
  ): AsyncGenerator<Uint8Array> {
    yield first;
    for (let n = 1; ; n += 1) {
      const piece = await this.piece(scope, submissionId, n);
      if (!piece) return;
      yield piece.bytes;
    }
  }

  /** A table is kept as one JSON text, no larger than what intake takes: it is read whole, and written line by line. */
  private async *table(scope: Scope, { id }: SubmissionRecord): AsyncGenerator<string> {
    const stored = await this.ports.unitOfWork.run(scope, (stores) =>
      stores.submissions.payload(id),
    );
    const body = stored && storedBody(stored, null);
    if (body?.kind === 'rows') yield* linesOfTable(body.table);
  }
}

function* linesOfTable({ columns, rows }: IntakeTable): Generator<string> {
  yield CSV_START + csvLine(columns);
  for (const { cells } of rows) yield csvLine(cells);
}

const lineOf = (finding: KeptFinding): string =>
  csvLine([
    finding.row,
    finding.column,
    finding.metric,
    finding.value,
    finding.code,
    finding.severity,
    finding.message,
    finding.fix,
    finding.explanation,
  ]);

/** The sender's own name for the file as far as it is safe in a header, always ending in `.csv`. */
function safeName({ id, fileName }: SubmissionRecord): string {
  const plain = (fileName ?? '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${plain || `sent-${id}`}.csv`;
}
