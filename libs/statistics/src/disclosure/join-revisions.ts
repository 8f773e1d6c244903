import { unknownsOf, type Unknowns } from './ranges.js';
import type { Row, Table } from './read-table.js';

export interface Revision {
  readonly table: Table;
  readonly unpublished: ReadonlySet<number>;
  /** Unpublished, and not the attacker's own. */
  readonly hidden: ReadonlySet<number>;
}

/**
 * What an attacker takes for unchanged between two revisions, in the order of the second: the cells it knows in both and
 * finds equal; then, of each equation whose total is unchanged and whose parts known in both are equal, the other parts;
 * until nothing is added. Returned are those that it does not know in both.
 */
export function assumedUnchanged(first: Revision, second: Revision): readonly string[] {
  const both = new Map<number, { readonly known: boolean; readonly equal: boolean }>();
  second.table.cells.forEach(({ id, value }, place) => {
    const before = first.table.places.get(id);
    if (before === undefined) return;
    both.set(place, {
      known: !first.hidden.has(before) && !second.hidden.has(place),
      equal: first.table.cells[before]?.value === value,
    });
  });
  const changed = (place: number): boolean => {
    const pair = both.get(place);
    return pair !== undefined && pair.known && !pair.equal;
  };
  const unchanged = new Set(
    [...both].flatMap(([place, { known, equal }]) => (known && equal ? [place] : [])),
  );
  const follow = ({ columns }: Row): void => {
    const [total = -1, ...parts] = columns;
    if (!unchanged.has(total) || parts.some(changed)) return;
    for (const part of parts) if (both.has(part)) unchanged.add(part);
  };
  for (let size = -1; size < unchanged.size;) {
    size = unchanged.size;
    second.table.rows.forEach(follow);
  }
  return second.table.cells.flatMap(({ id }, place) =>
    unchanged.has(place) && both.get(place)?.known === false ? [id] : [],
  );
}

/** All revisions as one system: the rows of each, and an equality for each guess between any two. */
export function joinRevisions(revisions: readonly Revision[]): {
  readonly unknowns: Unknowns;
  readonly lastColumns: ReadonlyMap<number, number>;
} {
  const joined = {
    values: [] as number[],
    lower: [] as number[],
    upper: [] as number[],
    rows: [] as Unknowns['rows'][number][],
  };
  const columnsOf = revisions.map(({ table, hidden }) => {
    const offset = joined.values.length;
    const values = table.cells.map(({ value }) => value);
    const { unknowns, columns } = unknownsOf(values, table.rows, hidden);
    joined.values.push(...unknowns.values);
    joined.lower.push(...unknowns.lower);
    joined.upper.push(...unknowns.upper);
    for (const row of unknowns.rows)
      joined.rows.push({ ...row, columns: row.columns.map((column) => column + offset) });
    return new Map([...columns].map(([place, column]) => [place, column + offset]));
  });
  revisions.forEach((second, later) => {
    revisions.slice(0, later).forEach((first, earlier) => {
      for (const id of assumedUnchanged(first, second))
        joined.rows.push(
          equality(
            { revision: first, columns: columnsOf[earlier] },
            { revision: second, columns: columnsOf[later] },
            id,
          ),
        );
    });
  });
  return { unknowns: joined, lastColumns: columnsOf.at(-1) ?? new Map<number, number>() };
}

interface Side {
  readonly revision: Revision;
  readonly columns: ReadonlyMap<number, number> | undefined;
}

/** value₁ + y₁ = value₂ + y₂, where a y that is known is zero. */
function equality(first: Side, second: Side, id: string): Unknowns['rows'][number] {
  const sides = [first, second].map(({ revision, columns }, n) => {
    const place = revision.table.places.get(id) ?? -1;
    const value = revision.table.cells[place]?.value ?? 0;
    return { value, column: columns?.get(place), coefficient: n === 0 ? 1 : -1 };
  });
  const open = sides.flatMap(({ column, coefficient }) =>
    column === undefined ? [] : [{ column, coefficient }],
  );
  return {
    columns: open.map(({ column }) => column),
    coefficients: open.map(({ coefficient }) => coefficient),
    right: (sides[1]?.value ?? 0) - (sides[0]?.value ?? 0),
  };
}
