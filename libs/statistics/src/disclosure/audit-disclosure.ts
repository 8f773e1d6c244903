import { auditPattern, hiddenFrom, ownPlaces } from './audit-pattern.js';
import type { Findings } from './audit-unknowns.js';
import { primaryPlaces, readRule } from './primary-rule.js';
import { readTable } from './read-table.js';
import { withPrograms, type LinearSolver } from './solver.js';
import {
  isRefusal,
  type DisclosureRefusal,
  type Equation,
  type RuleOptions,
  type ShownCell,
} from './types.js';

export interface DisclosureAuditCase {
  readonly options: RuleOptions & {
    /** `external`: knows what is published. `insider`: its own cells besides. External where left out. */
    readonly attacker?: 'external' | 'insider';
    /** The `geo` of the insider. */
    readonly insider?: string | null;
  };
  readonly cells: readonly ShownCell[];
  readonly equations: readonly Equation[];
}

/** Lists are in the order of the cells. */
export interface DisclosureAudit extends Findings {
  /** Primaries that are published for all that. */
  readonly publishedPrimaries: readonly string[];
  /** No primary is published, and none that is hidden from the attacker is narrowed. */
  readonly safe: boolean;
  /** Cells that are neither published nor known to the attacker. */
  readonly nUnpublished: number;
}

/**
 * Audits a table with suppressed cells: the least and greatest value of each hidden cell over all non-negative tables that
 * satisfy the equations and agree with what one attacker knows (feasibility interval, by linear programming: Fischetti and
 * Salazar, 2000, 2001). It is safe if every hidden primary may still be 1 and may still be S, for real and for whole-number
 * tables. `hi` is null where nothing limits a cell. An area's cell that the insider's own cells add up to is recovered, and
 * is reported so. An empty table is safe.
 */
export function auditDisclosure(
  auditCase: DisclosureAuditCase,
  solver: LinearSolver,
): DisclosureAudit | DisclosureRefusal {
  const { cells, equations } = auditCase;
  const options = auditCase.options ?? {};
  const rule = readRule(options);
  if (isRefusal(rule)) return rule;
  const table = readTable(cells, equations);
  if (isRefusal(table)) return table;
  const insider = readAttacker(options);
  if (insider !== null && typeof insider === 'object') return insider;
  if (insider !== null && table.cells.length > 0 && ownPlaces(table, insider).size === 0)
    return { error: 'UNKNOWN_INSIDER' };
  if (cells.some((cell) => typeof cell.published !== 'boolean')) return { error: 'INVALID_INPUT' };
  const unpublished = new Set(cells.flatMap((cell, place) => (cell.published ? [] : [place])));
  const primary = primaryPlaces(table, rule);
  const pattern = { unpublished, primary, largest: rule.largest };
  const found = withPrograms(solver, (open) =>
    auditPattern(open, table, pattern, { insider, primariesOnly: false }),
  );
  if (isRefusal(found)) return found;
  const publishedPrimaries = table.cells.flatMap(({ id }, place) =>
    primary.has(place) && !unpublished.has(place) ? [id] : [],
  );
  return {
    ...found,
    publishedPrimaries,
    safe: publishedPrimaries.length === 0 && found.unsafePrimaries.length === 0,
    nUnpublished: hiddenFrom(table, unpublished, insider).size,
  };
}

/** Null for an outsider. */
function readAttacker(options: DisclosureAuditCase['options']): string | null | DisclosureRefusal {
  const { attacker = 'external', insider = null } = options;
  if (attacker === 'external') return insider === null ? null : { error: 'INVALID_OPTIONS' };
  return attacker === 'insider' && typeof insider === 'string'
    ? insider
    : { error: 'INVALID_OPTIONS' };
}
