import { exactBinomialInterval } from '#statistics';
import { plannedOn, type JudgedPoint } from '../../assessment/index.js';
import type { Direction } from '../../metrics/metric.js';
import { formatPeriod, isYear } from '../../periods/index.js';
import type { PlanBand, Verdict } from '../judgement-types.js';
import type { WatchedSeries } from '../watched-series.js';
import { notJudged } from './cases.js';
import { figureWords, inUnit } from './figure-words.js';

/**
 * Judges a series against its agreed plan, oldest period first: a breach when the figure is on the wrong side of the plan by
 * more than the plan's own tolerance (either side for a metric without a direction); a yearly percentage with its counts
 * only when the exact interval is, since few cases jump. No agreed plan, no judgement. It gives way to the cumulative sum
 * from the first month that has a baseline behind it.
 */
export function judgePlanBand(series: WatchedSeries, rule: PlanBand): readonly Verdict[] {
  const { input } = series;
  const months = rule.untilBaseline.includes(series.metric.code)
    ? (series.monitored()?.months ?? [])
    : [];
  const monitored = new Set(months.map(({ position }) => position));
  return input.points.map((point, at): Verdict => {
    const refused = notJudged(series, at, rule.minimumCases);
    const { period } = point;
    if (refused && !(monitored.has(at) && refused.kind !== 'no-data')) return refused;
    if (monitored.has(at))
      return {
        period,
        kind: 'clear',
        reason: `From ${formatPeriod(period)} on there is a baseline, and the rule on the trajectory judges it.`,
      };
    const planned = plannedOn(input.plan, period.start);
    return planned === null
      ? {
          period,
          kind: 'not-judged',
          reason: `There is no agreed plan for ${formatPeriod(period)}.`,
        }
      : verdictOf(point, planned, { series, rule });
  });
}

function verdictOf(
  point: JudgedPoint,
  planned: number,
  { series: { metric, input }, rule }: { series: WatchedSeries; rule: PlanBand },
): Verdict {
  const { unit, direction } = metric;
  const { period } = point;
  const tolerance = input.plan?.tolerance ?? 0;
  const points = unit === 'percent' ? `${tolerance} points` : inUnit(tolerance, unit);
  const said = `${figureWords(point, unit)}; the agreed plan is ${inUnit(planned, unit)}, with a tolerance of ${points}`;
  const ends = endsOf(point, rule.confidence);
  const short = Math.min(...ends.map((end) => shortfall(end - planned, direction)));
  if (short > tolerance)
    return { period, kind: 'breach', reason: `${said}: on the wrong side of it.` };
  if (shortfall(Number(point.value) - planned, direction) > tolerance)
    return {
      period,
      kind: 'hold',
      reason: `${said}: on the wrong side of it, and with so few cases that may be chance.`,
    };
  return { period, kind: 'clear', reason: `${said}: inside it.` };
}

/** What a figure may stand for: itself, or both ends of its exact interval for a year's counts. */
function endsOf(
  { period, value, numerator, denominator }: JudgedPoint,
  confidence: number,
): readonly number[] {
  const own = Number(value);
  if (!isYear(period) || numerator === null || denominator === null) return [own];
  const counts = { numerator: Number(numerator), denominator: Number(denominator), confidence };
  const interval = exactBinomialInterval(counts);
  return 'error' in interval ? [own] : [interval.lower * 100, interval.upper * 100];
}

/** How far a figure lies on the wrong side; negative on the right one. */
function shortfall(above: number, direction: Direction): number {
  switch (direction) {
    case 'up':
      return -above;
    case 'down':
      return above;
    case 'none':
      return Math.abs(above);
  }
}
