import { err, ok, type Result } from '../result.js';
import { csvRows, delimiterOf } from './csv/csv-rows.js';
import { decodeText } from './csv/decode.js';
import type { Finding } from './finding.js';
import type { IntakeTable } from './intake-table.js';
import { say } from './say.js';
import type { ValidationRule } from './validation-rule.js';

export const MOST_BYTES = 50_000_000;
export const MOST_ROWS = 1_000_000;
const MOST_COLUMNS = 200;
const MOST_CHARACTERS = 10_000;

export type CsvFile = {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  /** How many bytes the sender said would come; null when nothing was said. */
  readonly announcedLength: number | null;
};

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1_000_000))} MB`;

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
    return err(say(rules, 'FILE_TOO_LARGE', {}, { size: megabytes(bytes.byteLength) }));
  const text = decodeText(bytes);
  if (text === null) return err(say(rules, 'FILE_UNREADABLE', {}));
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const { rows, openQuote } = csvRows(plain, delimiterOf(plain), MOST_ROWS + 1);
  if (openQuote) return err(say(rules, 'FILE_CUT_OFF', {}));
  const [header, ...body] = rows;
  if (!header || body.length === 0) return err(say(rules, 'FILE_EMPTY', {}));
  if (body.length > MOST_ROWS)
    return err(say(rules, 'FILE_TOO_LARGE', {}, { size: `more than ${MOST_ROWS} rows` }));
  if (header.cells.length > MOST_COLUMNS)
    return err(say(rules, 'FILE_TOO_LARGE', {}, { size: `${header.cells.length} columns` }));
  const long = body.find((row) => row.cells.some((cell) => cell.length > MOST_CHARACTERS));
  if (long)
    return err(
      say(
        rules,
        'FILE_TOO_LARGE',
        { row: long.line },
        { size: 'a cell of more than 10,000 characters' },
      ),
    );
  return ok({ columns: header.cells, rows: body.map(({ line, cells }) => ({ row: line, cells })) });
}
