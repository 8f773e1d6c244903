import { addSecondaries } from './add-secondaries.js';
import { auditPattern } from './audit-pattern.js';
import { FALLBACKS, fallBack, type Fallback } from './fall-back.js';
import { primaryPlaces, readRule, type Rule } from './primary-rule.js';
import type { ProtectionPlan } from './protection-plan.js';
import { readTable, type Table } from './read-table.js';
import { republish } from './republish.js';
import { withPrograms, type LinearSolver, type OpenProgram } from './solver.js';
import {
  isRefusal,
  type CountCell,
  type DisclosureRefusal,
  type Equation,
  type RuleOptions,
} from './types.js';

export interface ProtectionCase {
  readonly options: RuleOptions & {
    /** False: zeros are suppressed too, without being primary. True where left out. */
    readonly zerosPublished?: boolean;
    /** Cells that must stay published, such as the national total. */
    readonly neverSuppress?: readonly string[];
    /** Councils that know their own cells; an outsider is always reckoned with. */
    readonly insiders?: readonly string[];
    /** Cells that stay suppressed because an earlier revision suppressed them. */
    readonly sticky?: readonly string[];
  };
  readonly cells: readonly CountCell[];
  readonly equations: readonly Equation[];
}

export interface Protection {
  readonly primaries: readonly string[];
  readonly nPrimaries: number;
  /** Everything that is not published, primaries among it, by id. Show all with one symbol. */
  readonly suppressed: readonly string[];
  readonly nSuppressed: number;
  /** False: the table must not be released. */
  readonly safe: boolean;
  /** What had to be withheld because no pattern of single cells was safe; `hold`: nothing helped. */
  readonly fallback: Fallback | 'hold' | null;
  /** Where it is not safe: which primary an outsider (null) or a council narrows. */
  readonly unsafe: readonly { readonly insider: string | null; readonly id: string }[];
}

/**
 * Chooses which cells to suppress so that no primary can be narrowed by an outsider or by any of the insiders: primaries,
 * then the cheapest secondaries by sequential linear programs, then as many of these published again as the protection
 * allows, and an independent audit of the result. Where that fails, the breakdown is withheld from the councils concerned,
 * then their partnerships, then everybody; if no step is safe, the first pattern is returned with `safe: false` and
 * `fallback: 'hold'`. The same table gives the same pattern in whatever order its cells come. Store the pattern with the
 * release together with the solver's version: another version may choose another pattern that is as good.
 */
export function protect(
  protectionCase: ProtectionCase,
  solver: LinearSolver,
): Protection | DisclosureRefusal {
  const plan = planOf(protectionCase);
  return isRefusal(plan) ? plan : withPrograms(solver, (open) => protectTable(open, plan));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

function planOf(protectionCase: ProtectionCase): ProtectionPlan | DisclosureRefusal {
  const { cells, equations } = protectionCase;
  const options = protectionCase.options ?? {};
  const rule = readRule(options);
  if (isRefusal(rule)) return rule;
  const unsorted = readTable(cells, equations);
  if (isRefusal(unsorted)) return unsorted;
  const table = readTable(
    [...cells].sort((a, b) => byText(a.id, b.id)),
    equations
      .map(({ total, parts }) => ({ total, parts: [...parts].sort(byText) }))
      .sort((a, b) => byText(JSON.stringify(a), JSON.stringify(b))),
  );
  return isRefusal(table) ? table : planFor(table, rule, options);
}

function planFor(
  table: Table,
  rule: Rule,
  options: ProtectionCase['options'],
): ProtectionPlan | DisclosureRefusal {
  const { neverSuppress = [], insiders = [], sticky = [], zerosPublished = true } = options;
  if (![neverSuppress, insiders, sticky].every(isTexts) || typeof zerosPublished !== 'boolean')
    return { error: 'INVALID_OPTIONS' };
  if ([...neverSuppress, ...sticky].some((id) => !table.places.has(id)))
    return { error: 'UNKNOWN_CELL' };
  const geos = new Set(table.cells.map((cell) => cell.geo));
  if (geos.size > 0 && insiders.some((geo) => !geos.has(geo))) return { error: 'UNKNOWN_INSIDER' };
  const placesOf = (ids: readonly string[]): number[] =>
    ids.flatMap((id) => table.places.get(id) ?? []);
  const never = new Set(placesOf(neverSuppress));
  const primary = primaryPlaces(table, rule);
  const zeros = table.cells.flatMap(({ value }, place) =>
    !zerosPublished && value === 0 && !never.has(place) ? [place] : [],
  );
  const always = new Set([...primary, ...placesOf(sticky), ...zeros]);
  if ([...always].some((place) => never.has(place))) return { error: 'NEVER_SUPPRESS_CONFLICT' };
  const attackers = [null, ...[...new Set(insiders)].sort(byText)];
  return { table, primary, largest: rule.largest, never, always, attackers };
}

function protectTable(open: OpenProgram, plan: ProtectionPlan): Protection | DisclosureRefusal {
  const draft = addSecondaries(open, plan);
  const first = republish(open, plan, draft) ?? draft.suppressed;
  const unsafe = unsafeIn(open, plan, first);
  if (isRefusal(unsafe)) return unsafe;
  if (unsafe.length === 0) return protection(plan, first, { fallback: null, unsafe });
  const ids = unsafe.map(({ id }) => id);
  for (const step of FALLBACKS) {
    const suppressed = fallBack(plan, first, ids, step);
    const left = unsafeIn(open, plan, suppressed);
    if (isRefusal(left)) return left;
    if (left.length === 0) return protection(plan, suppressed, { fallback: step, unsafe: [] });
  }
  return protection(plan, first, { fallback: 'hold', unsafe });
}

/** The audit that decides, of every attacker, by nothing that was found on the way. */
function unsafeIn(
  open: OpenProgram,
  { table, primary, largest, attackers }: ProtectionPlan,
  unpublished: ReadonlySet<number>,
): Protection['unsafe'] | DisclosureRefusal {
  const unsafe: { insider: string | null; id: string }[] = [];
  for (const insider of attackers) {
    const found = auditPattern(
      open,
      table,
      { unpublished, primary, largest },
      { insider, primariesOnly: true },
    );
    if (isRefusal(found)) return found;
    unsafe.push(...found.unsafePrimaries.map((id) => ({ insider, id })));
  }
  return unsafe;
}

function protection(
  { table, primary }: ProtectionPlan,
  suppressed: ReadonlySet<number>,
  outcome: Pick<Protection, 'fallback' | 'unsafe'>,
): Protection {
  const idsOf = (places: ReadonlySet<number>): string[] =>
    table.cells.flatMap(({ id }, place) => (places.has(place) ? [id] : []));
  return {
    primaries: idsOf(primary),
    nPrimaries: primary.size,
    suppressed: idsOf(suppressed),
    nSuppressed: suppressed.size,
    safe: outcome.unsafe.length === 0,
    ...outcome,
  };
}
