import {
  guardedImprovement,
  type GuardedImprovement,
  type SeriesAssessment,
} from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import type { Day } from '#domain/periods';

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

/** What a figure was a year before the newest one, and is now; in the metric's own unit. */
export type YearChange = { readonly before: number; readonly now: number };

/** How a measure's newest figure stands against the one a year before; null where either is not charted. */
function yearChangeOf({ chart }: SeriesAssessment): YearChange | null {
  if (chart.kind === 'none') return null;
  const newest = chart.points.at(-1);
  const start = newest && yearBefore(newest.period.start);
  const before = chart.points.find(({ period }) => period.start === start);
  return newest && before ? { before: before.value, now: newest.value } : null;
}

const yearBefore = (day: Day): Day => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/**
 * The improvement of a series, as `improvementOf` has it, and how the balancing measures that moved stand against the year
 * before, by their codes; those of which that is known.
 */
export function improvementBeside(...[of, metrics, beside]: Parameters<typeof improvementOf>): {
  readonly improvement: GuardedImprovement | null;
  readonly changes: ReadonlyMap<string, YearChange>;
} {
  const improvement = improvementOf(of, metrics, beside);
  const changes = (improvement?.moved ?? []).flatMap((code) => {
    const said = beside(code);
    const change = said && yearChangeOf(said);
    return change ? [[code, change] as const] : [];
  });
  return { improvement, changes: new Map(changes) };
}
