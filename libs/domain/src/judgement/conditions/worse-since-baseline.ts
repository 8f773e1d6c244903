import { baselineEnd, numberOf } from '../../assessment/index.js';
import type { WatchedSeries } from '../watched-series.js';

/**
 * How much worse a stock is at a place than at the end of its baseline, in its own unit; negative when it is better. Infinite
 * where that cannot be said: for figures that grow within their year, and without a baseline or a direction.
 */
export function worseSinceBaseline({ metric, input }: WatchedSeries, at: number): number {
  const end = baselineEnd(input);
  const [from, to] = [end === null ? undefined : input.points[end], input.points[at]];
  const [before, now] = [from ? numberOf(from) : null, to ? numberOf(to) : null];
  if (metric.basis !== 'stock' || before === null || now === null) return Infinity;
  return metric.direction === 'up' ? before - now : now - before;
}
