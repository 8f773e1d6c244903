import { auditRevision, type RevisionAudit } from './audit-revision.js';
import { auditRounding, roundHalfUp } from './audit-rounding.js';
import { primaryPlaces, readRule } from './primary-rule.js';
import { protect, type Protection } from './protect.js';
import { readTable } from './read-table.js';
import type {
  ReleaseAudience,
  ReleasedCell,
  ReleasePattern,
  ReleaseRefusal,
  ReleaseRequest,
  ReleaseUnit,
} from './release-unit.js';
import type { LinearSolver } from './solver.js';
import { isRefusal, type CountCell, type DisclosureRefusal } from './types.js';

/**
 * The release of a unit for one audience. By suppression: a safe pattern that is safe together with earlier revisions too;
 * where it is not, the pattern with everything kept suppressed that was; then that with the breakdown withheld; else it is
 * held. By rounding: held if a primary could be recovered from the sums. Takes seconds for a large unit and does nothing
 * else, so run it in a worker thread: the request and the answer are plain data, and the thread loads its own solver.
 */
export function cutRelease(
  request: ReleaseRequest,
  solver: LinearSolver,
): ReleasePattern | ReleaseRefusal {
  const audience = request.unit.audiences.find(({ name }) => name === request.audience);
  if (!audience) return { error: 'UNKNOWN_AUDIENCE' };
  return audience.rounding === 'none'
    ? suppressed(request, audience, solver)
    : rounded(request, audience, solver);
}

const headOf = ({ unit, solver }: ReleaseRequest, { name, rounding }: ReleaseAudience) => ({
  unit: unit.id,
  revision: unit.revision,
  audience: name,
  method: rounding === 'none' ? ('suppression' as const) : ('rounding' as const),
  withheld: null,
  smallDeltas: [],
  solver,
});

function suppressed(
  request: ReleaseRequest,
  audience: ReleaseAudience,
  solver: LinearSolver,
): ReleasePattern | ReleaseRefusal {
  const { unit, earlier } = request;
  const head = headOf(request, audience);
  const before = earlier.at(-1) ?? [];
  const never = new Set(audience.neverSuppress);
  const ids = new Set(unit.cells.map(({ id }) => id));
  const sticky = before.flatMap(({ id, published }) =>
    published || never.has(id) || !ids.has(id) ? [] : [id],
  );
  const breakdown = unit.cells.flatMap(({ id, cat }) =>
    (cat ?? id.split('|')[1] ?? 'Total') === 'Total' || never.has(id) ? [] : [id],
  );
  for (const kept of [[], sticky, [...new Set([...sticky, ...breakdown])]]) {
    const options = { ...audience, sticky: kept };
    const pattern = protect({ options, cells: unit.cells, equations: unit.equations }, solver);
    if (isRefusal(pattern)) return pattern;
    if (!pattern.safe) break;
    const audits = earlier.length === 0 ? [] : auditsOf(request, audience, pattern, solver);
    if (isRefusal(audits)) {
      if (audits.error !== 'INCONSISTENT_REVISIONS') return audits;
      continue;
    }
    if (!audits.every(({ safe }) => safe)) continue;
    return {
      ...head,
      status: 'released',
      cells: cellsOf(unit, new Set(pattern.suppressed)),
      withheld: kept.length > sticky.length ? 'totals' : stepOf(pattern),
      smallDeltas: audits[0]?.smallDeltas ?? [],
    };
  }
  return { ...head, status: 'held', cells: [] };
}

const stepOf = ({ fallback }: Protection): ReleasePattern['withheld'] =>
  fallback === 'hold' ? null : fallback;

/** The pattern together with what was shown before, in the eyes of an outsider and of each insider. */
function auditsOf(
  { unit, earlier }: ReleaseRequest,
  audience: ReleaseAudience,
  pattern: Protection,
  solver: LinearSolver,
): readonly RevisionAudit[] | DisclosureRefusal {
  const hidden = new Set(pattern.suppressed);
  const revision2 = unit.cells.map((cell) => ({ ...cell, published: !hidden.has(cell.id) }));
  const { suppressMax, minDenominator } = audience;
  const audits: RevisionAudit[] = [];
  for (const insider of [null, ...audience.insiders]) {
    const audit = auditRevision(
      {
        options: { suppressMax, minDenominator, insider },
        equations: unit.equations,
        earlier: earlier.slice(0, -1),
        revision1: earlier.at(-1) ?? [],
        revision2,
      },
      solver,
    );
    if (isRefusal(audit)) return audit;
    audits.push(audit);
  }
  return audits;
}

const cellsOf = (unit: ReleaseUnit, hidden: ReadonlySet<string>): readonly ReleasedCell[] =>
  unit.cells.map(({ id, value }) =>
    hidden.has(id) ? { id, status: 'c', value: null } : { id, status: 'shown', value },
  );

function rounded(
  request: ReleaseRequest,
  audience: ReleaseAudience,
  solver: LinearSolver,
): ReleasePattern | ReleaseRefusal {
  const { cells, equations } = request.unit;
  const rule = readRule(audience);
  if (isRefusal(rule)) return rule;
  const table = readTable(cells, equations);
  if (isRefusal(table)) return table;
  const { rounding, nationalRounding = rounding } = audience;
  const base = rounding === 'none' ? 5 : rounding;
  const shown = cells.map(({ id, value, level }: CountCell) => {
    const own = level === 4 && nationalRounding !== 'none' ? nationalRounding : base;
    return { id, value, base: own, rounded: roundHalfUp(value, own) };
  });
  const audit = auditRounding({ options: { base }, cells: shown, equations }, solver);
  if (isRefusal(audit)) return audit;
  const primary = new Set([...primaryPlaces(table, rule)].map((place) => cells[place]?.id));
  const betrayed = audit.exactlyRecovered.some((id) => primary.has(id));
  const head = headOf(request, audience);
  if (betrayed) return { ...head, status: 'held', cells: [] };
  return {
    ...head,
    status: 'released',
    cells: shown.map((cell) => ({ id: cell.id, status: 'shown', value: cell.rounded })),
  };
}
