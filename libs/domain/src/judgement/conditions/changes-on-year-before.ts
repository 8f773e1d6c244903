import type { JudgedPoint } from '../../assessment/index.js';
import { isYear } from '../../periods/index.js';
import type { WatchedSeries } from '../watched-series.js';

/** Months of which both years need a figure: one or two that nobody sent do not hide a change. */
const [MONTHS, FEWEST_MONTHS] = [12, 10];
const PERCENT = 100;

/** In percentage points, and in standard errors of a difference of two proportions. */
export type ChangeOnYearBefore = { readonly points: number; readonly z: number };

type Counts = { readonly some: number; readonly all: number };

/**
 * How a percentage of the twelve months (or the year) up to each place differs from the same months a year before, over the
 * months that both have; null for other units, with fewer than ten such months, and with fewer cases than the minimum in
 * either.
 */
export function changesOnYearBefore(
  { metric, input }: WatchedSeries,
  minimumCases: number,
): readonly (ChangeOnYearBefore | null)[] {
  const { points } = input;
  const [first] = points;
  if (metric.unit !== 'percent' || !first) return points.map(() => null);
  const span = isYear(first.period)
    ? { months: 1, fewest: 1, back: 1 }
    : { months: MONTHS, fewest: FEWEST_MONTHS, back: MONTHS };
  const counts = points.map(countsOf);
  return points.map((point, at) => {
    const before = points[at - span.back];
    return before && yearOf(point) - yearOf(before) === 1
      ? changeAt(counts, at, { ...span, minimumCases })
      : null;
  });
}

type Span = {
  readonly months: number;
  readonly fewest: number;
  readonly back: number;
  readonly minimumCases: number;
};

function changeAt(
  counts: readonly (Counts | null)[],
  at: number,
  { months, fewest, back, minimumCases }: Span,
): ChangeOnYearBefore | null {
  let pairs = 0;
  const [now, then] = [
    { some: 0, all: 0 },
    { some: 0, all: 0 },
  ];
  for (let place = Math.max(0, at - months + 1); place <= at; place += 1) {
    const [later, earlier] = [counts[place], counts[place - back]];
    if (!later || !earlier) continue;
    pairs += 1;
    now.some += later.some;
    now.all += later.all;
    then.some += earlier.some;
    then.all += earlier.all;
  }
  if (pairs < fewest || now.all < minimumCases || then.all < minimumCases) return null;
  const difference = now.some / now.all - then.some / then.all;
  const together = (now.some + then.some) / (now.all + then.all);
  const error = Math.sqrt(together * (1 - together) * (1 / now.all + 1 / then.all));
  return { points: difference * PERCENT, z: error > 0 ? difference / error : 0 };
}

const yearOf = ({ period }: JudgedPoint): number => Number(period.start.slice(0, 4));

function countsOf({ state, numerator, denominator }: JudgedPoint): Counts | null {
  return state === 'value' && numerator !== null && denominator !== null
    ? { some: Number(numerator), all: Number(denominator) }
    : null;
}
