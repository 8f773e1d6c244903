import { at, dot, sumOf } from './numbers.js';

/** Rows of a panel, each with its unit and period numbered from 0. */
export interface TwoWayRows {
  readonly unit: Int32Array;
  readonly time: Int32Array;
  readonly units: number;
  readonly times: number;
}

const MOST_PASSES = 10_000;
const CONVERGED = 1e-13;

/**
 * The values less their unit and period effects (within transformation), by removing the means in turn: one pass on a
 * balanced panel, and until nothing changes on others. Source: Frisch, Waugh and Lovell.
 */
export function withinTwoWay(rows: TwoWayRows, values: ArrayLike<number>): Float64Array {
  const result = Float64Array.from(values);
  const scale = result.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const removed = Math.max(
      removeMeans(result, rows.unit, rows.units),
      removeMeans(result, rows.time, rows.times),
    );
    if (removed <= CONVERGED * scale) break;
  }
  return result;
}

function removeMeans(values: Float64Array, group: Int32Array, groups: number): number {
  const total = new Float64Array(groups);
  const count = new Float64Array(groups);
  for (let row = 0; row < values.length; row += 1) {
    const of = group[row] ?? 0;
    total[of] = (total[of] ?? 0) + (values[row] ?? 0);
    count[of] = (count[of] ?? 0) + 1;
  }
  const means = total.map((sum, of) => sum / Math.max(1, at(count, of)));
  for (let row = 0; row < values.length; row += 1)
    values[row] = (values[row] ?? 0) - (means[group[row] ?? 0] ?? 0);
  return means.reduce((most, mean) => Math.max(most, Math.abs(mean)), 0);
}

export interface TwoWayFit {
  readonly coef: number;
  /** Variance clustered by unit, without a factor. */
  readonly variance: number;
  /** The treatment less its unit and period effects, and the sum of its squares. */
  readonly treatment: Float64Array;
  readonly squares: number;
}

/** Treatment that the unit and period effects explain to this share of its squares does not vary. */
const NO_VARIATION = 1e-10;

/** OLS of y on d with unit and period effects; null when d does not vary beyond them. */
export function fitTwoWay(
  rows: TwoWayRows,
  d: ArrayLike<number>,
  y: ArrayLike<number>,
): TwoWayFit | null {
  const treatment = withinTwoWay(rows, d);
  const squares = dot(treatment, treatment);
  if (!(squares > NO_VARIATION * dot(d, d))) return null;
  const outcome = withinTwoWay(rows, y);
  const coef = dot(treatment, outcome) / squares;
  const scores = new Float64Array(rows.units);
  rows.unit.forEach((unit, row) => {
    const residual = at(outcome, row) - coef * at(treatment, row);
    scores[unit] = at(scores, unit) + at(treatment, row) * residual;
  });
  const variance = sumOf(scores.map((score) => score * score)) / (squares * squares);
  return { coef, variance, treatment, squares };
}
