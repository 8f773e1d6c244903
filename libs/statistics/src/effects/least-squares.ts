import { Matrix, QrDecomposition, solve } from 'ml-matrix';
import { at, dot } from './numbers.js';

export interface LeastSquares {
  readonly coefficients: readonly number[];
  readonly residuals: readonly number[];
  /** Sum of the squared residuals. */
  readonly rss: number;
  /** (X'X)⁻¹. */
  readonly inverse: Matrix;
}

/** A column that others explain to this share of its length adds nothing that can be told apart. */
const COLLINEAR = 1e-9;

/** OLS by QR; null when columns explain each other, or there are more of them than rows. */
export function leastSquares(
  rows: readonly (readonly number[])[],
  y: readonly number[],
): LeastSquares | null {
  const x = new Matrix(rows.map((row) => [...row]));
  if (x.columns > x.rows) return null;
  const qr = new QrDecomposition(x);
  const upper = qr.upperTriangularMatrix;
  const own = upper.diagonal().map(Math.abs);
  const lengths = own.map((_, column) => Math.sqrt(dot(x.getColumn(column), x.getColumn(column))));
  if (own.some((value, column) => !(value > COLLINEAR * at(lengths, column)))) return null;
  const coefficients = qr.solve(Matrix.columnVector([...y])).to1DArray();
  const residuals = rows.map((row, index) => at(y, index) - dot(row, coefficients));
  const root = solve(upper, Matrix.eye(x.columns));
  return {
    coefficients,
    residuals,
    rss: dot(residuals, residuals),
    inverse: root.mmul(root.transpose()),
  };
}
