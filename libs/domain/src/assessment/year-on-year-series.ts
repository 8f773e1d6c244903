import { yearOnYear } from '#statistics';
import { isMonth } from '../periods/index.js';
import { assessSeries } from './assess-series.js';
import type { AssessedInput, AssessmentOptions, SeriesAssessment } from './assessment-types.js';
import { numberOf } from './figures.js';
import type { JudgedPoint } from './judged-point.js';

/** A series of differences from the same month a year before: its points, from the second year on, and what is said of it. */
export type YearOnYearView = {
  readonly points: readonly JudgedPoint[];
  readonly assessment: SeriesAssessment;
};

/**
 * The second view of a monthly series that may have seasons: how each month differs from the same month a year before, in the
 * unit of the values (percentages by points), with limits of its own. Figures that grow within their year have no other. Null
 * for other periods, and with fewer differences than limits need. Without plan, baseline or decisions: those are of the figures.
 */
export function assessYearOnYear(
  { metric, points }: Pick<AssessedInput, 'metric' | 'points'>,
  options: AssessmentOptions,
): YearOnYearView | null {
  if (points.length === 0 || !points.every(({ period }) => isMonth(period))) return null;
  const changes = yearOnYear(
    points.map((point) => ({ date: point.period.start, value: numberOf(point) })),
  );
  const first = changes.findIndex(({ value }) => value !== null);
  const differences = points.slice(Math.max(0, first)).map((point, at): JudgedPoint => {
    const value = changes[Math.max(0, first) + at]?.value ?? null;
    return {
      ...point,
      ...{ numerator: null, denominator: null },
      value: value === null ? null : String(value),
      state: value === null && point.state === 'value' ? 'missing' : point.state,
    };
  });
  if (changes.filter(({ value }) => value !== null).length < options.minPointsForIcons) return null;
  const assessment = assessSeries(
    {
      metric: { ...metric, basis: 'flow' },
      points: differences,
      ...{ plan: null, goLive: null, rebases: [], baseline: null },
      newest: { matured: true, tooLate: false },
    },
    options,
  );
  return { points: differences, assessment };
}
