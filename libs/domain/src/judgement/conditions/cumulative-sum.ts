import type { AssessedMonth, OffTrackAssessment, RuleStanding } from '#statistics';
import { monitorSeries, recentlyRebased, type AssessedInput } from '../../assessment/index.js';
import { formatPeriod } from '../../periods/index.js';
import type { GettingWorse, OffTrajectory, Verdict } from '../judgement-types.js';
import type { WatchedSeries } from '../watched-series.js';
import { notJudged } from './cases.js';
import { figureWords, inUnit } from './figure-words.js';
import { meetsPlan } from './meets-plan.js';
import { monthlyChanges } from './monthly-changes.js';

/**
 * Rule B: the cumulative sum of how far a series falls short of its agreed plan, above its limit; clear at half of the limit or
 * below. A percentage with few cases on its rarer side is judged by its counts. Source: Page 1954; Steiner and others 2000.
 */
export function judgeOffTrajectory(series: WatchedSeries, rule: OffTrajectory): readonly Verdict[] {
  return judgeSum(series, rule.minimumCases, {
    input: series.input,
    monitored: series.monitored(),
    standingOf: ({ offTrajectory }) => offTrajectory,
    otherwise: 'There is no agreed plan for',
    breachWords: ({ planned }) =>
      `further below the agreed plan (${planned === null ? '' : inUnit(planned, series.metric.unit)}), or below it for longer, than chance explains`,
  });
}

/**
 * Rule A: the same sum against the mean of the series' own baseline, or one value far out. Stocks, and figures that grow
 * within their year, are judged by what each month added.
 */
export function judgeGettingWorse(series: WatchedSeries, rule: GettingWorse): readonly Verdict[] {
  const changes = rule.byMonthlyChange.includes(series.metric.code);
  const input = changes ? monthlyChanges(series.input) : series.input;
  return judgeSum(series, rule.minimumCases, {
    input,
    monitored: changes ? monitorSeries(input) : series.monitored(),
    standingOf: ({ gettingWorse }) => gettingWorse,
    otherwise: 'There are not yet 13 months to judge by in',
    isQuiet: (at) => meetsPlan(series, at, rule.quietMonths),
    breachWords: (_month, { baseline }) =>
      `${changes ? 'the change of a month is ' : ''}worse than its own average (${baseline ? inUnit(baseline.mean, series.metric.unit) : ''}${changes ? ' a month' : ''}) by more, or for longer, than chance explains`,
  });
}

type Judged = {
  readonly input: AssessedInput;
  readonly monitored: OffTrackAssessment | null;
  readonly standingOf: (month: AssessedMonth) => RuleStanding | null;
  /** Why a month with a figure is not judged, before the month. */
  readonly otherwise: string;
  /** Whether a breach is a mark alone. */
  readonly isQuiet?: (at: number) => boolean;
  readonly breachWords: (month: AssessedMonth, monitored: OffTrackAssessment) => string;
};

function judgeSum(series: WatchedSeries, minimumCases: number, of: Judged): readonly Verdict[] {
  const { monitored } = of;
  const months = new Map((monitored?.months ?? []).map((month) => [month.position, month]));
  const muted = recentlyRebased(of.input);
  return series.input.points.map((point, at): Verdict => {
    const refused = notJudged(series, at, minimumCases);
    if (refused) return refused;
    const { period } = point;
    const month = months.get(at);
    const standing = month ? of.standingOf(month) : null;
    if (!monitored || !month || standing?.measure == null)
      return { period, kind: 'not-judged', reason: `${of.otherwise} ${formatPeriod(period)}.` };
    const limit = monitored.baseline?.limit ?? 0;
    const { measure } = standing;
    const said = `${figureWords(point, series.metric.unit)}`;
    const sum = `the cumulative sum is ${rounded(measure)}, its limit ${limit}`;
    if (measure > limit || standing.reason === 'SINGLE_VALUE') {
      const words = `${said}: ${of.breachWords(month, monitored)} (${sum}).`;
      if (muted.has(at))
        return {
          period,
          kind: 'hold',
          reason: `${words} Limits were set anew within three months, so nothing new is opened.`,
        };
      return of.isQuiet?.(at)
        ? { period, kind: 'hold', reason: `${words} The agreed plan is met all the same.` }
        : { period, kind: 'breach', reason: words };
    }
    return measure <= limit / 2
      ? { period, kind: 'clear', reason: `${said}: ${sum}; half of it or less counts as over.` }
      : { period, kind: 'hold', reason: `${said}: ${sum}; more than half of it is not yet over.` };
  });
}

const rounded = (sum: number): number => Math.round(sum * 10) / 10;
