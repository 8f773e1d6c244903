import { auditRevision, type RevisionAuditCase } from './audit-revision.js';
import type { LinearSolver } from './solver.js';
import { hiding, solverForSpec, tableOf } from './tables-for-spec.js';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await solverForSpec();
});

const inside = ['C01|K1|n', 'C01|K2|n', 'C02|K1|n', 'C02|K2|n'];
const before = tableOf([
  [3, 20],
  [15, 30],
]);
const after = tableOf([
  [3, 20],
  [15, 32],
]);
const audit = (revisionCase: Partial<RevisionAuditCase>) =>
  auditRevision(
    {
      options: {},
      equations: before.equations,
      revision1: hiding(before.cells, inside),
      revision2: hiding(after.cells, inside),
      ...revisionCase,
    },
    solver,
  );

describe('the audit of a revision together with the one before it', () => {
  it('is as safe as each by itself when the same cells stay hidden', () => {
    expect(audit({})).toEqual({
      assumedUnchanged: ['C01|K1|n', 'C01|K2|n', 'C02|K1|n'],
      intervalsRevision2: [
        { id: 'C01|K1|n', lo: 0, hi: 18 },
        { id: 'C01|K2|n', lo: 5, hi: 23 },
        { id: 'C02|K1|n', lo: 0, hi: 18 },
        { id: 'C02|K2|n', lo: 29, hi: 47 },
      ],
      exactlyRecovered: [],
      unsafePrimaries: [],
      safe: true,
      safeLookedAtAlone: true,
      smallDeltas: ['C02|Total|n', 'ENG|Total|n', 'ENG|K2|n'],
    });
  });

  const three = tableOf([
    [3, 20],
    [15, 30],
    [16, 25],
  ]);
  const other = ['C01|K1|n', 'C01|K2|n', 'C03|K1|n', 'C03|K2|n'];

  it('finds a small count that neither release gives away by itself', () => {
    const answer = audit({
      equations: three.equations,
      revision1: hiding(three.cells, inside),
      revision2: hiding(three.cells, other),
    });
    expect(answer).toMatchObject({
      exactlyRecovered: other,
      unsafePrimaries: ['C01|K1|n'],
      safe: false,
      safeLookedAtAlone: true,
    });
  });

  it('finds it through a release that lies further back', () => {
    const answer = audit({
      equations: three.equations,
      earlier: [hiding(three.cells, inside)],
      revision1: hiding(three.cells, other),
      revision2: hiding(three.cells, other),
    });
    expect(answer).toMatchObject({ unsafePrimaries: ['C01|K1|n'], safe: false });
  });

  it('sees with the eyes of a council that knows its own figures in both', () => {
    expect(audit({ options: { insider: 'C02' } })).toMatchObject({
      exactlyRecovered: ['C01|K1|n', 'C01|K2|n'],
      safe: false,
    });
  });

  it('audits a grouping that is new in the second revision', () => {
    const grouped = tableOf(
      [
        [3, 20],
        [15, 30],
        [16, 25],
      ],
      { P1: [0, 1] },
    );
    const hidden = [...inside, 'C03|K1|n', 'C03|K2|n'];
    expect(
      audit({
        equations: grouped.equations,
        revision1: hiding(three.cells, hidden),
        revision2: hiding(grouped.cells, hidden),
      }),
    ).toMatchObject({ exactlyRecovered: ['C03|K1|n', 'C03|K2|n'], safe: true });
  });

  it('counts a primary that is published as unsafe', () => {
    expect(audit({ revision2: hiding(after.cells, []) })).toMatchObject({
      unsafePrimaries: [],
      safe: false,
      safeLookedAtAlone: false,
    });
  });

  it('refuses when nothing agrees with the guess that nothing else has changed', () => {
    // Totals stay, but each council moves 6 from one category to the other. Each release shows one council: if neither
    // had changed, the first category would have 3 and 9, not 18.
    const moved = tableOf([
      [9, 14],
      [9, 36],
    ]);
    expect(
      audit({
        revision1: hiding(before.cells, ['C02|K1|n', 'C02|K2|n']),
        revision2: hiding(moved.cells, ['C01|K1|n', 'C01|K2|n']),
      }),
    ).toEqual({ error: 'INCONSISTENT_REVISIONS' });
  });

  it.each<[string, Partial<RevisionAuditCase>, string]>([
    ['an unknown cell', { equations: [{ total: 'X', parts: ['C01|K1|n'] }] }, 'UNKNOWN_CELL'],
    ['a council without cells', { options: { insider: 'C09' } }, 'UNKNOWN_INSIDER'],
    ['another attacker', { options: { attacker: 'other' as 'static' } }, 'INVALID_OPTIONS'],
    ['a revision that is no list', { revision1: 7 as never }, 'INVALID_INPUT'],
    [
      'a revision that does not add up',
      { revision2: after.cells.map((cell) => ({ ...cell, value: 1, published: true })) },
      'INCONSISTENT_TABLE',
    ],
  ])('refuses %s', (_name, revisionCase, error) => {
    expect(audit(revisionCase)).toEqual({ error });
  });

  it('finds nothing in empty revisions', () => {
    expect(audit({ equations: [], revision1: [], revision2: [] })).toMatchObject({ safe: true });
  });
});
