import type { Signal } from '#statistics';
import { ownSignals } from '../../assessment/index.js';
import { formatPeriod, periodKey } from '../../periods/index.js';
import type { GainWithSideEffect, Verdict } from '../judgement-types.js';
import type { Watched, WatchedSeries } from '../watched-series.js';
import { notJudged } from './cases.js';
import { changesOnYearBefore } from './changes-on-year-before.js';
import { monthlyChanges } from './monthly-changes.js';

/** Which way something moved in a period, in words; null where it did not. */
type Moved = { readonly words: string } | null;

/**
 * A gain beside which something else moved the wrong way: in one period the measure improved (by its own special cause, or by
 * many points on the same twelve months a year before), and in it, or in one of the few before, a balancing measure moved in
 * its adverse direction (by its own special cause, or a percentage by a few points on the year before); or the other way
 * about. Clear once no balancing measure has moved for a while. A finding, not a failure.
 */
export function judgeGainWithSideEffect(
  { series, beside }: Watched,
  rule: GainWithSideEffect,
): readonly Verdict[] {
  const { points } = series.input;
  const better = series.metric.direction === 'down' ? 'down' : 'up';
  const gains = movesOf(series, better, { ...rule, points: rule.gain });
  const costs = series.metric.balancedBy.flatMap(({ metric, adverse }) => {
    const other = beside(metric);
    if (!other) return [];
    const moves = movesOf(other, adverse, { ...rule, points: rule.sideEffect });
    const places = new Map(other.input.points.map(({ period }, at) => [periodKey(period), at]));
    return [points.map(({ period }): Moved => moves[places.get(periodKey(period)) ?? -1] ?? null)];
  });
  const costAt = (at: number): Moved => costs.map((moves) => moves[at]).find(Boolean) ?? null;
  const lately = (at: number, of: (at: number) => Moved): Moved => {
    for (let one = at; one >= Math.max(0, at - rule.within); one -= 1) if (of(one)) return of(one);
    return null;
  };
  return points.map((point, at): Verdict => {
    const refused = notJudged(series, at, rule.minimumCases);
    if (refused) return refused;
    const { period } = point;
    const [gain, cost] = [lately(at, (one) => gains[one] ?? null), lately(at, costAt)];
    const isNew = Boolean(gains[at]) || Boolean(costAt(at));
    if (gain && cost && isNew)
      return {
        period,
        kind: 'breach',
        reason: `Improved, with side effects to check: ${gain.words}; ${cost.words}.`,
      };
    const quiet = Array.from({ length: rule.clearAfter }, (_none, back) => costAt(at - back));
    return quiet.every((one) => one === null)
      ? {
          period,
          kind: 'clear',
          reason: `No balancing measure has moved the wrong way up to ${formatPeriod(period)}.`,
        }
      : {
          period,
          kind: 'hold',
          reason: `Up to ${formatPeriod(period)} a balancing measure moved lately, without a new gain.`,
        };
  });
}

type Bounds = Pick<GainWithSideEffect, 'z' | 'minimumCases' | 'clearAfter'> & {
  readonly points: number;
};

/** Where a series moved in a direction, by place: over a year, or unusually for the first time in a while. */
function movesOf(series: WatchedSeries, way: 'up' | 'down', bounds: Bounds): readonly Moved[] {
  const { metric, input } = series;
  const wanted: Signal = way === 'up' ? 'high' : 'low';
  const isStock = metric.basis === 'stock' && metric.unit === 'count';
  // A stock stays where it went: what each month added is unusual, or not.
  const signals = isStock ? ownSignals(monthlyChanges(input)) : series.signals();
  const changes = changesOnYearBefore(series, bounds.minimumCases);
  const isNew = (at: number): boolean =>
    signals[at] === wanted &&
    !signals.slice(Math.max(0, at - bounds.clearAfter), at).includes(wanted);
  return input.points.map(({ period }, at): Moved => {
    const change = changes[at] ?? null;
    const towards = change === null ? 0 : way === 'up' ? change.points : -change.points;
    const verb = way === 'up' ? 'rose' : 'fell';
    if (change !== null && towards >= bounds.points && Math.abs(change.z) > bounds.z)
      return {
        words: `“${metric.title}” ${verb} by ${Math.round(towards * 10) / 10} points on the year before, up to ${formatPeriod(period)}`,
      };
    return isNew(at)
      ? {
          words: `“${metric.title}” ${isStock ? `${verb} unusually` : `is unusually ${wanted}`} against its own limits in ${formatPeriod(period)}`,
        }
      : null;
  });
}
