import { formatPeriod } from '../../periods/index.js';
import type { TargetUnlikely, Verdict } from '../judgement-types.js';
import type { WatchedSeries } from '../watched-series.js';
import { notJudged } from './cases.js';
import { figureWords } from './figure-words.js';

const PERCENT = 100;

/**
 * Rule C: the probability of meeting the plan's last value by its day is below a percentage; clear from another on. Nothing is
 * said in the first months of monitoring, nor when the plan has ended.
 */
export function judgeTargetUnlikely(
  series: WatchedSeries,
  rule: TargetUnlikely,
): readonly Verdict[] {
  const months = new Map(
    (series.monitored()?.months ?? []).map((month, order) => [
      month.position,
      { order: order + 1, chance: month.targetUnlikely?.measure ?? null },
    ]),
  );
  return series.input.points.map((point, at): Verdict => {
    const refused = notJudged(series, at, rule.minimumCases);
    if (refused) return refused;
    const { period } = point;
    const { order = 0, chance = null } = months.get(at) ?? {};
    const when = formatPeriod(period);
    if (chance === null)
      return { period, kind: 'not-judged', reason: `There is no forecast for ${when}.` };
    if (order < rule.fromMonth)
      return { period, kind: 'not-judged', reason: `In ${when} it is too early to tell.` };
    const percent = chance * PERCENT;
    const said = `${figureWords(point, series.metric.unit)}: the probability of meeting the agreed plan is ${percent < 1 ? 'below 1' : Math.round(percent)}%`;
    if (percent < rule.below) return { period, kind: 'breach', reason: `${said}, very unlikely.` };
    return percent >= rule.clearAt
      ? { period, kind: 'clear', reason: `${said}.` }
      : { period, kind: 'hold', reason: `${said}, below the ${rule.clearAt}% that clears.` };
  });
}
