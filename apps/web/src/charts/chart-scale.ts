import { scaleLinear } from 'd3-scale';
import type { Unit } from '#domain/metrics';
import type { ChartPoint, PlanStep } from './chart-model.js';

/** The values and days that charts side by side share, so that one picture can be held against another. */
export type ChartRange = {
  readonly top: number;
  readonly bottom: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Whether lines are named at their end, in any of the charts: then all leave room for it. */
  readonly isLabelled: boolean;
};

/** A percentage that never comes near this is drawn on an axis of its own. */
const SMALL_PER_CENT = 20;

/**
 * The lowest and highest number of a value axis, from the lowest and highest of all that is drawn on it: values, and the
 * upper edge of an agreed plan's band.
 *
 * - Every axis holds 0, so that a length can be compared with another.
 * - Percentages are drawn from 0 to 100. Where the highest is under 20, that would flatten them: from 0 to a round number
 *   above it.
 * - Counts, rates, money and scores, and percentages of which one is below 0 (a balance), run to round numbers around
 *   what is drawn; with nothing but 0, to 1.
 */
export function valueAxis(unit: Unit, lowest: number, highest: number): readonly [number, number] {
  const [bottom, top] = [Math.min(0, lowest), Math.max(0, highest)];
  if (unit === 'percent' && bottom === 0 && top >= SMALL_PER_CENT) return [0, 100];
  const [from = 0, to = 1] = scaleLinear()
    .domain([bottom, top === bottom ? bottom + 1 : top])
    .nice(4)
    .domain();
  return [from, to];
}

/** One range for all of these series and plans; its values by `valueAxis`. */
export function sharedRange(
  series: readonly (readonly ChartPoint[])[],
  unit: Unit,
  plans: readonly PlanStep[] = [],
): ChartRange {
  const points = series.flat();
  let [firstDay, lastDay, lowest, highest] = [Infinity, -Infinity, 0, 0];
  for (const { day, value } of points) {
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
    lowest = Math.min(lowest, value ?? 0);
    highest = Math.max(highest, value ?? 0);
  }
  // No figure can be below nothing, or above everything: limits that go further are cut off there.
  const least = lowest < 0 ? -Infinity : 0;
  const most = unit === 'percent' && highest <= 100 ? 100 : Infinity;
  for (const { limits } of points) {
    if (!limits) continue;
    lowest = Math.min(lowest, Math.max(least, limits.lower));
    highest = Math.max(highest, Math.min(most, limits.upper));
  }
  for (const { value, tolerance } of plans) highest = Math.max(highest, value + tolerance);
  const [bottom, top] = valueAxis(unit, lowest, highest);
  const isLabelled = plans.length > 0 || points.some(({ limits }) => limits !== null);
  return { bottom, top, firstDay, lastDay, isLabelled };
}
