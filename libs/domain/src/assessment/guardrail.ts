import { improvementLabel, type ImprovementLabel } from '#statistics';
import type { SeriesAssessment } from './assessment-types.js';

/**
 * The label of an improvement, with its guardrails: `balancing` holds what is said of each of the metric's balancing measures
 * of the same council or area; one without a chart says nothing. Null where the last point is no improvement that may be
 * shown. Worked out where it is shown, so that it always agrees with what stands of the balancing measures.
 */
export function guardedImprovement(
  { reading }: SeriesAssessment,
  balancing: readonly SeriesAssessment[],
): ImprovementLabel | null {
  if (reading?.variation !== 'special_cause_improvement' || !reading.iconsShown) return null;
  return improvementLabel(
    balancing.map(({ chart }) =>
      chart.kind === 'none' ? [] : chart.points.map(({ type }) => type === 'special_cause_concern'),
    ),
  );
}
