import { auditUnknowns, type Findings } from './audit-unknowns.js';
import { unknownsOf } from './ranges.js';
import type { Table } from './read-table.js';
import type { OpenProgram } from './solver.js';
import type { DisclosureRefusal } from './types.js';

/** Which cells of a table are not published, which of them are primary, and who looks at it. */
export interface Pattern {
  readonly unpublished: ReadonlySet<number>;
  readonly primary: ReadonlySet<number>;
  readonly largest: number;
}

/** Places of the cells that the attacker knows because they are its own; an outsider (null) has none. */
export const ownPlaces = (table: Table, insider: string | null): ReadonlySet<number> =>
  new Set(
    insider === null
      ? []
      : table.cells.flatMap((cell, place) => (cell.geo === insider ? [place] : [])),
  );

/** Places that one attacker does not know, in the order of the table. */
export const hiddenFrom = (
  table: Table,
  unpublished: ReadonlySet<number>,
  insider: string | null,
): ReadonlySet<number> => {
  const own = ownPlaces(table, insider);
  return new Set(
    table.cells.flatMap((_cell, place) =>
      unpublished.has(place) && !own.has(place) ? [place] : [],
    ),
  );
};

/** What one attacker can work out of a pattern: of every hidden cell, or of the primaries alone. */
export function auditPattern(
  open: OpenProgram,
  table: Table,
  pattern: Pattern,
  { insider, primariesOnly }: { readonly insider: string | null; readonly primariesOnly: boolean },
): Findings | DisclosureRefusal {
  const hidden = hiddenFrom(table, pattern.unpublished, insider);
  const values = table.cells.map((cell) => cell.value);
  const { unknowns, columns } = unknownsOf(values, table.rows, hidden);
  const targets = [...columns].flatMap(([place, column]) => {
    const primary = pattern.primary.has(place);
    const id = table.cells[place]?.id ?? '';
    return primary || !primariesOnly ? [{ id, column, primary }] : [];
  });
  return auditUnknowns(open, unknowns, targets, pattern.largest) ?? { error: 'INCONSISTENT_TABLE' };
}
