import type { Need, Witness } from './protection-plan.js';
import { restrictRows, TOLERANCE, unknownsOf } from './ranges.js';
import type { Table } from './read-table.js';
import type { OpenProgram, Program, ProgramData } from './solver.js';

/** No cell moves further, so that no program is unlimited. */
const FURTHEST = 1e4;
const NODES = 50;

/**
 * Finds the cheapest table in which a primary has moved as far as it must. Each cell may rise and fall at a price; a price
 * of zero is that of a cell which is suppressed already. Only bounds and prices change from one need to the next.
 */
export interface Mover {
  /** Null: it cannot be met by the cells that may move. Not always in whole numbers. */
  readonly meet: (need: Need) => Witness | null;
  /** The same in whole numbers, at a price near the least; null too where that is too hard. */
  readonly meetWhole: (need: Need) => Witness | null;
  readonly price: (place: number, cost: number) => void;
  /** A cell is fixed, may move but stays zero where it is zero, or may move whatever it is. */
  readonly allow: (place: number, moves: 'no' | 'unless zero' | 'yes') => void;
  readonly close: () => void;
}

/** Every place may move unless it is zero, at the price given. */
export function openMover(
  open: OpenProgram,
  { cells, rows }: Table,
  places: readonly number[],
  costOf: (place: number) => number,
): Mover {
  const columns = new Map(places.map((place, n) => [place, n]));
  const valueAt = (place: number): number => cells[place]?.value ?? 0;
  // Column 2n is how far the n-th cell rises, 2n + 1 how far it falls.
  const lower = places.flatMap(() => [0, 0]);
  const upper = places.flatMap((place) => [valueAt(place) > 0 ? FURTHEST : 0, valueAt(place)]);
  const cost = places.flatMap((place) => [costOf(place), costOf(place)]);
  const split: ProgramData['rows'] = restrictRows(rows, columns).map((row) => ({
    columns: row.columns.flatMap((column) => [2 * column, 2 * column + 1]),
    coefficients: row.coefficients.flatMap((coefficient) => [coefficient, -coefficient]),
    right: 0,
  }));
  const program = open({ lower, upper, cost, rows: split, changes: 'bounds' });
  const bound = (column: number, least: number, most: number): void => {
    [lower[column], upper[column]] = [least, most];
    program.setBounds(column, least, most);
  };
  const moved = (n: number, by: number, solve: () => Witness | null): Witness | null => {
    const [rise = 0, fall = 0] = [upper[2 * n], upper[2 * n + 1]];
    bound(2 * n, Math.max(by, 0), Math.max(by, 0));
    bound(2 * n + 1, Math.max(-by, 0), Math.max(-by, 0));
    const witness = solve();
    bound(2 * n, 0, rise);
    bound(2 * n + 1, 0, fall);
    return witness;
  };
  const meetBy = ({ place, by }: Need, solve: () => Witness | null): Witness | null => {
    const n = columns.get(place);
    return n === undefined ? null : moved(n, by, solve);
  };
  return {
    meet: (need) => meetBy(need, () => splitWitness(program, places)),
    meetWhole: (need) =>
      meetBy(need, () => {
        const whole = open({ lower, upper, cost, rows: split, whole: { nodes: NODES } });
        const witness = splitWitness(whole, places);
        whole.close();
        return witness;
      }),
    price: (place, each) => {
      const n = columns.get(place);
      if (n === undefined) return;
      for (const column of [2 * n, 2 * n + 1]) {
        cost[column] = each;
        program.setCost(column, each);
      }
    },
    allow: (place, moves) => {
      const n = columns.get(place);
      if (n === undefined) return;
      const rises = moves === 'yes' || (moves === 'unless zero' && valueAt(place) > 0);
      bound(2 * n, 0, rises ? FURTHEST : 0);
      bound(2 * n + 1, 0, moves === 'no' ? 0 : valueAt(place));
    },
    close: () => program.close(),
  };
}

function splitWitness(program: Program, places: readonly number[]): Witness | null {
  const solution = program.minimise();
  if (solution.kind !== 'optimal') return null;
  const { values } = solution;
  return deviations(places, (n) => (values[2 * n] ?? 0) - (values[2 * n + 1] ?? 0));
}

const deviations = (places: readonly number[], of: (n: number) => number): Witness =>
  new Map(
    places
      .map((place, n) => {
        const [by, nearest] = [of(n), Math.round(of(n))];
        return [place, Math.abs(by - nearest) <= TOLERANCE ? nearest : by] as const;
      })
      .filter(([, by]) => by !== 0),
  );

/** Any table of whole numbers that meets a need when exactly these places may move. */
export function wholeTable(
  open: OpenProgram,
  { cells, rows }: Table,
  hidden: ReadonlySet<number>,
  { place, by }: Need,
): Witness | null {
  const values = cells.map(({ value }) => value);
  const { unknowns, columns } = unknownsOf(values, rows, hidden);
  const column = columns.get(place);
  if (column === undefined) return null;
  const [lower, upper] = [[...unknowns.lower], unknowns.upper.map(() => FURTHEST)];
  if (by > 0) lower[column] = by;
  else upper[column] = by;
  const program = open({ lower, upper, rows: unknowns.rows, whole: { nodes: NODES } });
  const solution = program.minimise();
  program.close();
  return solution.kind === 'optimal'
    ? deviations([...columns.keys()], (n) => solution.values[n] ?? 0)
    : null;
}
