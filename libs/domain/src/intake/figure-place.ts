import { periodKey } from '../periods/period.js';
import type { Candidate } from './candidate.js';
import type { Finding } from './finding.js';
import type { Place } from './say.js';

/** Where a figure stands: in which row and column, and whose figure of what it is. */
export type FigurePlace = Pick<Candidate, 'row' | 'council' | 'period' | 'metric' | 'breakdown'> & {
  readonly column: string;
  readonly from: string | null;
};

export type ReadFigure = { readonly candidate: Candidate; readonly findings: readonly Finding[] };

/** The place that a finding names. */
export const placeOf = (
  at: Pick<Candidate, 'row' | 'column' | 'council' | 'metric' | 'period'>,
  value: string | null,
): Place => ({
  row: at.row,
  column: at.column,
  value,
  councilId: at.council.id,
  metric: at.metric.code,
  period: periodKey(at.period),
});
