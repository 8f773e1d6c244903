import { ownPlaces } from './audit-pattern.js';
import type { Table, TableCell } from './read-table.js';

/** What a pattern has to be made for. Numbers are places in the table, which is in the order of its ids. */
export interface ProtectionPlan {
  readonly table: Table;
  readonly primary: ReadonlySet<number>;
  readonly largest: number;
  /** Published whatever happens. */
  readonly never: ReadonlySet<number>;
  /** Suppressed whatever happens: the primaries, cells that stay suppressed, zeros where they are not published. */
  readonly always: ReadonlySet<number>;
  /** Null is the outsider. */
  readonly attackers: readonly (string | null)[];
}

/** A direction in which a primary has to be able to move: `by` is the deviation that takes it to S, or to 1. */
export interface Need {
  readonly place: number;
  readonly by: number;
}

/** An alternative table of whole numbers, as the cells that deviate and by how much. */
export type Witness = ReadonlyMap<number, number>;

/** What must be possible in the eyes of one attacker, the largest counts first. */
export function needsOf(plan: ProtectionPlan, insider: string | null): readonly Need[] {
  const { table, largest } = plan;
  const own = ownPlaces(table, insider);
  const valueAt = (place: number): number => table.cells[place]?.value ?? 0;
  return [...plan.primary]
    .filter((place) => !own.has(place))
    .sort((a, b) => valueAt(b) - valueAt(a) || a - b)
    .flatMap((place) => {
      const value = valueAt(place);
      const up = value < largest ? [{ place, by: largest - value }] : [];
      return value > 1 ? [...up, { place, by: 1 - value }] : up;
    });
}

export const meets = (witness: Witness, { place, by }: Need): boolean => {
  const moved = witness.get(place) ?? 0;
  return by > 0 ? moved >= by : moved <= by;
};

const LEVEL_WEIGHTS: Readonly<Record<number, number>> = { 1: 1, 2: 8, 3: 30, 4: 1e5 };

/** What it costs readers to lose a cell: more for wider areas, larger counts, totals and denominators. */
export const costOf = ({ level, value, cat, outcome }: TableCell): number =>
  (LEVEL_WEIGHTS[level] ?? 1) *
  (1 + Math.log1p(value)) *
  (cat === 'Total' ? 6 : 1) *
  (outcome === 'den' ? 4 : 1);
