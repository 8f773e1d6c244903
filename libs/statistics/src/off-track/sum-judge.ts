import {
  ALLOWANCE,
  adaptiveLimit,
  ODDS_RATIO,
  RATE_LIMIT,
  singleValueReach,
} from './alert-limits.js';
import { nextSum } from './cusum.js';
import type { OrientedBaseline } from './oriented-baseline.js';
import { plannedShare, rateWeight, type MonthCount, type RateBaseline } from './rate-cusum.js';

/** One month's figure, oriented so that more is better. */
export type OrientedFigure = { readonly value: number | null; readonly count: MonthCount | null };

/** One form of rules A and B: how a month moves the sum, and when the sum, or the month alone, is an alarm. */
export type SumJudge = {
  readonly form: 'values' | 'counts';
  readonly limit: number;
  /** The sum after this month against an oriented level (null: the baseline's own); null: no figure for this form. */
  readonly next: (sum: number, figure: OrientedFigure, level: number | null) => number | null;
  /** Whether this month alone is an alarm of rule A. */
  readonly isExtreme: (figure: OrientedFigure) => boolean;
};

/** A month of fewer cases says nothing by its percentage; the binomial form gives it the weight that it has. */
const FEWEST_IN_MONTH = 5;

const isHandful = ({ count }: OrientedFigure): boolean =>
  count !== null && count.all < FEWEST_IN_MONTH;

/** Rules A and B on values. A percentage of fewer than five cases moves no sum and is no alarm. */
export function judgeOfValues(baseline: OrientedBaseline & { readonly sigma: number }): SumJudge {
  const { mean, sigma, points } = baseline;
  const floor = mean - singleValueReach(points) * sigma;
  return {
    form: 'values',
    limit: adaptiveLimit(baseline),
    next: (sum, figure, level) =>
      figure.value === null || isHandful(figure)
        ? null
        : nextSum(sum, ((level ?? mean) - figure.value) / sigma, ALLOWANCE),
    isExtreme: (figure) => figure.value !== null && !isHandful(figure) && figure.value < floor,
  };
}

/** Rules A and B on counts; `shareOf` says which share an oriented level is. */
export function judgeOfCounts(
  { share, dispersion }: RateBaseline,
  shareOf: (level: number) => number,
): SumJudge {
  return {
    form: 'counts',
    limit: RATE_LIMIT,
    next: (sum, { count }, level) => {
      if (count === null) return null;
      const expected = level === null ? share : plannedShare(shareOf(level));
      const weight = rateWeight(count, expected, { dispersion, oddsRatio: ODDS_RATIO });
      return nextSum(sum, weight, 0);
    },
    isExtreme: () => false,
  };
}
