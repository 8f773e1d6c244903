import { scaleLinear } from 'd3-scale';
import type { Unit } from '#domain/metrics';
import type { ChartPoint, PlanStep } from './chart-model.js';

/** The range of values that charts side by side share, so that one picture can be held against another. */
export type ValueRange = { readonly top: number; readonly bottom: number };

/** One range for all of these series: from 0, or below it, up to a round number; 0 to 100 for percentages. */
export function sharedRange(
  series: readonly (readonly ChartPoint[])[],
  unit: Unit,
  plans: readonly PlanStep[] = [],
): ValueRange {
  if (unit === 'percent') return { bottom: 0, top: 100 };
  let [bottom, top] = [0, 0];
  for (const { value } of series.flat()) {
    bottom = Math.min(bottom, value ?? 0);
    top = Math.max(top, value ?? 0);
  }
  for (const { value, tolerance } of plans) top = Math.max(top, value + tolerance);
  const [from = 0, to = 1] = scaleLinear()
    .domain([bottom, top === bottom ? bottom + 1 : top])
    .nice(4)
    .domain();
  return { bottom: from, top: to };
}
