import { alertRows } from './of-alerts.js';
import { areaRows } from './of-areas.js';
import { figureRows } from './of-figures.js';
import { packRows } from './of-packs.js';
import { returnRows } from './of-returns.js';
import { serviceRows } from './of-service.js';
import { STATES, type Rows, type State, type Visit } from './visit.js';

/** Every page of the web app by its route, against the states that it can be in. A spec compares it with what the server has. */
export const pagesAndStates: Rows = {
  ...serviceRows,
  ...returnRows,
  ...figureRows,
  ...areaRows,
  ...packRows,
  ...alertRows,
};

/** What the server gives beside pages: files to take away, parts of pages, what machines ask, and the root, which leads on. */
export const isNoPage = (route: string): boolean =>
  /\.(csv|xlsx|svg|png|json|zip)$|\/(file|csv|print)$|^GET \/(packs\/:id\/files.*)?$|\/export\/|^GET \/(assets|health|live)\b/.test(
    route,
  );

/** A visit with the states that it shows: one page may show several. */
export type NamedVisit = { readonly visit: Visit; readonly shows: readonly string[] };

/** Every visit once, however many cells it stands in. */
export function everyVisit(): readonly NamedVisit[] {
  const found = new Map<string, { visit: Visit; shows: string[] }>();
  for (const [visit, name] of everyCell()) {
    const { says, ...way } = visit;
    const key = JSON.stringify(way);
    const known = found.get(key) ?? { visit, shows: [] };
    known.shows.push(says === undefined ? name : `${name} (${says})`);
    if (says !== undefined) known.visit = visit;
    found.set(key, known);
  }
  return [...found.values()];
}

const everyCell = (): readonly (readonly [Visit, string])[] =>
  Object.entries(pagesAndStates).flatMap(([route, row]) =>
    STATES.flatMap((state) =>
      visitsOf(row[state]).map((visit) => [visit, `${route}: ${state}`] as const),
    ),
  );

export const visitsOf = (cell: Rows[string][State]): readonly Visit[] =>
  typeof cell === 'string' ? [] : cell;
