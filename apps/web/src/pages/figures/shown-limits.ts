import type { AssessedView } from '#application/assessments';
import { ASSESSMENT_OPTIONS, type ChartedPoint } from '#domain/assessment';
import type { Day } from '#domain/periods';

/** Points that a page shows with centre and limits, by the first day of their period. */
export type ShownLimits = ReadonlyMap<Day, ChartedPoint>;

/**
 * A point with limits on both sides and room between them. Limits that lie on the centre come of figures that are nearly all the
 * same, and would call every one of them unusual.
 */
const hasLimits = ({ centre, lower, upper }: ChartedPoint): boolean =>
  centre !== null && lower !== null && upper !== null && upper > lower;

/**
 * What may be drawn of a chart: limits need 13 points of their group, and some variation. Fewer would look like knowledge.
 */
export function shownLimits({ assessment }: Pick<AssessedView, 'assessment'>): ShownLimits {
  const { chart, reading } = assessment;
  if (chart.kind === 'none' || reading?.noVariationRecorded === true) return new Map();
  const sizes = new Map<number, number>();
  for (const { group } of chart.points) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return new Map(
    chart.points
      .filter(
        (point) =>
          hasLimits(point) && (sizes.get(point.group) ?? 0) >= ASSESSMENT_OPTIONS.minPointsForIcons,
      )
      .map((point) => [point.period.start, point]),
  );
}
