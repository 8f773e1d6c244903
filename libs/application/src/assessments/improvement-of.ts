import {
  guardedImprovement,
  type GuardedImprovement,
  type SeriesAssessment,
} from '#domain/assessment';
import type { Metric } from '#domain/metrics';

/** Metrics by their code. */
export const byCode = (metrics: readonly Metric[]): ReadonlyMap<string, Metric> =>
  new Map(metrics.map((metric) => [metric.code, metric]));

/** Whether the newest point is an improvement that may be shown, whatever is beside it. */
export const isImproved = (assessment: SeriesAssessment): boolean =>
  guardedImprovement(assessment, []) !== null;

/**
 * The label of an improvement, and which balancing measures moved at its cost; null where there is none. `beside`: what is said of a
 * balancing measure (by its code) of the same council or area.
 */
export function improvementOf(
  { metric, assessment }: { metric: Metric | undefined; assessment: SeriesAssessment },
  metrics: ReadonlyMap<string, Metric>,
  beside: (code: string) => SeriesAssessment | undefined,
): GuardedImprovement | null {
  const balancing = (metric?.balancedBy ?? []).flatMap((one) => {
    const [said, other] = [beside(one.metric), metrics.get(one.metric)];
    return said && other ? { ...one, direction: other.direction, assessment: said } : [];
  });
  return guardedImprovement(assessment, balancing);
}
