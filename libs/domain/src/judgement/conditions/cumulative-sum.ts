import type { AssessedMonth, OffTrackAssessment, RuleStanding } from '#statistics';
import { monitorSeries, recentlyRebased, type AssessedInput } from '../../assessment/index.js';
import { formatPeriod } from '../../periods/index.js';
import type { GettingWorse, OffTrajectory, Verdict } from '../judgement-types.js';
import type { WatchedSeries } from '../watched-series.js';
import { notJudged } from './cases.js';
import { changeInUnit, figureWords, inUnit } from './figure-words.js';
import { meetsPlan } from './meets-plan.js';
import { monthlyChanges } from './monthly-changes.js';
import { wasSoBefore } from './was-so-before.js';
import { worseSinceBaseline } from './worse-since-baseline.js';

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
    against: ({ planned }) =>
      `the agreed plan (${planned === null ? '' : inUnit(planned, series.metric.unit)})`,
    quietBecause: () => null,
  });
}

/**
 * Rule A: the same sum against the mean of the series' own baseline, or one value far out. Stocks, and figures that grow
 * within their year, are judged by what each month added. A mark alone while the agreed plan is met all the same, where it
 * was as bad already in the last year of the baseline, and while a stock has hardly moved.
 */
export function judgeGettingWorse(series: WatchedSeries, rule: GettingWorse): readonly Verdict[] {
  const { unit } = series.metric;
  const leastRise = rule.byMonthlyChange[series.metric.code];
  const changes = leastRise !== undefined;
  const input = changes
    ? monthlyChanges(series.input, rule.leftOut[series.metric.code])
    : series.input;
  const monitored = changes ? monitorSeries(input) : series.monitored();
  const mean = monitored?.baseline?.mean ?? 0;
  const wasSo = wasSoBefore(series.input);
  return judgeSum(series, rule.minimumCases, {
    input,
    monitored,
    standingOf: ({ gettingWorse }) => gettingWorse,
    otherwise: 'There are not yet 13 months to judge by in',
    against: () =>
      changes
        ? `its own average change of ${changeInUnit(mean, unit)} a month`
        : `its own average (${inUnit(mean, unit)})`,
    quietBecause: (at, isExtreme) => {
      if (meetsPlan(series, at, rule.quietMonths)) return 'The agreed plan is met all the same.';
      if (!changes && wasSo(at, isExtreme))
        return 'It was so already in the last year of its baseline.';
      return changes && worseSinceBaseline(series, at) < leastRise
        ? `It is not yet ${changeInUnit(leastRise, unit)} worse than at the end of the baseline.`
        : null;
    },
  });
}

type Judged = {
  readonly input: AssessedInput;
  readonly monitored: OffTrackAssessment | null;
  readonly standingOf: (month: AssessedMonth) => RuleStanding | null;
  /** Why a month with a figure is not judged, before the month. */
  readonly otherwise: string;
  /** What the figure is worse than. */
  readonly against: (month: AssessedMonth) => string;
  /** Why a breach is a mark alone; null where it is one. */
  readonly quietBecause: (at: number, isExtreme: boolean) => string | null;
};

function judgeSum(series: WatchedSeries, minimumCases: number, of: Judged): readonly Verdict[] {
  const months = new Map((of.monitored?.months ?? []).map((month) => [month.position, month]));
  const muted = recentlyRebased(of.input);
  const limit = of.monitored?.baseline?.limit ?? 0;
  return series.input.points.map((point, at): Verdict => {
    const { period } = point;
    const refused = notJudged(series, at, minimumCases);
    if (refused) return refused;
    const month = months.get(at);
    const standing = month ? of.standingOf(month) : null;
    if (!month || !standing || standing.measure === null)
      return { period, kind: 'not-judged', reason: whyNot(of, at, standing) };
    const said = figureWords(point, series.metric.unit);
    const judged = { ...standing, measure: standing.measure, limit };
    const isExtreme = standing.reason === 'SINGLE_VALUE';
    if (judged.measure <= limit && !isExtreme) return calm({ period, said }, judged);
    const how = isExtreme ? 'one month far worse than' : 'worse than';
    const why = isExtreme
      ? ''
      : ` by more, or for longer, than chance explains (${sumWords(judged)})`;
    const words = `${said}: ${how} ${of.against(month)}${why}.`;
    const quiet = muted.has(at)
      ? 'Limits were set anew within three months, so nothing new is opened.'
      : of.quietBecause(at, isExtreme);
    return quiet === null
      ? { period, kind: 'breach', reason: words }
      : { period, kind: 'hold', reason: `${words} ${quiet}` };
  });
}

type Sum = { readonly measure: number; readonly limit: number };

const sumWords = ({ measure, limit }: Sum): string =>
  `the cumulative sum is ${rounded(measure)}, its limit ${limit}`;

function calm({ period, said }: Pick<Verdict, 'period'> & { said: string }, sum: Sum): Verdict {
  const words = `${said}: ${sumWords(sum)}`;
  return sum.measure <= sum.limit / 2
    ? { period, kind: 'clear', reason: `${words}; half of it or less counts as over.` }
    : { period, kind: 'hold', reason: `${words}; more than half of it is not yet over.` };
}

/** Why a month with a figure is not judged: it is left out, there is nothing to judge by, or it has too few cases. */
function whyNot(of: Judged, at: number, standing: RuleStanding | null): string {
  const point = of.input.points[at];
  const when = point ? formatPeriod(point.period) : '';
  if (point?.state === 'z') return `It is not judged in ${when}.`;
  return standing === null
    ? `${of.otherwise} ${when}.`
    : `There were too few cases in ${when} alone.`;
}

const rounded = (sum: number): number => Math.round(sum * 10) / 10;
