import { baselineEnd } from '../../assessment/index.js';
import type { WatchedSeries } from '../watched-series.js';
import { pooled } from './pooled.js';

const MONTHS_IN_YEAR = 12;

/**
 * Whether a series was as bad already in the last year of its baseline, as it is over the last so many months up to a place: the
 * fall lies in the baseline, and is no news. False without a baseline or a direction.
 */
export function wasSoBefore({ metric, input }: WatchedSeries, at: number, months: number): boolean {
  const { points } = input;
  const end = baselineEnd(input);
  if (end === null || metric.direction === 'none') return false;
  const before = pooled(points.slice(Math.max(0, end - MONTHS_IN_YEAR + 1), end + 1));
  const now = pooled(points.slice(Math.max(0, at - months + 1), at + 1));
  if (before === null || now === null) return false;
  return metric.direction === 'up' ? now >= before : now <= before;
}
