import { auditDisclosure } from './audit-disclosure.js';
import { protect, type Protection, type ProtectionCase } from './protect.js';
import type { LinearSolver } from './solver.js';
import { hiding, solverForSpec, tableOf, type TableForSpec } from './tables-for-spec.js';
import { isRefusal } from './types.js';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await solverForSpec();
});

function pattern(table: TableForSpec, options: ProtectionCase['options'] = {}): Protection {
  const answer = protect({ options, ...table }, solver);
  if (isRefusal(answer)) throw new Error(answer.error);
  return answer;
}
const safe = (table: TableForSpec, hidden: readonly string[], insider: string | null = null) => {
  const attacker = insider === null ? ('external' as const) : ('insider' as const);
  const answer = auditDisclosure(
    {
      options: { attacker, insider },
      cells: hiding(table.cells, hidden),
      equations: table.equations,
    },
    solver,
  );
  return !isRefusal(answer) && answer.safe;
};

const neverSuppress = ['ENG|Total|n'];
const two = tableOf([
  [3, 20],
  [15, 30],
]);
const inside = ['C01|K1|n', 'C01|K2|n', 'C02|K1|n', 'C02|K2|n'];

describe('the choice of what to suppress', () => {
  it('hides one small count behind the rectangle that it is a corner of', () => {
    expect(pattern(two, { neverSuppress })).toEqual({
      primaries: ['C01|K1|n'],
      nPrimaries: 1,
      suppressed: inside,
      nSuppressed: 4,
      safe: true,
      fallback: null,
      unsafe: [],
    });
  });

  it('hides two small counts of one council behind each other when another council has room', () => {
    const table = tableOf([
      [3, 2, 40],
      [50, 60, 70],
    ]);
    const { suppressed } = pattern(table, { neverSuppress });
    expect(suppressed).toEqual(
      ['C01|K1|n', 'C01|K2|n', 'C01|K3|n', 'C02|K1|n', 'C02|K2|n', 'C02|K3|n'].filter((id) =>
        suppressed.includes(id),
      ),
    );
    expect(suppressed.length).toBeLessThanOrEqual(6);
    expect(safe(table, suppressed)).toBe(true);
  });

  it('needs a third council when the second may look at its own figures', () => {
    const table = tableOf([
      [3, 20],
      [15, 30],
      [25, 40],
    ]);
    const insiders = ['C01', 'C02', 'C03'];
    const { suppressed, safe: isSafe } = pattern(table, { neverSuppress, insiders });
    expect(suppressed).toEqual([...inside, 'C03|K1|n', 'C03|K2|n']);
    expect(isSafe).toBe(true);
    expect(insiders.every((insider) => safe(table, suppressed, insider))).toBe(true);
  });

  it('protects where partnerships cross regions', () => {
    const rows = [
      [3, 20],
      [15, 30],
      [25, 4],
      [30, 11],
      [2, 60],
      [18, 24],
    ];
    const table = tableOf(rows, { P1: [0, 1, 2], P2: [3, 4, 5], R1: [0, 3, 4], R2: [1, 2, 5] });
    const { suppressed, safe: isSafe } = pattern(table, { neverSuppress });
    expect(isSafe).toBe(true);
    expect(safe(table, suppressed)).toBe(true);
  });

  it('uses zeros only where nothing else can move', () => {
    // To rise, the 3 needs the zero of C03; to fall, that of C02. Totals are never suppressed.
    const table = tableOf([
      [3, 20],
      [0, 30],
      [40, 0],
    ]);
    const answer = pattern(table, {
      neverSuppress: table.cells
        .map(({ id }) => id)
        .filter((id) => id.startsWith('ENG') || id.includes('Total')),
    });
    expect(answer.suppressed).toEqual([...inside, 'C03|K1|n', 'C03|K2|n']);
    expect(answer.safe).toBe(true);
  });

  it('frees a zero that stands for nobody of a small group', () => {
    const cells = [
      ...[
        ['C01', 8, 0, 8],
        ['C02', 40, 20, 20],
        ['ENG', 48, 20, 28],
      ].flatMap(([geo, ...values]) =>
        ['den', 'num', 'comp'].map((outcome, n) => ({
          ...{ id: `${geo}|Total|${outcome}`, geo: String(geo), cat: 'Total', outcome },
          ...{ level: geo === 'ENG' ? 4 : 1, value: Number(values[n]) },
        })),
      ),
    ];
    const equations = [
      ...['den', 'num', 'comp'].map((o) => ({
        total: `ENG|Total|${o}`,
        parts: [`C01|Total|${o}`, `C02|Total|${o}`],
      })),
      ...['C01', 'C02', 'ENG'].map((geo) => ({
        total: `${geo}|Total|den`,
        parts: [`${geo}|Total|num`, `${geo}|Total|comp`],
      })),
    ];
    const answer = pattern({ cells, equations }, { minDenominator: 10 });
    expect(answer.primaries).toEqual(['C01|Total|comp', 'C01|Total|num']);
    expect(answer.suppressed).toEqual([
      ...['C01|Total|comp', 'C01|Total|num', 'C02|Total|comp', 'C02|Total|num'],
    ]);
    expect(answer.safe).toBe(true);
  });

  it('withholds zeros where they are not published, and keeps what was suppressed before', () => {
    const table = tableOf([
      [0, 20],
      [15, 30],
    ]);
    expect(pattern(table).suppressed).toEqual([]);
    expect(pattern(table, { zerosPublished: false }).suppressed).toEqual(['C01|K1|n']);
    expect(pattern(table, { sticky: ['C02|K2|n'] }).suppressed).toEqual(['C02|K2|n']);
  });

  it.each([2, 4, 5, 9])(
    'suppresses counts from 1 to %i and no others where they are alone',
    (S) => {
      const table = tableOf([
        [S, S + 1, 60],
        [70, 80, 90],
      ]);
      expect(pattern(table, { suppressMax: S, neverSuppress }).primaries).toEqual(['C01|K1|n']);
    },
  );

  it('holds a table whose small count cannot be protected, and says against whom', () => {
    const answer = pattern(two, { neverSuppress: ['C01|K2|n', 'C01|Total|n'] });
    expect(answer).toMatchObject({
      safe: false,
      fallback: 'hold',
      unsafe: [{ insider: null, id: 'C01|K1|n' }],
    });
  });

  it('cannot protect an area from its only contributor', () => {
    const table = tableOf(
      [
        [3, 20],
        [15, 30],
        [25, 40],
      ],
      { P1: [0], P2: [1, 2] },
    );
    const answer = pattern(table, { neverSuppress, insiders: ['C01'] });
    expect(answer.safe).toBe(false);
    expect(answer.unsafe).toEqual([{ insider: 'C01', id: 'P1|K1|n' }]);
  });
});

describe('what protection refuses', () => {
  it.each([
    [
      'a primary that must be published',
      { neverSuppress: ['C01|K1|n'] },
      'NEVER_SUPPRESS_CONFLICT',
    ],
    [
      'a cell that must and must not be published',
      { neverSuppress: ['C02|K2|n'], sticky: ['C02|K2|n'] },
      'NEVER_SUPPRESS_CONFLICT',
    ],
    ['an unknown cell', { neverSuppress: ['C09|K1|n'] }, 'UNKNOWN_CELL'],
    ['an unknown sticky cell', { sticky: ['C09|K1|n'] }, 'UNKNOWN_CELL'],
    ['a council without cells', { insiders: ['C09'] }, 'UNKNOWN_INSIDER'],
    ['a rule that is not configured', { suppressMax: 7 }, 'INVALID_OPTIONS'],
    ['insiders that are no list', { insiders: 'C01' }, 'INVALID_OPTIONS'],
  ])('refuses %s', (_name, options, error) => {
    expect(protect({ options: options as ProtectionCase['options'], ...two }, solver)).toEqual({
      error,
    });
  });

  it('refuses a table that does not add up', () => {
    const cells = two.cells.map((cell) => ({ ...cell, value: cell.value + 1 }));
    expect(protect({ options: {}, cells, equations: two.equations }, solver)).toEqual({
      error: 'INCONSISTENT_TABLE',
    });
  });
});
