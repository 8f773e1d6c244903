import {
  ASSESSMENT_OPTIONS,
  assessSeries,
  type AssessedInput,
  type SeriesAssessment,
} from '#domain/assessment';
import type { AgreedPlan, JudgedPoint } from '#domain/judgement';
import { monthsBefore, type Day, type Period } from '#domain/periods';
import { expectedPeriods } from '../judgement/expected-periods.js';
import type { Programme } from '../ports/index.js';
import { appliesTo } from './read-series.js';
import type { SeriesPoint, SeriesView } from './series-types.js';

/** What the statistics say of a series as a page shows it. */
export type AssessedView = {
  /** Every period from the first figure to the last that was to be there; one without a figure stands in it too. */
  readonly points: readonly JudgedPoint[];
  readonly assessment: SeriesAssessment;
};

export type AssessedAt = {
  readonly programme: Programme;
  readonly plan: AgreedPlan | undefined;
  /** As known when: now, or the moment that was asked for. What was not expected by then is not missing. */
  readonly at: Date;
};

/**
 * The assessment of one series of a council, from its points: give them whole, from the first on, since limits rest on all of
 * them. Months that nobody sent are added as missing: those in between, and those that were expected by `at`. Figures from
 * before the metric's present definition are left out, since limits over both would say nothing.
 */
export function assessForPage(series: SeriesView, of: AssessedAt): AssessedView {
  const { metric } = series;
  const points = wholePoints(
    metric.major > 1
      ? series.points.filter(({ period }) => period.start >= metric.validFrom)
      : series.points,
    series,
    of,
  );
  const input: AssessedInput = {
    metric,
    points,
    plan: of.plan ?? null,
    goLive: goLiveOf(series, of.programme),
    rebases: [],
  };
  return { points, assessment: assessSeries(input, ASSESSMENT_OPTIONS) };
}

const councilIdOf = ({ area }: SeriesView): number =>
  area.kind === 'council' ? area.councilId : 0;

/** The first day on which a reform could be in the figures: the measure's own, or any that the council tests. */
function goLiveOf(series: SeriesView, { register }: Programme): Day | null {
  const { askedOf, type } = series.metric;
  const isOfAny = type === 'published' || askedOf === 'all';
  const days = register.participations
    .filter(
      ({ councilId, reform }) =>
        councilId === councilIdOf(series) && (isOfAny || reform === askedOf),
    )
    .map(({ from }) => from);
  return days.toSorted()[0] ?? null;
}

/** Published figures come when they are published; of months, each one that was owed or lies between two that came. */
function wholePoints(
  points: readonly SeriesPoint[],
  series: SeriesView,
  of: AssessedAt,
): readonly JudgedPoint[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || series.metric.type === 'published') return points;
  const newestOwed = expectedPeriods(of.programme, series.metric, {
    councilId: councilIdOf(series),
    extensions: [],
    now: of.at,
  }).findLast(({ expectedBy }) => expectedBy <= of.at)?.period.start;
  const end = newestOwed !== undefined && newestOwed > last.period.start ? newestOwed : null;
  const byStart = new Map(points.map((point) => [point.period.start, point]));
  const isAsked = appliesTo(of.programme, series.metric, councilIdOf(series));
  const whole: JudgedPoint[] = [];
  for (
    let { period } = first;
    period.start <= (end ?? last.period.start);
    period = monthsBefore(period, -1)
  ) {
    whole.push(byStart.get(period.start) ?? without(period, isAsked(period) ? 'missing' : 'z'));
  }
  return whole;
}

const without = (period: Period, state: 'missing' | 'z'): JudgedPoint => ({
  period,
  numerator: null,
  denominator: null,
  value: null,
  state,
  standing: null,
});
