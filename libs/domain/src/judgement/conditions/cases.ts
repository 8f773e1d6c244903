import { numberOf } from '../../assessment/index.js';
import { formatPeriod, isYear } from '../../periods/index.js';
import type { JudgedPoint } from '../../assessment/index.js';
import type { Verdict } from '../judgement-types.js';
import type { WatchedSeries } from '../watched-series.js';

/** How many months the minimum number of cases is counted over. */
const MONTHS_COUNTED = 12;

const casesOf = ({ numerator, denominator, value }: JudgedPoint): number =>
  Number((numerator === null ? null : denominator) ?? value ?? 0);

/**
 * How many cases a series had in the twelve months up to a period (a place in its points): the denominators of a percentage,
 * the numbers of a count. Those of a stock are the ones of the newest month alone, since the same case stands in many months;
 * a year's are its own.
 */
function casesLately({ metric, input }: WatchedSeries, at: number): number {
  const { points } = input;
  const point = points[at];
  if (!point) return 0;
  if (metric.basis !== 'flow' || isYear(point.period)) return casesOf(point);
  return points
    .slice(Math.max(0, at - MONTHS_COUNTED + 1), at + 1)
    .filter((one) => numberOf(one) !== null)
    .reduce((sum, one) => sum + casesOf(one), 0);
}

/** Why a point is not judged at all: it has no figure, does not apply, or has too few cases. Null where it can be judged. */
export function notJudged(series: WatchedSeries, at: number, minimumCases: number): Verdict | null {
  const point = series.input.points[at];
  if (!point) return null;
  const { period, state } = point;
  const when = formatPeriod(period);
  if (state === 'z') return { period, kind: 'not-judged', reason: `It does not apply in ${when}.` };
  if (state !== 'value')
    return { period, kind: 'no-data', reason: `There is no figure for ${when}.` };
  if (numberOf(point) === null)
    return { period, kind: 'not-judged', reason: `There were no cases in ${when}.` };
  const cases = casesLately(series, at);
  if (cases >= minimumCases) return null;
  const over = isYear(period) || series.metric.basis !== 'flow' ? when : 'the last 12 months';
  return {
    period,
    kind: 'not-judged',
    reason: `Only ${cases} cases in ${over}; ${minimumCases} are needed.`,
  };
}
