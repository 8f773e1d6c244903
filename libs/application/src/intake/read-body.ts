import {
  csvTableReader,
  openCsv,
  readCsv,
  say,
  tableExaminer,
  understandColumns,
  type ColumnNames,
  type Finding,
  type IntakeTable,
  type TableExaminer,
  type ValidationRule,
} from '#domain/intake';
import type { Turns, WorkbookReader } from '../ports/index.js';
import { inTurns } from './in-turns.js';
import { isWorkbook, openWorkbook } from './open-workbook.js';
import type { ReceivedBody } from './receive-types.js';
import { partsOf, piecesInTurn, rowsOfCsv, rowsOfTable, type RowSource } from './row-source.js';
import { tableToStored, toStored, type StoredBody } from './stored-body.js';

/**
 * The first look at what came: bytes become rows, and nothing that looks like a person's data gets any further. `keep` is
 * what may be stored: the body as it came, or of a workbook the table alone, since the rest of it was thrown away. A
 * refused body may be kept for its sender only when it passed the personal-data guard; what could not be read could not be
 * looked through either.
 */
export type ReadBody =
  | {
      readonly kind: 'table';
      readonly rows: RowSource;
      readonly count: number;
      readonly keep: StoredBody;
    }
  | {
      readonly kind: 'refused';
      readonly findings: readonly Finding[];
      readonly keep: StoredBody | null;
    };

type FileBody = ReceivedBody & { readonly kind: 'file' };
type With = {
  readonly comment: string | null;
  readonly rules: readonly ValidationRule[];
  readonly councilNamed: boolean;
  /** More rows than this are refused; null where a file of any length that can be read is taken. */
  readonly mostRows: number | null;
  /** How this sender's names of columns are understood. */
  readonly names: ColumnNames;
  readonly workbooks: WorkbookReader;
  readonly turns: Turns;
};
type Look = Parameters<typeof tableExaminer>[1];

const refused = (
  findings: readonly Finding[],
  keep: StoredBody | null = null,
): ReadBody & { readonly kind: 'refused' } => ({ kind: 'refused', findings, keep });

export async function readBody(body: ReceivedBody, with_: With): Promise<ReadBody> {
  const read = await readWhole(body, with_);
  const { mostRows, rules } = with_;
  if (read.kind === 'refused' || mostRows === null || read.count <= mostRows) return read;
  return refused(
    say(rules, 'FILE_TOO_LARGE', {}, { size: `${read.count.toLocaleString('en-GB')} rows` }),
  );
}

async function readWhole(body: ReceivedBody, with_: With): Promise<ReadBody> {
  const { comment, rules, names, councilNamed } = with_;
  const texts = [comment, body.kind === 'file' ? body.fileName : null].filter(
    (text) => text !== null,
  );
  const look: Look = { texts, rules, names, councilNamed };
  if (body.kind === 'rows') return readTable(body.table, look, with_.turns);
  if (!isWorkbook(body.bytes)) return readCsvFile(body, look, with_.turns);
  const { table, personal } = await openWorkbook(body, with_);
  const read = table.ok ? await readTable(table.value, look, with_.turns) : refused(table.error);
  const inside = read.kind === 'refused' && read.keep === null && table.ok ? read.findings : [];
  return personal.length > 0 ? refused([...inside, ...personal]) : read;
}

/** Rows that are all here, looked through and made ready to be kept part by part. */
async function readTable(table: IntakeTable, look: Look, turns: Turns): Promise<ReadBody> {
  const { rows, ...head } = table;
  const examiner = tableExaminer(head, look);
  let count = 0;
  for (const part of partsOf(rows)) {
    if (part !== rows) await turns.give();
    examiner.take(part);
    count += understandColumns({ ...head, rows: part }, look.names).rows.length;
  }
  const examined = examiner.done();
  if (examined.kind === 'personal') return refused(examined.findings);
  const keep = await inTurns(tableToStored(table), turns);
  if (examined.kind === 'unusable') return refused(examined.findings, keep);
  return { kind: 'table', rows: rowsOfTable(table, examined.head, look.names), count, keep };
}

/** A CSV file is looked through piece by piece: a large one keeps nobody waiting, and none of its rows are kept. */
async function readCsvFile(body: FileBody, look: Look, turns: Turns): Promise<ReadBody> {
  const opened = openCsv(body, look.rules);
  if (!opened.ok) return refused(opened.error);
  const pieces = piecesInTurn(body.bytes, turns);
  const reader = csvTableReader(opened.value, look.rules);
  let examiner: TableExaminer | null = null;
  let count = 0;
  const take = (rows: Parameters<TableExaminer['take']>[0]): void => {
    if (reader.columns().length > 0)
      examiner ??= tableExaminer({ columns: reader.columns() }, look);
    examiner?.take(rows);
    count += rows.length;
  };
  for await (const piece of pieces()) take(reader.take(piece));
  const { rows, faults } = reader.end();
  take(rows);
  const examined = (examiner as TableExaminer | null)?.done();
  if (examined?.kind === 'personal') return refused(examined.findings);
  if (faults.length > 0 || !examined) return refused(faults);
  const dateOrder = examined.kind === 'table' ? (examined.head.dateOrder ?? null) : null;
  const reading = { encoding: opened.value, dateOrder };
  const keep = toStored(body, reading);
  if (examined.kind === 'unusable') return refused(examined.findings, keep);
  return { kind: 'table', rows: await rowsOfCsv(pieces, reading, look), count, keep };
}

/** The table of a body that was kept for its sender; null when it cannot be read again. */
export async function keptTable(
  body: ReceivedBody,
  with_: Omit<With, 'comment' | 'mostRows'>,
): Promise<IntakeTable | null> {
  if (body.kind === 'rows') return body.table;
  const read = isWorkbook(body.bytes)
    ? (await openWorkbook(body, with_)).table
    : readCsv(body, with_.rules);
  return read.ok ? read.value : null;
}
