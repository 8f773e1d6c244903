import { at, dot, meanOf } from './numbers.js';

export interface WeightProblem {
  /** One row an equation, one column a weight. */
  readonly rows: readonly (readonly number[])[];
  readonly target: readonly number[];
  /** How strongly even weights are preferred. */
  readonly zeta: number;
  /** Whether weights may miss the target by a constant. */
  readonly intercept: boolean;
  /** Stop when a step gains no more than the square of this. */
  readonly leastGain: number;
}

const STEPS_BEFORE = 100;
const STEPS_AFTER = 10_000;

/**
 * Weights from 0 that add up to 1 and minimise ζ²‖x‖² + ‖Ax − b‖²/rows: a first search from even weights, then weights up
 * to a quarter of the largest become 0 and a second one goes on from there. Source: Arkhangelsky et al. (2021).
 */
export function simplexWeights(problem: WeightProblem): number[] {
  const width = problem.rows[0]?.length ?? 0;
  const prepared = problem.intercept ? centred(problem) : problem;
  const even = new Array<number>(width).fill(1 / width);
  return search(prepared, sparse(search(prepared, even, STEPS_BEFORE)), STEPS_AFTER);
}

function centred(problem: WeightProblem): WeightProblem {
  const { rows, target } = problem;
  const means = (rows[0] ?? []).map((_, column) => meanOf(rows.map((row) => at(row, column))));
  const mean = meanOf(target);
  return {
    ...problem,
    rows: rows.map((row) => row.map((value, column) => value - at(means, column))),
    target: target.map((value) => value - mean),
  };
}

function sparse(weights: readonly number[]): number[] {
  const least = Math.max(...weights) / 4;
  const kept = weights.map((weight) => (weight <= least ? 0 : weight));
  const total = kept.reduce((sum, weight) => sum + weight, 0);
  return kept.map((weight) => weight / total);
}

/** Frank and Wolfe (1956) with exact line search; what A·x misses of b is carried along. */
function search(problem: WeightProblem, start: readonly number[], most: number): number[] {
  const { rows, zeta, leastGain } = problem;
  const target = Float64Array.from(problem.target);
  const penalty = rows.length * zeta ** 2;
  const columns = start.map((_, column) => Float64Array.from(rows, (row) => at(row, column)));
  const weights = Float64Array.from(start);
  const miss = Float64Array.from(rows, (row, index) => dot(row, start) - at(target, index));
  const position = { weights, miss, columns, target, penalty };
  let before = Infinity;
  for (let step = 1; step <= most; step += 1) {
    moveOn(position);
    const now = zeta ** 2 * dot(weights, weights) + dot(miss, miss) / rows.length;
    if (step > 1 && !(before - now > leastGain ** 2)) break;
    before = now;
  }
  return [...weights];
}

interface Position {
  readonly weights: Float64Array;
  readonly miss: Float64Array;
  readonly columns: readonly Float64Array[];
  readonly target: Float64Array;
  readonly penalty: number;
}

/** Moves the weights, and what they miss, towards all weight on the steepest column, as far as it gains. */
function moveOn({ weights, miss, columns, target, penalty }: Position): void {
  const slope = weights.map((weight, index) => {
    const column = columns[index];
    return (column ? dot(column, miss) : 0) + penalty * weight;
  });
  const best = slope.indexOf(slope.reduce((least, value) => Math.min(least, value)));
  const steepest = columns[best];
  if (!steepest) return;
  const turn = weights.map((weight, index) => (index === best ? 1 : 0) - weight);
  const change = miss.map((value, row) => at(steepest, row) - at(target, row) - value);
  const curve = dot(change, change) + penalty * dot(turn, turn);
  if (!(curve > 0)) return;
  const length = Math.min(1, Math.max(0, -dot(slope, turn) / curve));
  weights.forEach((weight, index) => {
    weights[index] = weight + length * at(turn, index);
  });
  miss.forEach((value, row) => {
    miss[row] = value + length * at(change, row);
  });
}
