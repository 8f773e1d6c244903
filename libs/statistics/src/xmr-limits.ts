/** Moving ranges above this many times their mean are left out, once: a single jump must not widen the limits. */
const SCREEN = 3.267;
const LIMIT = 2.66;

export type XmrLimits = { readonly mean: number; readonly lower: number; readonly upper: number };

/**
 * The limits of an XmR chart of these values in order of time: their mean, and 2.66 times the mean moving range either
 * side, moving ranges of 3.267 times their mean or more left out in one pass. Null for fewer than two values, and when no
 * moving range is left (a constant series). Not cut at 0. Source: NHS "Making Data Count", as NHSRplotthedots 0.2.2 does it.
 */
export function xmrLimits(values: readonly number[]): XmrLimits | null {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  if (ranges.length === 0) return null;
  const all = meanOf(ranges);
  const kept = ranges.filter((range) => range < SCREEN * all);
  if (kept.length === 0) return null;
  const [mean, reach] = [meanOf(values), LIMIT * meanOf(kept)];
  return { mean, lower: mean - reach, upper: mean + reach };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
