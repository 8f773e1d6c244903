import type { Metric } from '../metrics/metric.js';
import type { DifferenceCheck } from './boxes-of-measure.js';
import type { Candidate } from './candidate.js';
import type { IntakeContext } from './check-submission-types.js';
import type { Finding } from './finding.js';
import type { IntakeRow, IntakeTable } from './intake-table.js';
import { locateRow, type Located } from './locate-row.js';
import { mapColumns, type ColumnRole } from './map-columns.js';
import type { BesideTexts, FigurePlace } from './read-figure-cells.js';

/** A measure whose denominator is a difference of boxes, to be compared when every row has been read. */
export type PendingCheck = {
  readonly check: DifferenceCheck;
  readonly at: FigurePlace;
  readonly candidate: Candidate;
};

export type RowsRead = {
  readonly candidates: readonly Candidate[];
  readonly findings: readonly Finding[];
  readonly pending: readonly PendingCheck[];
  /** Rows of which no figure came: blocked, or not asked. */
  readonly rowsWithout: number;
};

/** A table with its columns found, and what was looked up for one row kept for the next. */
export type Sheet = {
  readonly context: IntakeContext;
  readonly text: (row: IntakeRow, role: ColumnRole) => string;
  readonly header: (role: ColumnRole) => string | null;
  readonly locate: (row: IntakeRow) => Located;
  readonly metric: (code: string) => Metric | undefined;
};

/** Whose figure of what a row is. */
export type Figure = Pick<Candidate, 'council' | 'period' | 'metric' | 'breakdown'> & {
  readonly row: IntakeRow;
};

export type RowRead = Omit<RowsRead, 'rowsWithout'>;
export const nothing = (findings: readonly Finding[]): RowRead => ({
  candidates: [],
  findings,
  pending: [],
});

/** The texts beside a number. */
export const besideOf = (row: IntakeRow, text: Sheet['text']): BesideTexts => ({
  state: text(row, 'state'),
  comment: text(row, 'comment'),
  reason: text(row, 'reason'),
  reasonText: text(row, 'reason_text'),
});

export function sheetOf(table: IntakeTable, context: IntakeContext): Sheet {
  const { at } = mapColumns(table.columns);
  const metrics = new Map(context.metrics.map((metric) => [metric.code.toLowerCase(), metric]));
  const text = (row: IntakeRow, role: ColumnRole): string => {
    const index = at[role];
    return index === undefined ? '' : (row.cells[index] ?? '');
  };
  const header = (role: ColumnRole): string | null => {
    const index = at[role];
    return index === undefined ? null : (table.columns[index] ?? null);
  };
  const places = new Map<string, Located>();
  const columns = { council: header('council'), period: header('period') ?? header('time_period') };
  return {
    context,
    text,
    header,
    metric: (code) => metrics.get(code.trim().toLowerCase()),
    locate: (row) => {
      const council = text(row, 'council').trim() || (context.defaultCouncil ?? '');
      const texts = {
        council,
        period: text(row, 'period') || text(row, 'time_period'),
        identifier: text(row, 'time_identifier'),
      };
      const key = Object.values(texts).join('\u0000');
      const kept = places.get(key);
      if (kept?.ok) return kept;
      const found = locateRow(texts, row.row, columns, context);
      places.set(key, found);
      return found;
    },
  };
}
