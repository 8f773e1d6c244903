import type { Metric } from '../metrics/metric.js';
import type { Day } from '../periods/period.js';
import type { Candidate } from './candidate.js';
import type { IntakeContext } from './check-submission-types.js';
import type { Finding } from './finding.js';
import type { IntakeRow, TableHead } from './intake-table.js';
import { locateRow, periodOf, type Located, type PlaceFault } from './locate-row.js';
import { mapColumns, plainName, type ColumnRole } from './map-columns.js';
import { nearest } from './nearest.js';
import type { BesideTexts } from './read-box.js';
import { say } from './say.js';
import { columnNames } from './understand-columns.js';

/** A table with its columns found, and what was looked up for one row kept for the next. */
export type Sheet = {
  readonly context: IntakeContext;
  readonly width: number;
  readonly text: (row: IntakeRow, role: ColumnRole) => string;
  /** What the sender calls the column; its role where there is none. A number's own column, where each has one. */
  readonly column: (role: ColumnRole, row?: IntakeRow) => string;
  readonly locate: (row: IntakeRow) => Located;
  /** The measure or box with this code or title, in the version that is in force on a day; without a day, in the newest. */
  readonly metric: (code: string, on?: Day) => Metric | undefined;
  /** All versions with this code, oldest first. */
  readonly versions: (code: string) => readonly Metric[];
  /** The code that is most like one that does not exist. */
  readonly suggestion: (code: string) => string | null;
};

/** Whose figure of what a row is. */
export type Figure = Pick<Candidate, 'council' | 'period' | 'metric' | 'breakdown'> & {
  readonly row: IntakeRow;
};

/** Texts whose answers are remembered at once. */
const MOST_REMEMBERED = 10_000;

/** An answer that is worked out once for each text. */
function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const found = answer(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, found);
    return found;
  };
}

export function sheetOf(table: TableHead, context: IntakeContext): Sheet {
  const { at } = mapColumns(table);
  const text = (row: IntakeRow, role: ColumnRole): string => {
    const index = at[role];
    return index === undefined ? '' : (row.cells[index] ?? '');
  };
  const asked = context.metrics.filter(
    (metric) => (metric.type === 'published') === (context.source === 'published'),
  );
  const books = new Map<string, readonly Metric[]>();
  for (const metric of asked.toSorted((a, b) => a.major - b.major)) {
    const key = metric.code.toLowerCase();
    books.set(key, [...(books.get(key) ?? []), metric]);
  }
  const names = columnNames(asked);
  const versions = (text: string): readonly Metric[] =>
    books.get(text.trim().toLowerCase()) ?? books.get(names.codeOf(plainName(text)) ?? '') ?? [];
  return {
    context,
    width: table.columns.length,
    text,
    column: (role, row) => {
      if (row?.column !== undefined && (role === 'value' || role === 'measure')) return row.column;
      const index = at[role] ?? (role === 'period' ? at.time_period : undefined);
      return index === undefined ? role : (table.columns[index] ?? role);
    },
    versions,
    metric: (code, on) => {
      const all = versions(code);
      return all.find((metric) => on !== undefined && isInForce(metric, on)) ?? all.at(-1);
    },
    suggestion: remembered((code) =>
      nearest(
        code,
        asked.map((metric) => metric.code),
      ),
    ),
    locate: locator(table, { text, context }),
  };
}

const isInForce = ({ validFrom, validTo }: Metric, day: Day): boolean =>
  validFrom <= day && (validTo === null || day < validTo);

/** Rows of one council and month are many: each pair of texts is read once, and each month's text. */
function locator(
  { dateOrder = null }: TableHead,
  { text, context }: Pick<Sheet, 'text' | 'context'>,
): Sheet['locate'] {
  const periodText = (row: IntakeRow): string => text(row, 'period') || text(row, 'time_period');
  const periods = new Map<string, ReturnType<typeof periodOf>>();
  const places = new Map<string, Located>();
  const periodOnce = (texts: Parameters<typeof periodOf>[0]): ReturnType<typeof periodOf> => {
    const key = `${texts.period}\u0000${texts.identifier}`;
    const kept = periods.get(key);
    if (kept) return kept;
    const found = periodOf(texts, context, dateOrder);
    if (periods.size >= MOST_REMEMBERED) periods.clear();
    periods.set(key, found);
    return found;
  };
  return (row) => {
    const texts = {
      council: text(row, 'council').trim() || (context.defaultCouncil ?? ''),
      period: periodText(row),
      identifier: text(row, 'time_identifier'),
    };
    const key = `${texts.council}\u0000${texts.period}\u0000${texts.identifier}`;
    const kept = places.get(key);
    if (kept) return kept;
    const found = locateRow(texts, context, periodOnce(texts));
    if (places.size >= MOST_REMEMBERED) places.clear();
    places.set(key, found);
    return found;
  };
}

/** What is wrong with whose row it is, in the sender's terms. */
export const placeFindings = (
  faults: readonly PlaceFault[],
  row: IntakeRow,
  { context, column }: Sheet,
): readonly Finding[] =>
  faults.flatMap(({ code, at, value, fills, councilId }) =>
    say(context.rules, code, { row: row.row, column: column(at), value, councilId }, fills),
  );

/** The texts beside a number. */
export const besideOf = (row: IntakeRow, { text, column }: Sheet): BesideTexts => ({
  state: text(row, 'state'),
  comment: text(row, 'comment'),
  reason: text(row, 'reason'),
  reasonText: text(row, 'reason_text'),
  columns: { state: column('state'), comment: column('comment'), reason: column('reason_text') },
});
