import type { AssessedSeries, AssessedView, YearChange } from '#application/assessments';
import type { SeriesPoint, SeriesView } from '#application/figures';
import type { Programme } from '#application/ports';
import type { ChartedPoint } from '#domain/assessment';
import type { AgreedPlan, JudgedPoint } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import type { Day } from '#domain/periods';
import { dayNumber, type ChartEvent } from '../../charts/chart-model.js';
import { seriesEvents } from './series-events.js';
import { shownLimits, type ShownLimits } from './shown-limits.js';

/** One place of a series as a page shows it; `known` is the figure behind it, null where there is none. */
export type ShownPoint = JudgedPoint & { readonly known: SeriesPoint | null };

/** A series for a page: its figures of the time that was chosen, and what the statistics say of the whole. */
export type ShownSeries = {
  readonly series: SeriesView;
  /** Those figures, with the periods between and after them that nobody sent. */
  readonly points: readonly ShownPoint[];
  readonly assessed: AssessedView;
  readonly limits: ShownLimits;
  readonly plan: AgreedPlan | undefined;
  /** That the newest figure is an improvement, and which balancing measures moved at its cost; null for none. */
  readonly improvement: { readonly moved: readonly MovedMeasure[] } | null;
  /** What happened between the first and the last of the points. */
  readonly events: readonly ChartEvent[];
};

/** A balancing measure, which way it moved, and what it was a year before; null where that is not known. */
export type MovedMeasure = {
  readonly metric: Metric;
  readonly adverse: 'up' | 'down';
  readonly change: YearChange | null;
};

export type Showing = {
  readonly programme: Programme;
  /** What is older is left out of the picture, not of the statistics; null leaves nothing out. */
  readonly from: Day | null;
};

export function showSeries(assessed: AssessedSeries, { programme, from }: Showing): ShownSeries {
  const { series } = assessed;
  const within = series.points.filter(({ period }) => from === null || period.start >= from);
  const starts = new Set(within.map(({ period }) => period.start));
  const first = within[0]?.period.start;
  const without = assessed.points.filter(
    ({ period }) => first !== undefined && period.start > first && !starts.has(period.start),
  );
  const points = [
    ...within.map((point): ShownPoint => ({ ...point, known: point })),
    ...without.map((point): ShownPoint => ({ ...point, known: null })),
  ].sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
  return {
    series: { ...series, points: within },
    points,
    assessed,
    limits: shownLimits(assessed),
    plan: assessed.plan ?? undefined,
    improvement: improvementOf(assessed, programme.metrics),
    events: seriesEvents(series, programme, {
      first: dayNumber(points[0]?.period.start ?? '1970-01-01'),
      last: dayNumber(points.at(-1)?.period.start ?? '1970-01-01'),
    }),
  };
}

function improvementOf(
  { series, improvement, changes }: AssessedSeries,
  metrics: readonly Metric[],
): ShownSeries['improvement'] {
  if (improvement === null) return null;
  const moved = series.metric.balancedBy.flatMap(({ metric: code, adverse }) => {
    const metric = metrics.find((one) => one.code === code);
    return metric && improvement.moved.includes(code)
      ? { metric, adverse, change: changes.get(code) ?? null }
      : [];
  });
  return { moved };
}

/** The points with limits, of the whole series, oldest first. */
export const limitedPoints = ({ limits }: ShownSeries): readonly ChartedPoint[] => [
  ...limits.values(),
];

/** Whether the newest figure has limits, so that something may be said of it. */
export function newestLimited({ assessed, limits }: ShownSeries): ChartedPoint | null {
  const { chart } = assessed.assessment;
  const newest = chart.kind === 'none' ? undefined : chart.points.at(-1);
  return (newest && limits.get(newest.period.start)) ?? null;
}
