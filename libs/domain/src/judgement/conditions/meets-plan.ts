import { plannedOn } from '../../assessment/index.js';
import type { WatchedSeries } from '../watched-series.js';
import { pooled } from './pooled.js';

/**
 * Whether a series meets its agreed plan over the last so many months up to a place, taken together. False without an agreed
 * plan, a direction or a figure.
 */
export function meetsPlan({ metric, input }: WatchedSeries, at: number, months: number): boolean {
  const newest = input.points[at];
  const planned = newest ? plannedOn(input.plan, newest.period.start) : null;
  if (planned === null || metric.direction === 'none') return false;
  const together = pooled(input.points.slice(Math.max(0, at - months + 1), at + 1));
  if (together === null) return false;
  return metric.direction === 'up' ? together >= planned : together <= planned;
}
