import { err, ok, type Result } from '../result.js';
import { csvReader, type CsvEnd, type CsvReader, type CsvRow } from './csv/csv-rows.js';
import { decoderOf, encodingOf, type Encoding } from './csv/decode.js';
import { delimiterOf } from './csv/delimiter-of.js';
import type { Finding } from './finding.js';
import type { IntakeRow, IntakeTable } from './intake-table.js';
import { say } from './say.js';
import type { ValidationRule } from './validation-rule.js';

export const MOST_BYTES = 50_000_000;
/** The largest table that is taken, by whatever file it came. */
export const MOST_ROWS = 1_000_000;
export const MOST_COLUMNS = 200;
export const MOST_CHARACTERS = 10_000;
/** A row of the longest cells; quotes and separators besides. */
const LONGEST_ROW = MOST_COLUMNS * (MOST_CHARACTERS + 3);

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
  const opened = openCsv(file, rules);
  if (!opened.ok) return opened;
  const reader = csvTableReader(opened.value, rules);
  const rows = [...reader.take(file.bytes)];
  const { rows: last, faults } = reader.end();
  rows.push(...last);
  return faults.length > 0 ? err(faults) : ok({ columns: reader.columns(), rows });
}

/** How a file is to be read; what can be said of it before its first row. */
export function openCsv(
  { bytes, announcedLength }: CsvFile,
  rules: readonly ValidationRule[],
): Result<Encoding, readonly Finding[]> {
  if (announcedLength !== null && bytes.byteLength < announcedLength)
    return err(say(rules, 'FILE_CUT_OFF', {}));
  if (bytes.byteLength > MOST_BYTES)
    return err(tooLarge(rules, `${Math.round(bytes.byteLength / 1_000_000)} MB`));
  const encoding = encodingOf(bytes);
  return encoding === null ? err(say(rules, 'FILE_UNREADABLE', {})) : ok(encoding);
}

/** The rows of a file that comes in pieces. */
export type CsvTableReader = {
  readonly take: (bytes: Uint8Array) => readonly IntakeRow[];
  /** The header; empty until its line has come whole. */
  readonly columns: () => readonly string[];
  /** No more pieces come: the last row, and what makes the file unusable. */
  readonly end: () => { readonly rows: readonly IntakeRow[]; readonly faults: readonly Finding[] };
};

/** Reads a file piece by piece, holding one piece and one row. */
export function csvTableReader(
  encoding: Encoding,
  rules: readonly ValidationRule[],
): CsvTableReader {
  const decoder = decoderOf(encoding);
  let reader: CsvReader | null = null;
  let header: readonly string[] | null = null;
  let lastLength = 0;
  let count = 0;
  let long: CsvRow | null = null;

  const rowsOf = (rows: readonly CsvRow[]): readonly IntakeRow[] => {
    const body: IntakeRow[] = [];
    for (const row of rows) {
      lastLength = row.cells.length;
      if (long === null && row.cells.some((cell) => cell.length > MOST_CHARACTERS)) long = row;
      if (header === null) header = row.cells;
      else body.push({ row: row.line, cells: row.cells });
    }
    count += body.length;
    return body;
  };
  const read = (text: string): readonly IntakeRow[] => {
    if (text === '') return [];
    reader ??= csvReader(delimiterOf(text), {
      rows: MOST_ROWS + 1,
      columns: MOST_COLUMNS,
      rowLength: LONGEST_ROW,
    });
    return rowsOf(reader.take(text));
  };
  return {
    take: (bytes) => read(decoder.take(bytes)),
    columns: () => header ?? [],
    end: () => {
      const before = read(decoder.end());
      const last = reader?.end() ?? { rows: [], end: 'whole' as const };
      const rows = [...before, ...rowsOf(last.rows)];
      const faults = faultsOf(last.end, { header, lastLength, count, long }, rules);
      return { rows, faults };
    },
  };
}

type Seen = {
  readonly header: readonly string[] | null;
  readonly lastLength: number;
  readonly count: number;
  readonly long: CsvRow | null;
};

function faultsOf(
  end: CsvEnd,
  { header, lastLength, count, long }: Seen,
  rules: readonly ValidationRule[],
): readonly Finding[] {
  if (end === 'too-many-rows') return tooLarge(rules, 'more than 1,000,000 rows');
  if (end === 'too-many-columns') return tooLarge(rules, 'more than 200 columns');
  const endsShort = header !== null && end === 'no-line-end' && lastLength < header.length;
  if (end === 'open-quote' || endsShort) return say(rules, 'FILE_CUT_OFF', {});
  if (end === 'too-long-row') return tooLarge(rules, 'a cell of more than 10,000 characters');
  if (long) return tooLarge(rules, 'a cell of more than 10,000 characters', long.line);
  return count === 0 ? say(rules, 'FILE_EMPTY', {}) : [];
}

const tooLarge = (
  rules: readonly ValidationRule[],
  size: string,
  row: number | null = null,
): readonly Finding[] => say(rules, 'FILE_TOO_LARGE', { row }, { size });
