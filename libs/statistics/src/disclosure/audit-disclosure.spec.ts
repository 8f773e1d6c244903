import { auditDisclosure } from './audit-disclosure.js';
import type { LinearSolver } from './solver.js';
import { hiding, solverForSpec, tableOf, type TableForSpec } from './tables-for-spec.js';
import { isRefusal, type Equation } from './types.js';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await solverForSpec();
});

type Options = Parameters<typeof auditDisclosure>[0]['options'];

function audit(table: TableForSpec, hidden: readonly string[], options: Options = {}) {
  const answer = auditDisclosure(
    { options, cells: hiding(table.cells, hidden), equations: table.equations },
    solver,
  );
  if (isRefusal(answer)) throw new Error(answer.error);
  return answer;
}
const refusalOf = (cells: unknown, equations: unknown, options: unknown = {}) =>
  auditDisclosure({ options, cells, equations } as Parameters<typeof auditDisclosure>[0], solver);

const two = tableOf([
  [3, 20],
  [15, 30],
]);
const inside = ['C01|K1|n', 'C01|K2|n', 'C02|K1|n', 'C02|K2|n'];

describe('the audit of a table with suppressed cells', () => {
  it('recovers a single hidden cell by subtraction', () => {
    expect(audit(two, ['C01|K1|n'])).toEqual({
      intervals: [{ id: 'C01|K1|n', lo: 3, hi: 3 }],
      integerIntervalsPrimaries: [{ id: 'C01|K1|n', lo: 3, hi: 3 }],
      exactlyRecovered: ['C01|K1|n'],
      exactlyRecoveredPrimaries: ['C01|K1|n'],
      unsafePrimaries: ['C01|K1|n'],
      publishedPrimaries: [],
      safe: false,
      nUnpublished: 1,
    });
  });

  it('gives every cell of a hidden rectangle the room that its corners leave', () => {
    // One corner moves by t, its neighbours by −t: −3 ≤ t ≤ 15.
    const answer = audit(two, inside);
    expect(answer.intervals).toEqual([
      { id: 'C01|K1|n', lo: 0, hi: 18 },
      { id: 'C01|K2|n', lo: 5, hi: 23 },
      { id: 'C02|K1|n', lo: 0, hi: 18 },
      { id: 'C02|K2|n', lo: 27, hi: 45 },
    ]);
    expect(answer.safe).toBe(true);
  });

  it('shows that a council sees through a rectangle it is a side of', () => {
    const answer = audit(two, inside, { attacker: 'insider', insider: 'C02' });
    expect(answer.exactlyRecovered).toEqual(['C01|K1|n', 'C01|K2|n']);
    expect(answer.unsafePrimaries).toEqual(['C01|K1|n']);
    expect(answer.nUnpublished).toBe(2);
  });

  it('reports what the only contributor to an area can work out of it', () => {
    const alone = tableOf(
      [
        [3, 20],
        [15, 30],
        [9, 9],
      ],
      { P1: [0], P2: [1, 2] },
    );
    const answer = audit(alone, [...inside, 'P1|K1|n', 'P1|K2|n', 'P2|K1|n', 'P2|K2|n'], {
      attacker: 'insider',
      insider: 'C01',
    });
    expect(answer.unsafePrimaries).toEqual(['P1|K1|n']);
  });

  it('solves the whole-number program where real tables say too little', () => {
    // a + b = a + c = 10 and b + c + d = 5: d = 2a − 15, so that a real a may be 7.5 and a whole d is odd.
    const cells = Object.entries({ a: 8, b: 2, c: 2, d: 1, s: 10, t: 10, u: 5 }).map(
      ([id, value]) => ({ id, value }),
    );
    const equations: Equation[] = [
      { total: 's', parts: ['a', 'b'] },
      { total: 't', parts: ['a', 'c'] },
      { total: 'u', parts: ['b', 'c', 'd'] },
    ];
    const answer = audit({ cells, equations }, ['a', 'b', 'c', 'd']);
    expect(answer.intervals[0]).toEqual({ id: 'a', lo: 7.5, hi: 10 });
    expect(answer.intervals[3]).toEqual({ id: 'd', lo: 0, hi: 5 });
    expect(answer.integerIntervalsPrimaries.at(-1)).toEqual({ id: 'd', lo: 1, hi: 5 });
  });

  it('leaves a cell without an upper limit where no total is published', () => {
    const answer = audit({ cells: [{ id: 'a', value: 3 }], equations: [] }, ['a']);
    expect(answer.intervals).toEqual([{ id: 'a', lo: 0, hi: null }]);
    expect(answer.safe).toBe(true);
  });

  it('names primaries that are published', () => {
    const answer = audit(two, []);
    expect(answer.publishedPrimaries).toEqual(['C01|K1|n']);
    expect(answer.safe).toBe(false);
  });

  it.each([
    [2, []],
    [4, ['C01|K1|n']],
    [9, ['C01|K1|n']],
  ])('takes counts up to %i for primary', (suppressMax, expected) => {
    expect(audit(two, [], { suppressMax }).publishedPrimaries).toEqual(expected);
  });

  it('takes everybody and nobody of a small group for primary when asked to', () => {
    const cells = ['den', 'num', 'comp'].map((outcome, n) => ({
      ...{ id: `C01|Total|${outcome}`, outcome },
      value: n === 2 ? 0 : 8,
    }));
    const equations = [{ total: 'C01|Total|den', parts: ['C01|Total|num', 'C01|Total|comp'] }];
    expect(audit({ cells, equations }, []).safe).toBe(true);
    expect(audit({ cells, equations }, [], { minDenominator: 10 }).publishedPrimaries).toEqual([
      'C01|Total|num',
      'C01|Total|comp',
    ]);
    expect(audit({ cells, equations }, [], { minDenominator: 8 }).safe).toBe(true);
  });

  it.each([
    ['an empty table', tableOf([])],
    [
      'a table of zeros',
      tableOf([
        [0, 0],
        [0, 0],
      ]),
    ],
    [
      'a table of large counts',
      tableOf([
        [60, 70],
        [80, 90],
      ]),
    ],
  ])('finds %s safe with everything published', (_name, table) => {
    expect(audit(table, []).safe).toBe(true);
  });
});

describe('what the audit refuses', () => {
  const cell = { id: 'a', value: 3, published: true };
  it.each([
    ['a negative count', [{ ...cell, value: -1 }], [], 'INVALID_COUNT'],
    ['a fractional count', [{ ...cell, value: 2.5 }], [], 'INVALID_COUNT'],
    ['no number', [{ ...cell, value: Number.NaN }], [], 'INVALID_COUNT'],
    ['a cell twice', [cell, cell], [], 'DUPLICATE_CELL'],
    ['an equation of an unknown cell', [cell], [{ total: 'a', parts: ['b'] }], 'UNKNOWN_CELL'],
    ['an equation without parts', [cell], [{ total: 'a', parts: [] }], 'INVALID_EQUATION'],
    ['a cell that is part of itself', [cell], [{ total: 'a', parts: ['a'] }], 'INVALID_EQUATION'],
    [
      'parts that do not add up',
      [cell, { ...cell, id: 'b', value: 4 }],
      [{ total: 'a', parts: ['b'] }],
      'INCONSISTENT_TABLE',
    ],
    ['cells that are no list', null, [], 'INVALID_INPUT'],
    ['equations that are no list', [cell], 7, 'INVALID_INPUT'],
    ['an equation that is no object', [cell], [null], 'INVALID_INPUT'],
    ['a cell that does not say whether it is shown', [{ id: 'a', value: 3 }], [], 'INVALID_INPUT'],
    ['a level that there is not', [{ ...cell, level: 9 }], [], 'INVALID_INPUT'],
  ])('refuses %s', (_name, cells, equations, error) => {
    expect(refusalOf(cells, equations)).toEqual({ error });
  });

  it.each([
    ['a largest small count that is not configured', { suppressMax: 3 }, 'INVALID_OPTIONS'],
    ['a fractional denominator', { minDenominator: 1.5 }, 'INVALID_OPTIONS'],
    ['an insider without a name', { attacker: 'insider', insider: null }, 'INVALID_OPTIONS'],
    ['an outsider with a name', { attacker: 'external', insider: 'C01' }, 'INVALID_OPTIONS'],
    ['another attacker', { attacker: 'everybody' }, 'INVALID_OPTIONS'],
    ['a council without cells', { attacker: 'insider', insider: 'C9' }, 'UNKNOWN_INSIDER'],
  ])('refuses %s', (_name, options, error) => {
    expect(refusalOf([cell], [], options)).toEqual({ error });
  });
});
