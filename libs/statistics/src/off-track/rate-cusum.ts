import { deviationOf, meanOf } from './oriented-baseline.js';

const { log } = Math;

/** Cases with the good outcome, and all cases: whole numbers, 0 ≤ good ≤ all, all ≥ 1. */
export type MonthCount = { readonly good: number; readonly all: number };

export type RateBaseline = {
  /** The share of good outcomes, drawn towards a half by one case of each kind: over 0 and below 1. */
  readonly share: number;
  /** How many times the variance between months exceeds the binomial one: at least 1. */
  readonly dispersion: number;
  /** Cases on the rarer side in a typical month. */
  readonly rarerPerMonth: number;
};

/** Fewer cases than this on the rarer side of a typical month, and sums of the values are no guide. */
const FEW_CASES = 5;
const D2 = 1.128;

/**
 * What the binomial form of rule A stands on. At least one month. Source of the divisor: the larger of the two estimates of
 * the spread of the standardised values, by moving ranges (Laney 2002) and by their standard deviation.
 */
export function rateBaseline(months: readonly MonthCount[]): RateBaseline {
  const good = months.reduce((sum, month) => sum + month.good, 0);
  const all = months.reduce((sum, month) => sum + month.all, 0);
  const share = (good + 1) / (all + 2);
  const scores = months.map(
    (month) => (month.good / month.all - share) / Math.sqrt((share * (1 - share)) / month.all),
  );
  const moves = scores.slice(1).map((score, at) => Math.abs(score - (scores[at] ?? score)));
  const byMoves = moves.length === 0 ? 0 : meanOf(moves) / D2;
  return {
    share,
    dispersion: Math.max(1, byMoves, deviationOf(scores)) ** 2,
    rarerPerMonth: medianOf(months.map((month) => month.all)) * Math.min(share, 1 - share),
  };
}

/** Whether a percentage is judged by its counts: few cases on its rarer side, or values that never change. */
export const needsCounts = ({ rarerPerMonth }: RateBaseline, sigma: number | null): boolean =>
  sigma === null || rarerPerMonth < FEW_CASES;

/**
 * What one month adds to the sum: the log-likelihood ratio of odds `oddsRatio` times worse than `share` (over 0 and below
 * 1) against `share` itself, over the dispersion. Source: Steiner, Cook, Farewell and Treasure (2000).
 */
export function rateWeight(
  { good, all }: MonthCount,
  share: number,
  { dispersion, oddsRatio }: { readonly dispersion: number; readonly oddsRatio: number },
): number {
  const bad = 1 - share;
  const scale = oddsRatio * bad + share;
  return ((all - good) * log(oddsRatio / scale) - good * log(scale)) / dispersion;
}

/** A plan's share, kept off 0 and 1, where no weight is defined. */
export const plannedShare = (share: number): number => Math.min(0.995, Math.max(0.005, share));

/** The middle value, or the mean of the two middle ones; at least one value. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}
