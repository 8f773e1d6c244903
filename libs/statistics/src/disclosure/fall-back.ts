import type { ProtectionPlan } from './protection-plan.js';
import type { Table } from './read-table.js';

/** Steps of the ladder, from the smallest loss to the largest. */
export const FALLBACKS = ['council', 'partnership', 'totals'] as const;
export type Fallback = (typeof FALLBACKS)[number];

/**
 * The pattern with the breakdown withheld as well: of the councils whose cells are unsafe (an area stands for its councils),
 * of their partnerships with all their councils, or of everybody. Totals and cells that are never suppressed stay.
 */
export function fallBack(
  plan: ProtectionPlan,
  suppressed: ReadonlySet<number>,
  unsafe: readonly string[],
  step: Fallback,
): ReadonlySet<number> {
  const { table, never } = plan;
  const geos = step === 'totals' ? null : withheldGeos(table, unsafe, step);
  const withheld = table.cells.flatMap((cell, place) =>
    cell.cat !== 'Total' && !never.has(place) && (geos === null || geos.has(cell.geo))
      ? [place]
      : [],
  );
  return new Set([...suppressed, ...withheld]);
}

function withheldGeos(
  table: Table,
  unsafe: readonly string[],
  step: 'council' | 'partnership',
): ReadonlySet<string> {
  const levels = new Map(table.cells.map(({ geo, level }) => [geo, level]));
  const { above, below } = kinship(table);
  const geos = new Set(unsafe.flatMap((id) => table.cells[table.places.get(id) ?? -1]?.geo ?? []));
  const councils = [...spread(geos, below)].filter((geo) => levels.get(geo) === 1);
  if (step === 'council') return new Set(councils);
  const partnerships = [...spread(councils, above)].filter((geo) => levels.get(geo) === 2);
  return new Set([...councils, ...spread(partnerships, below)]);
}

type Kin = ReadonlyMap<string, ReadonlySet<string>>;

/** Which area is a part of which: the equations between areas say it. */
function kinship({ cells, rows }: Table): { readonly above: Kin; readonly below: Kin } {
  const [above, below] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const add = (kin: Map<string, Set<string>>, from: string, to: string): void => {
    kin.set(from, (kin.get(from) ?? new Set()).add(to));
  };
  for (const { columns } of rows) {
    const [whole = '', ...parts] = columns.map((place) => cells[place]?.geo ?? '');
    for (const part of parts) {
      if (part === whole) continue;
      add(below, whole, part);
      add(above, part, whole);
    }
  }
  return { above, below };
}

function spread(from: Iterable<string>, kin: Kin): ReadonlySet<string> {
  const reached = new Set(from);
  for (const geo of reached) for (const next of kin.get(geo) ?? []) reached.add(next);
  return reached;
}
