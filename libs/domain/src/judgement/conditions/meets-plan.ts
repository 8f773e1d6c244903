import { numberOf, plannedOn, type JudgedPoint } from '../../assessment/index.js';
import type { WatchedSeries } from '../watched-series.js';

const PERCENT = 100;

/**
 * Whether a series meets its agreed plan over the last so many months up to a place, taken together: the percentage of all
 * their cases, or the mean of values without counts. False without an agreed plan, a direction or a figure.
 */
export function meetsPlan({ metric, input }: WatchedSeries, at: number, months: number): boolean {
  const newest = input.points[at];
  const planned = newest ? plannedOn(input.plan, newest.period.start) : null;
  if (planned === null || metric.direction === 'none') return false;
  const together = pooled(input.points.slice(Math.max(0, at - months + 1), at + 1));
  if (together === null) return false;
  return metric.direction === 'up' ? together >= planned : together <= planned;
}

function pooled(points: readonly JudgedPoint[]): number | null {
  const figures = points.filter((point) => numberOf(point) !== null);
  if (figures.length === 0) return null;
  const sum = (of: (point: JudgedPoint) => number): number =>
    figures.reduce((total, point) => total + of(point), 0);
  return figures.every(({ numerator, denominator }) => numerator !== null && denominator !== null)
    ? (PERCENT * sum(({ numerator }) => Number(numerator))) /
        sum(({ denominator }) => Number(denominator))
    : sum(({ value }) => Number(value)) / figures.length;
}
