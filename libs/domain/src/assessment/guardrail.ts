import { improvementLabel, type ImprovementLabel, type PointType } from '#statistics';
import type { BalancingMetric } from '../metrics/metric.js';
import type { SeriesAssessment } from './assessment-types.js';

/** What is said of a balancing measure of the same council or area. */
export type BalancingAssessment = BalancingMetric & {
  /** Which way the balancing measure itself is better; most have no direction of their own. */
  readonly direction: 'up' | 'down' | 'none';
  readonly assessment: SeriesAssessment;
};

/** The label of an improvement; `moved` names the balancing measures that moved the wrong way, in their order. */
export type GuardedImprovement = {
  readonly label: ImprovementLabel;
  readonly moved: readonly string[];
};

/**
 * The label of an improvement, with its guardrails: a balancing measure that shows, in its last three points, a special cause in
 * the direction that would be a cost of the improvement; one without a chart says nothing. Null where the last point is no
 * improvement that may be shown. Worked out where it is shown, so that it always agrees with what stands of the balancing
 * measures.
 */
export function guardedImprovement(
  { reading }: SeriesAssessment,
  balancing: readonly BalancingAssessment[],
): GuardedImprovement | null {
  if (reading?.variation !== 'special_cause_improvement' || !reading.iconsShown) return null;
  const costs = balancing.map((one) => ({ metric: one.metric, points: costsOf(one) }));
  return {
    label: improvementLabel(costs.map(({ points }) => points)),
    moved: costs.flatMap(({ metric, points }) =>
      improvementLabel([points]) === 'improved' ? [] : [metric],
    ),
  };
}

/** Whether each point of a balancing measure is unusual in the adverse direction. */
function costsOf({ direction, adverse, assessment }: BalancingAssessment): readonly boolean[] {
  const { chart } = assessment;
  return chart.kind === 'none'
    ? []
    : chart.points.map(({ type }) => movedOf(type, direction) === adverse);
}

/** Which way an unusual point moved, whatever is better there; null for a usual one. */
function movedOf(
  type: PointType,
  direction: BalancingAssessment['direction'],
): 'up' | 'down' | null {
  switch (type) {
    case 'special_cause_neutral_high':
      return 'up';
    case 'special_cause_neutral_low':
      return 'down';
    case 'special_cause_improvement':
      return direction === 'down' ? 'down' : 'up';
    case 'special_cause_concern':
      return direction === 'down' ? 'up' : 'down';
    case 'common_cause':
      return null;
  }
}
