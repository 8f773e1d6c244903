import {
  councilIdOf,
  FEWEST_CASES,
  funnelInput,
  hasCounts,
  isFunnelled as isShare,
} from '#application/assessments';
import type { SeriesPoint, SeriesView } from '#application/figures';
import { assessFunnel, ASSESSMENT_OPTIONS } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { periodKey, type Period } from '#domain/periods';
import type { FunnelResult, FunnelResultUnit } from '#statistics';

/** Shares that are of one period; one that grows within the year is of another each month. */
export const isFunnelled = (metric: Metric): boolean =>
  isShare(metric) && !metric.basis.startsWith('cumulative');

/** With fewer, the tenth that is trimmed at either end before the usual differences are measured is not one council. */
export const FEWEST_COUNCILS = 10;

/** One council in a funnel. `unit`: its place between the limits; null where it is not compared. */
export type FunnelPlace = {
  readonly name: string;
  readonly point: SeriesPoint | undefined;
  readonly unit: FunnelResultUnit | null;
  readonly isFew: boolean;
};

export type Funnel = {
  readonly period: Period;
  /** Null for counts that are no parts of wholes. */
  readonly result: FunnelResult | null;
  /** Every council that was read, in the order in which it was given. */
  readonly places: readonly FunnelPlace[];
};

/** The newest period in which as many councils as in any have a figure with its counts; null where there is none. */
export function fullestPeriod(series: readonly Pick<SeriesView, 'points'>[]): Period | null {
  const found = new Map<string, { readonly period: Period; reported: number }>();
  for (const { points } of series)
    for (const point of points.filter(hasCounts)) {
      const known = found.get(point.period.start) ?? { period: point.period, reported: 0 };
      known.reported += 1;
      found.set(point.period.start, known);
    }
  const [fullest] = [...found.values()].sort(
    (a, b) => b.reported - a.reported || (a.period.start < b.period.start ? 1 : -1),
  );
  return fullest?.period ?? null;
}

/** The funnel of one period, by the figures that are shown: the same method as of the funnels that alerts rest on. */
export function funnelOf(metric: Metric, series: readonly SeriesView[], period: Period): Funnel {
  const found = series.map((one) => ({
    name: one.area.name,
    unit: String(councilIdOf(one)),
    point: one.points.find((point) => point.period.start === period.start),
  }));
  const counted = found.flatMap(({ unit, point }) =>
    point && hasCounts(point) ? [{ unit, point }] : [],
  );
  const input = funnelInput(metric, periodKey(period), counted);
  const { funnel: result } = assessFunnel(input, ASSESSMENT_OPTIONS);
  const units = new Map(result?.units.map((one) => [one.unit, one]));
  return {
    ...{ period, result },
    places: found.map(({ name, unit, point }) => ({
      ...{ name, point },
      unit: units.get(unit) ?? null,
      isFew: point !== undefined && hasCounts(point) && Number(point.denominator) < FEWEST_CASES,
    })),
  };
}
