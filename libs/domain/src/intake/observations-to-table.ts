import type { IntakeTable } from './intake-table.js';

/** A figure as an API call or a form sends it: everything as text, absent where it was not sent. */
export type SentObservation = {
  readonly council?: string | undefined;
  readonly metric: string;
  readonly period:
    { readonly timePeriod: string; readonly timeIdentifier: string } | { readonly month: string };
  readonly breakdown?: string | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  readonly value?: string | undefined;
  readonly state?: string | undefined;
  readonly comment?: string | undefined;
  readonly reason?: { readonly kind: string; readonly text: string } | undefined;
};

const COLUMNS = [
  'council',
  'period',
  'time_period',
  'time_identifier',
  'measure',
  'breakdown',
  'value',
  'numerator',
  'denominator',
  'state',
  'comment',
  'reason',
  'reason_text',
];

/**
 * Figures of an API call or a form as the table that every rule looks at. Rows count from 1, or as `rowOf` says (on the
 * form, the box's number). Columns that nothing fills are left out, but for the ones that every table must have.
 */
export function observationsToTable(
  observations: readonly SentObservation[],
  rowOf: (index: number) => number = (index) => index + 1,
): IntakeTable {
  const rows = observations.map((o, index) => ({ row: rowOf(index), cells: cellsOf(o) }));
  const needed = new Set(['time_period', 'time_identifier', 'period', 'measure', 'value']);
  const used = COLUMNS.map(
    (name, index) => needed.has(name) || rows.some(({ cells }) => cells[index] !== ''),
  );
  const pick = (cells: readonly string[]): readonly string[] =>
    cells.filter((_, index) => used[index]);
  return {
    columns: pick(COLUMNS),
    rows: rows.map(({ row, cells }) => ({ row, cells: pick(cells) })),
  };
}

const cellsOf = (o: SentObservation): readonly string[] => [
  o.council ?? '',
  'month' in o.period ? o.period.month : '',
  'month' in o.period ? '' : o.period.timePeriod,
  'month' in o.period ? '' : o.period.timeIdentifier,
  o.metric,
  o.breakdown ?? '',
  o.value ?? '',
  o.numerator ?? '',
  o.denominator ?? '',
  o.state ?? '',
  o.comment ?? '',
  o.reason?.kind ?? '',
  o.reason?.text ?? '',
];
