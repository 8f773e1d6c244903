import { ASSESSMENT_OPTIONS, assessSeries, type SeriesAssessment } from '#domain/assessment';
import type { AgreedPlan, JudgedPoint } from '#domain/assessment';
import { councilInput } from '../assessments/council-candidate.js';
import type { LimitDecision, Programme } from '../ports/index.js';
import type { SeriesView } from './series-types.js';

/** What the statistics say of a series as a page shows it. */
export type AssessedView = {
  /** Every period from the first figure to the last that was to be there; one without a figure stands in it too. */
  readonly points: readonly JudgedPoint[];
  readonly assessment: SeriesAssessment;
};

export type AssessedAt = {
  readonly programme: Programme;
  readonly plan: AgreedPlan | undefined;
  /** What people decided of the limits of series; those of others are passed over. */
  readonly limits: readonly LimitDecision[];
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
  const input = councilInput(
    {
      programme: of.programme,
      now: of.at,
      decided: { plans: of.plan ? [of.plan] : [], limits: of.limits },
      extensions: [],
      out: new Map(),
    },
    metric,
    {
      councilId: series.area.kind === 'council' ? series.area.councilId : 0,
      points:
        metric.major > 1
          ? series.points.filter(({ period }) => period.start >= metric.validFrom)
          : series.points,
    },
  );
  return { points: input.points, assessment: assessSeries(input, ASSESSMENT_OPTIONS) };
}
