import { LuDecomposition, Matrix } from 'ml-matrix';
import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import { standardError, type Cell } from './group-time-cells.js';
import { at, dot } from './numbers.js';

/** Wald statistic that all effects before the start are 0, and its chi-squared p with `df` degrees of freedom. */
export interface PreTrend {
  readonly W: number;
  readonly p: number;
  readonly df: number;
}

/** A matrix whose pivots spread wider than this is singular to the precision of the sums. */
const SINGULAR = 1e-12;

/**
 * Tests all these cells together against 0. Null where there is none or their covariance is singular (more cells than
 * councils, for instance). It rejects too often with many cells and few councils, and says little when it does not reject.
 * Source: Callaway and Sant'Anna (2021); Wald (1943).
 */
export function preTrend(cells: readonly Cell[]): PreTrend | null {
  const tested = cells.filter((cell) => standardError(cell.influence) !== null);
  const n = tested[0]?.influence.length ?? 0;
  if (tested.length === 0 || tested.length > n) return null;
  const covariance = new Matrix(
    tested.map((a) => tested.map((b) => dot(a.influence, b.influence) / n)),
  );
  const lu = new LuDecomposition(covariance);
  const pivots = lu.upperTriangularMatrix.diagonal().map(Math.abs);
  if (Math.min(...pivots) <= SINGULAR * Math.max(...pivots)) return null;
  const att = tested.map((cell) => cell.att);
  const solved = lu.solve(Matrix.columnVector(att)).to1DArray();
  const W = n * att.reduce((sum, value, index) => sum + value * at(solved, index), 0);
  return { W, p: 1 - chiSquareCdf(W, tested.length), df: tested.length };
}
