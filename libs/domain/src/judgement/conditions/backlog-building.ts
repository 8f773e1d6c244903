import { numberOf, type JudgedPoint } from '../../assessment/index.js';
import { formatPeriod, periodKey } from '../../periods/index.js';
import type { BacklogBuilding, Verdict } from '../judgement-types.js';
import type { WatchedSeries } from '../watched-series.js';
import { notJudged } from './cases.js';

/**
 * A stock (children waiting) that is several months' work of what empties it (plans issued), and grew in each of the last
 * months. Clear when it is so much work no more, or fell in as many months running. Months without a figure of either are not
 * judged.
 */
export function judgeBacklogBuilding(
  series: WatchedSeries,
  outflow: WatchedSeries | null,
  rule: BacklogBuilding,
): readonly Verdict[] {
  const left = new Map(
    (outflow?.input.points ?? []).map((point) => [periodKey(point.period), numberOf(point)]),
  );
  const { points } = series.input;
  return points.map((point, at): Verdict => {
    const refused = notJudged(series, at, 0);
    if (refused) return refused;
    const { period } = point;
    const lately = points.slice(Math.max(0, at - rule.months + 1), at + 1);
    const out = lately.map((one) => left.get(periodKey(one.period)) ?? null);
    const steps = stepsUpTo(points, at, rule.running);
    if (lately.length < rule.months || out.includes(null) || steps === null)
      return {
        period,
        kind: 'not-judged',
        reason: `There are not enough months before ${formatPeriod(period)} to judge by.`,
      };
    const average = out.reduce<number>((sum, one) => sum + (one ?? 0), 0) / rule.months;
    const waiting = Number(point.value);
    const said = `${waiting} waiting at the end of ${formatPeriod(period)}, with an average of ${Math.round(average * 10) / 10} leaving a month over the last ${lastMonths(rule.months)}`;
    const grew = steps.every((step) => step > 0);
    const fell = steps.every((step) => step < 0);
    if (waiting >= rule.minimumWaiting && waiting > rule.times * average && grew)
      return {
        period,
        kind: 'breach',
        reason: `${said}: more than ${work(rule.times)}, and more in ${eachOf(rule.running)}.`,
      };
    if (fell)
      return {
        period,
        kind: 'clear',
        reason: `${said}: fewer in ${eachOf(rule.running)}.`,
      };
    return waiting < rule.clearTimes * average
      ? { period, kind: 'clear', reason: `${said}: less than ${work(rule.clearTimes)}.` }
      : { period, kind: 'hold', reason: `${said}.` };
  });
}

const lastMonths = (count: number): string => (count === 1 ? 'month' : `${count} months`);
const work = (times: number): string => `${times} ${times === 1 ? 'month' : 'months'} of work`;
const eachOf = (count: number): string =>
  count === 1 ? 'the last month' : `each of the last ${count} months`;

/** The changes of the last months up to a place; null where one cannot be told. */
function stepsUpTo(
  points: readonly JudgedPoint[],
  at: number,
  count: number,
): readonly number[] | null {
  if (at < count) return null;
  const values = points.slice(at - count, at + 1).map(numberOf);
  const steps = values.slice(1).map((value, index) => {
    const from = values[index] ?? null;
    return value === null || from === null ? null : value - from;
  });
  const known = steps.filter((step) => step !== null);
  return known.length === count ? known : null;
}
