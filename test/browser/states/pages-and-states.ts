import { alertRows } from './of-alerts.js';
import { figureRows } from './of-figures.js';
import { returnRows } from './of-returns.js';
import { serviceRows } from './of-service.js';
import { STATES, type Rows, type State, type Visit } from './visit.js';

/** Every page of the web app by its route, against the states that it can be in. A spec compares it with what the server has. */
export const pagesAndStates: Rows = {
  ...serviceRows,
  ...returnRows,
  ...figureRows,
  ...alertRows,
};

/** What the server gives beside pages: files to take away, parts of pages, and what machines ask. */
export const isNoPage = (route: string): boolean =>
  /\.(csv|xlsx|svg|png)$|\/(file|csv)$|\/export\/|^GET \/(assets|health|live)\b/.test(route);

/** A visit with the states that it shows: one page may show several. */
export type NamedVisit = { readonly visit: Visit; readonly shows: readonly string[] };

/** Every visit once, however many cells it stands in. */
export function everyVisit(): readonly NamedVisit[] {
  const found = new Map<string, { visit: Visit; shows: string[] }>();
  for (const [route, row] of Object.entries(pagesAndStates))
    for (const state of STATES)
      for (const visit of visitsOf(row[state])) {
        const { says, ...way } = visit;
        const key = JSON.stringify(way);
        const known = found.get(key) ?? { visit, shows: [] };
        known.shows.push(`${route}: ${state}${says === undefined ? '' : ` (${says})`}`);
        if (says !== undefined) known.visit = visit;
        found.set(key, known);
      }
  return [...found.values()];
}

export const visitsOf = (cell: Rows[string][State]): readonly Visit[] =>
  typeof cell === 'string' ? [] : cell;
