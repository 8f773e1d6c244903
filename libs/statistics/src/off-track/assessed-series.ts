import type { AssessedSeries, AssessRefusal } from './assessment-types.js';
import { isDirection, isFigure } from './series-case.js';
import type { OrientedFigure } from './sum-judge.js';

/** Points, the newest among them, at which a rebase mutes the rules. */
const REBASE_MUTES = 3;

/** What is wrong with a series to assess, or null. */
export function checkAssessed(series: AssessedSeries): AssessRefusal | null {
  const { points, baseline, milestones, scale } = series;
  if (!isDirection(series.direction)) return { error: 'INVALID_DIRECTION' };
  if (!points.every(({ value }) => value === null || isFigure(value)))
    return { error: 'INVALID_VALUE' };
  if (!points.every(({ count }) => !count || isCount(count))) return { error: 'NOT_COUNTS' };
  if (baseline !== null && !(isPlace(baseline.from) && isPlace(baseline.points)))
    return { error: 'INVALID_BASELINE' };
  const planned = milestones.every(({ position, value }) => isPlace(position) && isFigure(value));
  return planned && (scale === undefined || (isFigure(scale) && scale > 0))
    ? null
    : { error: 'INVALID_PLAN' };
}

const isPlace = (position: number): boolean => Number.isSafeInteger(position) && position >= 0;

const isCount = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
  isPlace(numerator) && isPlace(denominator) && numerator <= denominator;

/** The points, so turned that more is better; a count of no cases is none. */
export function orientedFigures({ points }: AssessedSeries, sign: 1 | -1): OrientedFigure[] {
  return points.map(({ value, count }) => ({
    value: value === null ? null : sign * value,
    count:
      count && count.denominator > 0
        ? {
            good: sign === 1 ? count.numerator : count.denominator - count.numerator,
            all: count.denominator,
          }
        : null,
  }));
}

/** The places of the baseline's observed points; empty while the series has fewer than were frozen. */
export function baselinePlaces({ points, baseline }: AssessedSeries): readonly number[] {
  if (baseline === null) return [];
  const observed = points.flatMap(({ value }, at) =>
    value !== null && at >= baseline.from ? [at] : [],
  );
  return observed.length < baseline.points ? [] : observed.slice(0, baseline.points);
}

/** Whether limits were set anew at one of the last three observed points up to this one. */
export function isRecentlyRebased(
  { points }: Pick<AssessedSeries, 'points'>,
  position: number,
): boolean {
  let seen = 0;
  for (let at = position; at >= 0 && seen < REBASE_MUTES; at -= 1) {
    if (points[at]?.rebase === true) return true;
    if (points[at]?.value !== null) seen += 1;
  }
  return false;
}
