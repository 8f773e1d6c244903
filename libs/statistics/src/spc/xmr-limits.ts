import { meanOf } from './mean.js';
import { averageMovingRange } from './moving-range.js';

/** Three standard deviations as a multiple of the mean moving range: 3/1.128, rounded as the method states it. */
const REACH = 2.66;

/** All in the unit of the values. `nearLower` and `nearUpper` lie two thirds of the way out. */
export type XmrLimits = {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly nearLower: number;
  readonly nearUpper: number;
};

/**
 * The limits of an XmR chart of these values in order of time: their mean, and 2.66 times the mean moving range either side,
 * moving ranges of 3.267 times their mean or more left out in one pass unless `screenOutliers` is false (the mean is of all
 * values in either case). Null for fewer than two values, when no moving range is left (a constant series, screened), and
 * where a limit would be too large for a number. Not cut at 0 or 100. Source: NHS "Making Data Count", as NHSRplotthedots
 * 0.2.2 does it; Wheeler 2000 for the chart.
 */
export function xmrLimits(
  values: readonly number[],
  { screenOutliers = true }: { readonly screenOutliers?: boolean } = {},
): XmrLimits | null {
  const mean = meanOf(values);
  const range = averageMovingRange(values, { screenOutliers });
  if (mean === null || range === null) return null;
  const [reach, near] = [REACH * range, ((2 * REACH) / 3) * range];
  const [lower, upper] = [mean - reach, mean + reach];
  if (!Number.isFinite(lower) || !Number.isFinite(upper)) return null;
  return { mean, lower, upper, nearLower: mean - near, nearUpper: mean + near };
}
