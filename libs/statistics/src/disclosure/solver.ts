import type { Highs, Model, ModelData } from 'highs';
import type { DisclosureRefusal } from './types.js';

/** What the room needs of a loaded `highs` (1.15). It is made by the caller: `await loadHighs()`. */
export type LinearSolver = Pick<Highs, 'createModel' | 'constants'>;

/** Columns with bounds, rows Σ coefficient × column = right-hand side. */
export interface ProgramData {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly cost?: readonly number[];
  readonly rows: readonly {
    readonly columns: readonly number[];
    readonly coefficients: readonly number[];
    readonly right: number;
  }[];
  /** What changes between two solutions: costs (where left out), or bounds as well. */
  readonly changes?: 'bounds';
  /** Every column is a whole number; given up after so many nodes. */
  readonly whole?: { readonly nodes: number };
}

export type Solution =
  | { readonly kind: 'optimal'; readonly values: readonly number[] }
  | { readonly kind: 'unbounded' | 'infeasible' | 'limit' };

/** One program kept in the solver: costs and bounds change, the rows and the last basis stay. */
export interface Program {
  setCost(column: number, cost: number): void;
  setBounds(column: number, lower: number, upper: number): void;
  minimise(): Solution;
  /** Gives its memory back; otherwise that happens when the work ends. */
  close(): void;
}

export type OpenProgram = (data: ProgramData) => Program;

/** The solver itself broke: not an answer about the table. */
class SolverFailure extends Error {}

/**
 * Runs work on programs that are closed when it ends. A model that breaks is thrown away with all others and the work, which
 * has no other effect, is done once more on fresh ones; a WebAssembly instance that broke for good fails again at once.
 */
export function withPrograms<T>(
  solver: LinearSolver,
  work: (open: OpenProgram) => T,
): T | DisclosureRefusal {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const models: Model[] = [];
    try {
      return work((data) => openProgram(solver, data, models));
    } catch (error) {
      if (!(error instanceof SolverFailure)) throw error;
    } finally {
      models.forEach(close);
    }
  }
  return { error: 'SOLVER_FAILED' };
}

function close(model: Model): void {
  try {
    model.dispose();
  } catch {
    // Its memory goes with the instance.
  }
}

function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new SolverFailure('the solver broke', { cause: error });
  }
}

function openProgram(solver: LinearSolver, data: ProgramData, models: Model[]): Program {
  const model = guarded(() => {
    const created = solver.createModel();
    models.push(created);
    created.options.set({
      output_flag: false,
      ...optionsOf(data),
    });
    created.passModel(modelOf(solver, data));
    return created;
  });
  return {
    setCost: (column, cost) => guarded(() => void model.changeColCost(column, cost)),
    setBounds: (column, lower, upper) =>
      guarded(() => void model.changeColBounds(column, lower, upper)),
    minimise: () => guarded(() => minimise(solver, model, data)),
    close: () => close(model),
  };
}

/**
 * The primal simplex goes on from the last basis when costs change, the dual one when bounds do; unscaled and unperturbed, as
 * the coefficients are 1 and -1, they need few steps and end on exact vertices. Steps without progress could go round in
 * circles: the limit ends them, and `careful` starts again as the solver would by itself.
 */
const linearOptions = {
  presolve: 'off',
  solver: 'simplex',
  simplex_scale_strategy: 0,
  primal_simplex_bound_perturbation_multiplier: 0,
  dual_simplex_cost_perturbation_multiplier: 0,
  simplex_iteration_limit: 20_000,
} as const;
const carefulOptions = {
  presolve: 'choose',
  simplex_strategy: 0,
  simplex_scale_strategy: 1,
  primal_simplex_bound_perturbation_multiplier: 1,
  dual_simplex_cost_perturbation_multiplier: 1,
  simplex_iteration_limit: 2_000_000_000,
} as const;
const DUAL_SIMPLEX = 1;
const PRIMAL_SIMPLEX = 4;

const optionsOf = ({ whole, changes }: ProgramData): Readonly<Record<string, string | number>> =>
  whole
    ? { mip_rel_gap: 0, mip_abs_gap: 1e-6, mip_max_nodes: whole.nodes }
    : { ...linearOptions, simplex_strategy: changes ? DUAL_SIMPLEX : PRIMAL_SIMPLEX };

function minimise({ constants }: LinearSolver, model: Model, data: ProgramData): Solution {
  const first = answerOf(constants, model);
  if (first) return first;
  model.clearSolver();
  if (!data.whole) model.options.set(carefulOptions);
  const second = answerOf(constants, model);
  if (!second) throw new SolverFailure('no answer');
  model.options.set(optionsOf(data));
  return second;
}

function answerOf({ modelStatus }: LinearSolver['constants'], model: Model): Solution | null {
  const ended = model.run().modelStatus;
  if (ended === modelStatus.optimal)
    return { kind: 'optimal', values: [...model.getSolution().colValue] };
  if (ended === modelStatus.unbounded) return { kind: 'unbounded' };
  // Undecided only for a whole-number program, and those are opened where the linear one has an optimum.
  if (ended === modelStatus.infeasible || ended === modelStatus.unboundedOrInfeasible)
    return { kind: 'infeasible' };
  return ended === modelStatus.solutionLimit ? { kind: 'limit' } : null;
}

function modelOf(solver: LinearSolver, data: ProgramData): ModelData {
  const numCols = data.lower.length;
  const starts = [0];
  for (const row of data.rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  const right = data.rows.map((row) => row.right);
  return {
    numCols,
    numRows: data.rows.length,
    colCost: data.cost ?? new Float64Array(numCols),
    colLower: data.lower,
    colUpper: data.upper,
    rowLower: right,
    rowUpper: right,
    matrix: {
      format: 'csr',
      numRows: data.rows.length,
      numCols,
      starts,
      indices: data.rows.flatMap((row) => row.columns),
      values: data.rows.flatMap((row) => row.coefficients),
    },
    ...(data.whole
      ? { integrality: new Int32Array(numCols).fill(solver.constants.variableType.integer) }
      : {}),
  };
}
