import { auditPattern, hiddenFrom, ownPlaces } from './audit-pattern.js';
import { auditUnknowns } from './audit-unknowns.js';
import { assumedUnchanged, joinRevisions, type Revision } from './join-revisions.js';
import { primaryPlaces, readRule, type Rule } from './primary-rule.js';
import { readTable } from './read-table.js';
import { withPrograms, type LinearSolver, type OpenProgram } from './solver.js';
import {
  isRefusal,
  type DisclosureRefusal,
  type Equation,
  type Range,
  type RuleOptions,
  type ShownCell,
} from './types.js';

export interface RevisionAuditCase {
  readonly options: RuleOptions & {
    /** `static`: the attacker guesses that what need not have changed has not. The only one, and so where left out. */
    readonly attacker?: 'static';
    /** The `geo` of a council that knows its own cells in every revision. */
    readonly insider?: string | null;
  };
  /** Of every revision that has all of an equation's cells. */
  readonly equations: readonly Equation[];
  /** Revisions before the two, if they are looked at together, oldest first. */
  readonly earlier?: readonly (readonly ShownCell[])[];
  readonly revision1: readonly ShownCell[];
  readonly revision2: readonly ShownCell[];
}

export interface RevisionAudit {
  /** Cells not published in both of the two that the attacker takes for unchanged. */
  readonly assumedUnchanged: readonly string[];
  /** Of the cells of revision 2 that are hidden from the attacker, from all revisions together. */
  readonly intervalsRevision2: readonly Range[];
  readonly exactlyRecovered: readonly string[];
  readonly unsafePrimaries: readonly string[];
  readonly safe: boolean;
  /** What an audit of revision 2 by itself would say. */
  readonly safeLookedAtAlone: boolean;
  /** Published in both, and different by 1 to S: for the data owner to look at. */
  readonly smallDeltas: readonly string[];
}

/**
 * Audits a revision together with those published before it: one linear program over all tables, in which whatever the
 * attacker takes for unchanged is equal (differencing between releases). The guess may be wrong; the judgement is of what
 * would be concluded from it. Where no tables agree with it, the refusal is `INCONSISTENT_REVISIONS`: hold the revision. A
 * cell that only one of the revisions has is unknown in the other.
 */
export function auditRevision(
  revisionCase: RevisionAuditCase,
  solver: LinearSolver,
): RevisionAudit | DisclosureRefusal {
  const { equations, earlier = [], revision1, revision2 } = revisionCase;
  const options = revisionCase.options ?? {};
  const rule = readRule(options);
  if (isRefusal(rule)) return rule;
  const { attacker = 'static', insider = null } = options;
  if (attacker !== 'static' || (insider !== null && typeof insider !== 'string'))
    return { error: 'INVALID_OPTIONS' };
  const revisions = readRevisions([...earlier, revision1, revision2], equations, insider);
  return isRefusal(revisions)
    ? revisions
    : withPrograms(solver, (open) => auditTogether(open, revisions, rule, insider));
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isListOfObjects = (value: unknown): boolean =>
  isList(value) && value.every((entry) => typeof entry === 'object' && entry !== null);

function readRevisions(
  lists: readonly (readonly ShownCell[])[],
  equations: readonly Equation[],
  insider: string | null,
): readonly Revision[] | DisclosureRefusal {
  if (![...lists, equations].every(isListOfObjects)) return { error: 'INVALID_INPUT' };
  if (!equations.every(({ parts }) => isList(parts))) return { error: 'INVALID_INPUT' };
  const everyId = new Set(lists.flat().map((cell) => cell.id));
  const idsOf = ({ total, parts }: Equation): readonly string[] => [total, ...parts];
  if (equations.some((equation) => idsOf(equation).some((id) => !everyId.has(id))))
    return { error: 'UNKNOWN_CELL' };
  const revisions: Revision[] = [];
  for (const cells of lists) {
    const ids = new Set(cells.map((cell) => cell.id));
    const table = readTable(
      cells,
      equations.filter((equation) => idsOf(equation).every((id) => ids.has(id))),
    );
    if (isRefusal(table)) return table;
    if (cells.some(({ published }) => typeof published !== 'boolean'))
      return { error: 'INVALID_INPUT' };
    const unpublished = new Set(
      cells.flatMap(({ published }, place) => (published ? [] : [place])),
    );
    revisions.push({ table, unpublished, hidden: hiddenFrom(table, unpublished, insider) });
  }
  const known = revisions.some(({ table }) => ownPlaces(table, insider).size > 0);
  return insider === null || known || everyId.size === 0 ? revisions : { error: 'UNKNOWN_INSIDER' };
}

function auditTogether(
  open: OpenProgram,
  revisions: readonly Revision[],
  rule: Rule,
  insider: string | null,
): RevisionAudit | DisclosureRefusal {
  const [first, second] = revisions.slice(-2);
  if (!first || !second) return { error: 'INVALID_INPUT' };
  const { largest } = rule;
  const { table, unpublished, hidden } = second;
  const primary = primaryPlaces(table, rule);
  const alone = auditPattern(
    open,
    table,
    { unpublished, primary, largest },
    { insider, primariesOnly: true },
  );
  if (isRefusal(alone)) return alone;
  const { unknowns, lastColumns } = joinRevisions(revisions);
  const targets = [...hidden].map((place) => ({
    id: table.cells[place]?.id ?? '',
    column: lastColumns.get(place) ?? 0,
    primary: primary.has(place),
  }));
  const found = auditUnknowns(open, unknowns, targets, largest);
  if (!found) return { error: 'INCONSISTENT_REVISIONS' };
  if (isRefusal(found)) return found;
  const none = [...primary].every((place) => unpublished.has(place));
  return {
    assumedUnchanged: assumedUnchanged(first, second),
    intervalsRevision2: found.intervals,
    exactlyRecovered: found.exactlyRecovered,
    unsafePrimaries: found.unsafePrimaries,
    safe: none && found.unsafePrimaries.length === 0,
    safeLookedAtAlone: none && alone.unsafePrimaries.length === 0,
    smallDeltas: smallDeltas(first, second, largest),
  };
}

function smallDeltas(first: Revision, second: Revision, largest: number): readonly string[] {
  return second.table.cells.flatMap(({ id, value }, place) => {
    const before = first.table.places.get(id);
    if (before === undefined || first.unpublished.has(before) || second.unpublished.has(place))
      return [];
    const delta = Math.abs(value - (first.table.cells[before]?.value ?? 0));
    return delta >= 1 && delta <= largest ? [id] : [];
  });
}
