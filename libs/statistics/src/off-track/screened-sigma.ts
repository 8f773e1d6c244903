import { averageMovingRange } from '../spc/moving-range.js';

/** The mean moving range of two normal values, in their standard deviations. */
const D2 = 1.128;

/**
 * The standard deviation of these values by their mean moving range, screened once for jumps; null for fewer than two
 * values, and for values that never change. Source: Shewhart's individuals chart; the screen as NHSRplotthedots has it.
 */
export function screenedSigma(values: readonly number[]): number | null {
  const range = averageMovingRange(values, { screenOutliers: true });
  return range === null ? null : range / D2;
}
