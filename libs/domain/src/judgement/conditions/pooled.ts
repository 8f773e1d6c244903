import { numberOf, type JudgedPoint } from '../../assessment/index.js';

const PERCENT = 100;

/** Several months taken together: the percentage of all their cases, or the mean of values without counts; null with no figure. */
export function pooled(points: readonly JudgedPoint[]): number | null {
  const figures = points.filter((point) => numberOf(point) !== null);
  if (figures.length === 0) return null;
  const sum = (of: (point: JudgedPoint) => number): number =>
    figures.reduce((total, point) => total + of(point), 0);
  return figures.every(({ numerator, denominator }) => numerator !== null && denominator !== null)
    ? (PERCENT * sum(({ numerator }) => Number(numerator))) /
        sum(({ denominator }) => Number(denominator))
    : sum(({ value }) => Number(value)) / figures.length;
}
