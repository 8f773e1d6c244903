import type { Day } from '../periods/period.js';
import type { Council } from './register.js';

/** One code or name of a council, with the days on which it stood for it. */
export type Entry = {
  readonly council: Council;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
};

export type CouncilIndex = {
  readonly codes: ReadonlyMap<string, readonly Entry[]>;
  readonly names: ReadonlyMap<string, readonly Entry[]>;
  readonly byKey: ReadonlyMap<string, Council>;
};

const indexes = new WeakMap<readonly Council[], CouncilIndex>();

/** Names are compared without case, punctuation, "council" and "the", with & read as "and". */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(council|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Councils by every code and name they have had; made once for a list, since a file asks for it row by row. */
export function councilIndex(councils: readonly Council[]): CouncilIndex {
  const kept = indexes.get(councils);
  if (kept) return kept;
  const codes = new Map<string, Entry[]>();
  const names = new Map<string, Entry[]>();
  const add = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    map.set(key, [...(map.get(key) ?? []), entry]);
  };
  for (const council of councils) {
    for (const code of council.codes) add(codes, code.code.toLowerCase(), { ...code, council });
    for (const name of council.names) add(names, plainName(name.name), { ...name, council });
    const own = plainName(council.name);
    if (!council.names.some((name) => plainName(name.name) === own))
      add(names, own, { validFrom: null, validTo: council.endedOn, council });
  }
  const index = { codes, names, byKey: new Map(councils.map((c) => [c.key, c])) };
  indexes.set(councils, index);
  return index;
}
