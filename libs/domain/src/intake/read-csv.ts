import { err, ok, type Result } from '../result.js';
import { csvRows, type CsvRow, type CsvRows } from './csv/csv-rows.js';
import { decodeText } from './csv/decode.js';
import { delimiterOf } from './csv/delimiter-of.js';
import type { Finding } from './finding.js';
import type { IntakeTable } from './intake-table.js';
import { say } from './say.js';
import type { ValidationRule } from './validation-rule.js';

export const MOST_BYTES = 50_000_000;
/** The largest table that is taken, by whatever file it came. */
export const MOST_ROWS = 1_000_000;
export const MOST_COLUMNS = 200;
export const MOST_CHARACTERS = 10_000;

export type CsvFile = {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  /** How many bytes the sender said would come; null when nothing was said. */
  readonly announcedLength: number | null;
};

/**
 * A CSV file as a table: comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252; any line ends. What makes the whole
 * file unusable is a finding: empty, not text, too large, cut off. Rows keep their own number of cells.
 */
export function readCsv(
  file: CsvFile,
  rules: readonly ValidationRule[],
): Result<IntakeTable, readonly Finding[]> {
  const { bytes, announcedLength } = file;
  if (announcedLength !== null && bytes.byteLength < announcedLength)
    return err(say(rules, 'FILE_CUT_OFF', {}));
  if (bytes.byteLength > MOST_BYTES)
    return tooLarge(rules, `${Math.round(bytes.byteLength / 1_000_000)} MB`);
  const text = decodeText(bytes);
  if (text === null) return err(say(rules, 'FILE_UNREADABLE', {}));
  const limits = { rows: MOST_ROWS + 1, columns: MOST_COLUMNS };
  return tableOf(csvRows(text, delimiterOf(text), limits), rules);
}

function tableOf(
  { rows, end }: CsvRows,
  rules: readonly ValidationRule[],
): Result<IntakeTable, readonly Finding[]> {
  if (end === 'too-many-rows') return tooLarge(rules, 'more than 1,000,000 rows');
  if (end === 'too-many-columns') return tooLarge(rules, 'more than 200 columns');
  const [header, ...body] = rows;
  if (end === 'open-quote' || (header && end === 'no-line-end' && endsShort(header, rows)))
    return err(say(rules, 'FILE_CUT_OFF', {}));
  const long = rows.find((row) => row.cells.some((cell) => cell.length > MOST_CHARACTERS));
  if (long) return tooLarge(rules, 'a cell of more than 10,000 characters', long.line);
  if (!header || body.length === 0) return err(say(rules, 'FILE_EMPTY', {}));
  return ok({ columns: header.cells, rows: body.map(({ line, cells }) => ({ row: line, cells })) });
}

/** Whether the last row has fewer cells than the header: without a line end, the file stops in the middle of it. */
const endsShort = (header: CsvRow, rows: readonly CsvRow[]): boolean =>
  (rows.at(-1) ?? header).cells.length < header.cells.length;

const tooLarge = (
  rules: readonly ValidationRule[],
  size: string,
  row: number | null = null,
): Result<IntakeTable, readonly Finding[]> => err(say(rules, 'FILE_TOO_LARGE', { row }, { size }));
