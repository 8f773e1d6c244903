import type { Browser } from 'playwright-core';
import { lookOver } from './look-over.js';
import { OpenWindows } from './open-windows.js';
import type { NamedVisit } from './pages-and-states.js';
import type { ServiceName } from './visit.js';

type Webs = Readonly<Record<ServiceName, string>>;

/** Two at once: a page is drawn in a process of its own, and the service answers another one meanwhile. */
const LANES = 2;

/**
 * Makes every visit, and answers what is wrong with each. The visits of a persona follow one another in its windows; two personas
 * go at once.
 */
export async function lookOverAll(
  browser: Browser,
  webs: Webs,
  visits: readonly NamedVisit[],
): Promise<ReadonlyMap<NamedVisit, readonly string[]>> {
  const windows = new OpenWindows(browser);
  const found = new Map<NamedVisit, readonly string[]>();
  const groups = new Map<string, NamedVisit[]>();
  for (const named of visits) {
    const persona = `${named.visit.on} ${named.visit.as ?? ''}`;
    groups.set(persona, [...(groups.get(persona) ?? []), named]);
  }
  // The longest first, so that no lane is left alone with it at the end.
  const waiting = [...groups.values()].sort((a, b) => b.length - a.length);
  const lane = async (): Promise<void> => {
    for (let group = waiting.shift(); group; group = waiting.shift())
      for (const named of group) {
        const { visit } = named;
        const at = await windows.of(webs[visit.on], visit.as);
        const faults = await lookOver(at, visit).catch((error: unknown) => [String(error)]);
        found.set(named, faults);
      }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return found;
}
