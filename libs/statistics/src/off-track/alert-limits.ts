import { FULL_BASELINE_POINTS } from './frozen-baseline.js';

/** Half of the shift of one sigma that the sum is to find soonest. */
export const ALLOWANCE = 0.5;
/** The binomial form's own limit and odds ratio. */
export const RATE_LIMIT = 4.5;
export const ODDS_RATIO = 3;
/** A correlation above this asks for the widest limit. */
const CORRELATED = 0.25;

export type LimitBasis = { readonly points: number; readonly lag1: number | null };

/**
 * The limit h of rules A and B, in sigmas: 5; 6 with fewer than 24 baseline points; 8 when the first-lag correlation is over
 * 0.25; the largest that applies. Source: chosen by simulation (docs/false-alarms.md).
 */
export function adaptiveLimit({ points, lag1 }: LimitBasis): number {
  if (lag1 !== null && lag1 > CORRELATED) return 8;
  return points < FULL_BASELINE_POINTS ? 6 : 5;
}

/** How far below the mean one value alone is an alarm, in sigmas: 4.5; 5 with fewer than 24 baseline points. */
export const singleValueReach = (points: number): number =>
  points < FULL_BASELINE_POINTS ? 5 : 4.5;
