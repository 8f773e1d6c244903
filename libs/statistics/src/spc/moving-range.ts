import { meanOf } from './mean.js';

/** Moving ranges of this many times their mean or more are left out: a single jump must not widen the limits. */
const SCREEN = 3.267;

/** |y₂ − y₁|, |y₃ − y₂| and so on; one fewer than there are values. Null on either side of a value that is missing (null). */
export function movingRanges(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.slice(1).map((value, index) => {
    const before = values[index] ?? null;
    return value === null || before === null ? null : Math.abs(value - before);
  });
}

/**
 * The mean moving range of values in order of time, in their unit; with `screenOutliers`, of the moving ranges strictly below
 * 3.267 times their mean, in one pass (Nelson 1982). A moving range beside a missing value (null) does not exist. Null where
 * no moving range is left: fewer than two values, or, screened, values that never change.
 */
export function averageMovingRange(
  values: readonly (number | null)[],
  { screenOutliers }: { readonly screenOutliers: boolean },
): number | null {
  const ranges = movingRanges(values).filter((range) => range !== null);
  const all = meanOf(ranges);
  if (all === null || !screenOutliers) return all;
  return meanOf(ranges.filter((range) => range < SCREEN * all));
}
