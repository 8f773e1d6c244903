import { meanOf, orientedBaseline } from '../oriented-baseline.js';
import { isBaseline } from '../series-case.js';

/** One month of a share of cases closed in time: whole numbers, 0 ≤ numerator ≤ denominator. */
export type TimelinessMonth = {
  readonly numerator: number;
  readonly denominator: number;
  /** Cases still open at the month's end although their time is over. */
  readonly openOverdue: number;
};

export type OverdueCounterfactual = {
  /** The rise of the last three months' mean over the baseline's, in each rate's own sigmas. */
  readonly rateRise: number;
  /** The same with open overdue cases counted as failures. */
  readonly counterfactualRise: number;
  readonly flagged: boolean;
};

export type OverdueRefusal = {
  readonly error: 'NOT_COUNTS' | 'BASELINE_TOO_SHORT' | 'SIGMA_UNDEFINED' | 'NOTHING_MONITORED';
};

const LAST = 3;

/**
 * Whether a share of cases closed in time rose by a sigma or more while it would not have, had the cases that are open and
 * overdue counted as failures: what closing the easy cases first looks like. Months with no cases are passed over; the first
 * `baselineN` (at least 13) of the others are the baseline. Refuses NOT_COUNTS, BASELINE_TOO_SHORT, NOTHING_MONITORED, and
 * SIGMA_UNDEFINED where one of the rates never changed in the baseline.
 */
export function overdueCounterfactual(
  months: readonly TimelinessMonth[],
  baselineN: number,
): OverdueCounterfactual | OverdueRefusal {
  if (!months.every(isCount)) return { error: 'NOT_COUNTS' };
  const kept = months.filter(({ denominator }) => denominator > 0);
  if (!isBaseline(baselineN, kept.length)) return { error: 'BASELINE_TOO_SHORT' };
  if (kept.length === baselineN) return { error: 'NOTHING_MONITORED' };
  const rateRise = riseOf(
    kept.map(({ numerator, denominator }) => numerator / denominator),
    baselineN,
  );
  const counterfactualRise = riseOf(
    kept.map(({ numerator, denominator, openOverdue }) => numerator / (denominator + openOverdue)),
    baselineN,
  );
  if (rateRise === null || counterfactualRise === null) return { error: 'SIGMA_UNDEFINED' };
  return { rateRise, counterfactualRise, flagged: rateRise >= 1 && counterfactualRise < 1 };
}

function riseOf(values: readonly number[], baselineN: number): number | null {
  const { mean, sigma } = orientedBaseline(values.slice(0, baselineN));
  const last = values.slice(baselineN).slice(-LAST);
  return sigma === null ? null : (meanOf(last) - mean) / sigma;
}

const isCount = ({ numerator, denominator, openOverdue }: TimelinessMonth): boolean =>
  [numerator, denominator, openOverdue].every((n) => Number.isSafeInteger(n) && n >= 0) &&
  numerator <= denominator;
