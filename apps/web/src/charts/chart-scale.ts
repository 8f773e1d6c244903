import { scaleLinear } from 'd3-scale';
import type { Unit } from '#domain/metrics';
import type { ChartPoint, PlanStep } from './chart-model.js';

/** The values and days that charts side by side share, so that one picture can be held against another. */
export type ChartRange = {
  readonly top: number;
  readonly bottom: number;
  readonly firstDay: number;
  readonly lastDay: number;
};

function valuesOf(
  points: readonly ChartPoint[],
  unit: Unit,
  plans: readonly PlanStep[],
): readonly number[] {
  // A balance can be below 0: then 0 to 100 would leave it outside the picture.
  if (unit === 'percent' && points.every(({ value }) => (value ?? 0) >= 0)) return [0, 100];
  let [bottom, top] = [0, 0];
  for (const { value } of points) {
    bottom = Math.min(bottom, value ?? 0);
    top = Math.max(top, value ?? 0);
  }
  for (const { value, tolerance } of plans) top = Math.max(top, value + tolerance);
  return scaleLinear()
    .domain([bottom, top === bottom ? bottom + 1 : top])
    .nice(4)
    .domain();
}

/** One range for all of these series: from 0, or below it, up to a round number; 0 to 100 for percentages, unless one is below 0. */
export function sharedRange(
  series: readonly (readonly ChartPoint[])[],
  unit: Unit,
  plans: readonly PlanStep[] = [],
): ChartRange {
  const points = series.flat();
  const [bottom = 0, top = 1] = valuesOf(points, unit, plans);
  let [firstDay, lastDay] = [Infinity, -Infinity];
  for (const { day } of points) {
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
  }
  return { bottom, top, firstDay, lastDay };
}
