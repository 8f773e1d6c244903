import { err, ok, type Result } from '../result.js';
import type { Day, Period } from '../periods/period.js';
import type { Council, Register } from './register.js';

export type CouncilFault =
  | { readonly kind: 'unknown'; readonly text: string }
  | {
      readonly kind: 'not-valid-then';
      readonly text: string;
      readonly councilId: number;
      readonly successors: readonly string[];
      readonly on: Day | null;
    }
  | { readonly kind: 'ambiguous'; readonly text: string; readonly names: readonly string[] };

type Dated = { readonly validFrom: Day | null; readonly validTo: Day | null };
const holds = (dated: Dated, day: Day): boolean =>
  (dated.validFrom === null || dated.validFrom <= day) &&
  (dated.validTo === null || day < dated.validTo);

type Entry = Dated & { readonly council: Council };
type Index = {
  readonly codes: ReadonlyMap<string, readonly Entry[]>;
  readonly names: ReadonlyMap<string, readonly Entry[]>;
  readonly byKey: ReadonlyMap<string, Council>;
};
const indexes = new WeakMap<readonly Council[], Index>();

/** Names are compared without case, punctuation and "the", with & read as "and". */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(council|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function indexOf(register: Register): Index {
  const kept = indexes.get(register.councils);
  if (kept) return kept;
  const codes = new Map<string, Entry[]>();
  const names = new Map<string, Entry[]>();
  const add = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    map.set(key, [...(map.get(key) ?? []), entry]);
  };
  for (const council of register.councils) {
    for (const code of council.codes) add(codes, code.code.toLowerCase(), { ...code, council });
    for (const name of council.names) add(names, plain(name.name), { ...name, council });
    add(names, plain(council.name), { validFrom: null, validTo: council.endedOn, council });
  }
  const index = { codes, names, byKey: new Map(register.councils.map((c) => [c.key, c])) };
  indexes.set(register.councils, index);
  return index;
}

const currentOns = (council: Council): string =>
  council.codes.find((code) => code.kind === 'ons' && code.validTo === null)?.code ?? council.key;

/**
 * The council that a nine-character code, a three-digit code or a name stood for on a day. A code outside its dates
 * names its successors; a former name stands for all councils that followed, so it can be ambiguous.
 */
export function resolveCouncil(
  register: Register,
  text: string,
  onDay: Day,
): Result<Council, CouncilFault> {
  const index = indexOf(register);
  const coded = index.codes.get(text.trim().toLowerCase()) ?? [];
  const found = coded.length > 0 ? coded : (index.names.get(plain(text)) ?? []);
  if (found.length === 0) return err({ kind: 'unknown', text });
  const valid = distinct(
    found.filter((entry) => holds(entry, onDay)).map((entry) => entry.council),
  );
  const [only, second] = valid;
  if (only && !second) return ok(only);
  if (only) return err({ kind: 'ambiguous', text, names: valid.map((council) => council.name) });
  return notValidThen(index, { text, found, isCode: coded.length > 0 });
}

function notValidThen(
  index: Index,
  { text, found, isCode }: { text: string; found: readonly Entry[]; isCode: boolean },
): Result<Council, CouncilFault> {
  const council = found[0]?.council;
  if (!council) return err({ kind: 'unknown', text });
  const heirs = council.successors
    .map((s) => index.byKey.get(s.key))
    .filter((c) => c !== undefined);
  const standing = heirs.length > 0 ? heirs : [council];
  if (!isCode && standing.length > 1)
    return err({ kind: 'ambiguous', text, names: standing.map((c) => c.name) });
  if (!isCode && standing[0]) return ok(standing[0]);
  const on = found[0]?.validTo ?? council.successors[0]?.on ?? null;
  return err({
    kind: 'not-valid-then',
    text,
    councilId: council.id,
    successors: standing.map(currentOns),
    on,
  });
}

const distinct = (councils: readonly Council[]): readonly Council[] => [...new Set(councils)];

type Held = { readonly from: Day; readonly to: Day | null };
const overlaps = (held: Held, period: Pick<Period, 'start' | 'end'>): boolean =>
  held.from < period.end && (held.to === null || held.to > period.start);

/** Whether the council was in the programme in any part of the period. */
export const isMember = (
  register: Register,
  councilId: number,
  period: Pick<Period, 'start' | 'end'>,
): boolean => register.memberships.some((m) => m.councilId === councilId && overlaps(m, period));

/** Whether the council took part in a reform, in any version, in any part of the period. */
export const isParticipating = (
  register: Register,
  councilId: number,
  reform: string,
  period: Pick<Period, 'start' | 'end'>,
): boolean =>
  register.participations.some(
    (p) => p.councilId === councilId && p.reform === reform && overlaps(p, period),
  );
