import type { Row } from './read-table.js';
import type { OpenProgram, ProgramData, Solution } from './solver.js';

/** Solutions are exact up to the solver's tolerance of 1e-7. */
export const TOLERANCE = 1e-6;

/**
 * What an attacker cannot know, as deviations y from the true table: each unknown cell may lie `lower` to `upper` from its
 * value, and every row keeps its sum. Deviations keep the numbers small, whatever the size of the counts.
 */
export interface Unknowns {
  /** The true values, one per column. */
  readonly values: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly {
    readonly columns: readonly number[];
    readonly coefficients: readonly number[];
    readonly right: number;
  }[];
}

/** Least and greatest value of one column. `hi` null: no limit. */
export interface Limits {
  readonly lo: number;
  readonly hi: number | null;
}

/** Limits over real tables, and whether the tables that reach them are of whole numbers. */
export interface RealRange {
  readonly limits: Limits;
  readonly wholeAt: { readonly lo: boolean; readonly hi: boolean };
}

export interface RangeFinder {
  /** Null: there is no table. */
  real(column: number): RealRange | null;
  /** Over tables of whole numbers; null: there is none; `limit`: too hard to decide. */
  whole(column: number, real: RealRange): Limits | null | 'limit';
  close(): void;
}

/** Unknowns of a table: the cells that are neither published nor the attacker's own. Zero is the least count. */
export function unknownsOf(
  values: readonly number[],
  rows: readonly Row[],
  unknown: ReadonlySet<number>,
): { readonly unknowns: Unknowns; readonly columns: ReadonlyMap<number, number> } {
  const places = [...unknown].sort((a, b) => a - b);
  const columns = new Map(places.map((place, column) => [place, column]));
  const own = places.map((place) => values[place] ?? 0);
  return {
    columns,
    unknowns: {
      values: own,
      lower: own.map((value) => 0 - value),
      upper: own.map(() => Number.POSITIVE_INFINITY),
      rows: restrictRows(rows, columns),
    },
  };
}

/** Rows over the columns alone; what is known does not deviate. */
export function restrictRows(
  rows: readonly Row[],
  columns: ReadonlyMap<number, number>,
): Unknowns['rows'] {
  return rows.flatMap((row) => {
    const kept = row.columns.flatMap((place, n) => {
      const column = columns.get(place);
      return column === undefined ? [] : [[column, row.coefficients[n] ?? 0] as const];
    });
    return kept.length === 0
      ? []
      : [
          {
            columns: kept.map(([column]) => column),
            coefficients: kept.map(([, coefficient]) => coefficient),
            right: 0,
          },
        ];
  });
}

export const isWhole = (values: readonly number[]): boolean =>
  values.every((value) => Math.abs(value - Math.round(value)) <= TOLERANCE);

const tidy = (value: number): number => {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= TOLERANCE ? nearest + 0 : value;
};

/** Whole-number programs of such tables are decided at the root or a few nodes below it. */
const MOST_NODES = 5000;

/**
 * Finds limits by linear programs that share one model: only the objective changes, and each starts from the last vertex.
 * A vertex of whole numbers is the whole-number solution as well; only where it is not is the integer program solved.
 */
export function rangeFinder(open: OpenProgram, unknowns: Unknowns): RangeFinder {
  const linear = follower(open, unknowns);
  let integer: Follower | undefined;
  const valueAt = (values: readonly number[], column: number): number =>
    tidy((unknowns.values[column] ?? 0) + (values[column] ?? 0));
  const endOf = (solution: Solution, column: number): number | 'infeasible' | 'limit' => {
    if (solution.kind === 'optimal') return valueAt(solution.values, column);
    return solution.kind === 'infeasible' ? 'infeasible' : 'limit';
  };
  return {
    real: (column) => {
      const [low, high] = [linear.to(column, 1), linear.to(column, -1)];
      if (low.kind !== 'optimal' || (high.kind !== 'optimal' && high.kind !== 'unbounded'))
        return null;
      const bounded = high.kind === 'optimal';
      return {
        limits: {
          lo: valueAt(low.values, column),
          hi: bounded ? valueAt(high.values, column) : null,
        },
        wholeAt: { lo: isWhole(low.values), hi: !bounded || isWhole(high.values) },
      };
    },
    whole: (column, { limits, wholeAt }) => {
      if (wholeAt.lo && wholeAt.hi) return limits;
      const follow = (integer ??= follower(open, unknowns, { nodes: MOST_NODES }));
      const ends = [
        wholeAt.lo ? limits.lo : endOf(follow.to(column, 1), column),
        wholeAt.hi ? limits.hi : endOf(follow.to(column, -1), column),
      ] as const;
      if (ends.includes('infeasible')) return null;
      const [lo, hi] = ends;
      return typeof lo === 'string' || lo === null || typeof hi === 'string' ? 'limit' : { lo, hi };
    },
    close: () => {
      linear.close();
      integer?.close();
    },
  };
}

/** Solves for one column after another, downwards (1) or upwards (-1), on one program. */
interface Follower {
  to(column: number, sign: 1 | -1): Solution;
  close(): void;
}

function follower(
  open: OpenProgram,
  { lower, upper, rows }: Unknowns,
  whole?: ProgramData['whole'],
): Follower {
  const program = open({ lower, upper, rows, ...(whole ? { whole } : {}) });
  let last = 0;
  return {
    to: (column, sign) => {
      program.setCost(last, 0);
      program.setCost(column, sign);
      last = column;
      return program.minimise();
    },
    close: () => program.close(),
  };
}
