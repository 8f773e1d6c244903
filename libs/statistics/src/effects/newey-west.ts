import { Matrix } from 'ml-matrix';
import type { LeastSquares } from './least-squares.js';
import { at } from './numbers.js';

/** The lag when none is given: the whole part of 4(n/100)^(2/9). Source: Newey and West (1994). */
export const defaultLag = (n: number): number => Math.floor(4 * (n / 100) ** (2 / 9));

/**
 * Covariance of coefficients that holds when residuals vary unevenly and follow each other up to `lag` rows: Bartlett
 * weights, no prewhitening, no small-sample factor. Source: Newey and West (1987).
 */
export function neweyWest(
  rows: readonly (readonly number[])[],
  { residuals, inverse }: LeastSquares,
  lag: number,
): Matrix {
  const scores = new Matrix(rows.map((row, t) => row.map((value) => value * at(residuals, t))));
  const meat = scores.transpose().mmul(scores);
  for (let back = 1; back <= Math.min(lag, scores.rows - 1); back += 1) {
    const columns = scores.columns - 1;
    const later = scores.subMatrix(back, scores.rows - 1, 0, columns);
    const earlier = scores.subMatrix(0, scores.rows - 1 - back, 0, columns);
    const together = later.transpose().mmul(earlier);
    meat.add(Matrix.add(together, together.transpose()).mul(1 - back / (lag + 1)));
  }
  return inverse.mmul(meat).mmul(inverse);
}
