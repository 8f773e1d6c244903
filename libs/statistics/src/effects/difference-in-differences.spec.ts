import fc from 'fast-check';
import { didTwoByTwo, wildBootstrap } from './index.js';
import type { TwoByTwoEffect, TwoByTwoRow, WildRow } from './index.js';

const rowsOf = (...groups: [treated: number, post: number, y: number[]][]): TwoByTwoRow[] =>
  groups.flatMap(([treated, post, y]) =>
    y.map((value, index) => ({ y: value, treated, post, cluster: `${treated}-${index}` })),
  );
const compared = (rows: TwoByTwoRow[], cluster?: boolean): TwoByTwoEffect => {
  const result = didTwoByTwo({ rows, ...(cluster === undefined ? {} : { options: { cluster } }) });
  if ('error' in result) throw new Error(result.error);
  return result;
};
const small = rowsOf([0, 0, [1, 3]], [0, 1, [2, 4]], [1, 0, [5, 7]], [1, 1, [9, 13]]);

describe('didTwoByTwo', () => {
  it('is the published effect of the minimum wage on employment, from the published means', () => {
    // Card and Krueger (1994), table 3: 20.44 to 21.03 in New Jersey, 23.33 to 21.17 in Pennsylvania: 2.76 unrounded.
    const { did } = compared(
      rowsOf([1, 0, [20.44]], [1, 1, [21.03]], [0, 0, [23.33]], [0, 1, [21.17]]),
    );
    expect(did).toBeCloseTo(2.75, 10);
  });

  it('has its errors by hand: plain, uneven, and by cluster', () => {
    const result = compared(small);
    // Residuals ±1 in three groups and ±2 in the last: RSS 14, 4 degrees of freedom, 4 × ½.
    expect(result).toMatchObject({ n: 8, did: 4, clusters: 4 });
    expect(result.means).toEqual({
      control_pre: 2,
      control_post: 3,
      treated_pre: 6,
      treated_post: 11,
    });
    expect(result.seOls).toBeCloseTo(Math.sqrt((14 / 4) * 2), 12);
    // Σ(u/2)² = 3.5, times 8/4.
    expect(result.seHC1).toBeCloseTo(Math.sqrt(7), 12);
    // By council: 0, 0, −½ and ½ of (2 − 1): the others cancel. ½ × 4/3 × 7/4.
    expect(result.seCR1).toBeCloseTo(Math.sqrt(0.5 * (4 / 3) * (7 / 4)), 12);
  });

  it('has no errors where nothing is left to measure them by, and no clusters where there are none', () => {
    const single = rowsOf([0, 0, [1]], [0, 1, [2]], [1, 0, [5]], [1, 1, [9]]);
    expect(compared(single)).toMatchObject({ did: 3, seOls: null, seHC1: null, seCR1: null });
    expect(compared(small, false)).toMatchObject({ seCR1: null, clusters: null });
    expect(compared(small.map((row) => ({ ...row, cluster: 'one' }))).seCR1).toBeNull();
  });

  it('leaves out rows without a value', () => {
    expect(compared([...small, { y: null, treated: 1, post: 1, cluster: 'x' }])).toEqual(
      compared(small),
    );
  });

  it('does not care for the level or for the order of rows, and scales with the outcome', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 8 }),
        (y) => {
          const rows = small.map((row, index) => ({ ...row, y: y[index] ?? 0 }));
          const before = compared(rows);
          const after = compared(rows.toReversed().map((row) => ({ ...row, y: 5 - 3 * row.y })));
          expect(after.did).toBeCloseTo(-3 * before.did, 9);
          expect(after.seCR1).toBeCloseTo(3 * (before.seCR1 ?? NaN), 9);
          expect(after.seHC1).toBeCloseTo(3 * (before.seHC1 ?? NaN), 9);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('refuses an empty group, a missing cluster, and what is no row', () => {
    expect(didTwoByTwo({ rows: small.slice(0, 6) })).toEqual({ error: 'EMPTY_GROUP' });
    expect(didTwoByTwo({ rows: [] })).toEqual({ error: 'EMPTY_GROUP' });
    const loose = [...small, { y: 1, treated: 0, post: 0 }];
    expect(didTwoByTwo({ rows: loose })).toEqual({ error: 'MISSING_CLUSTER' });
    expect(didTwoByTwo({ rows: [{ y: NaN, treated: 1, post: 1 }] })).toEqual({
      error: 'INVALID_ROWS',
    });
    expect(didTwoByTwo({ rows: [{ y: 1, treated: 2, post: 1 }] })).toEqual({
      error: 'INVALID_ROWS',
    });
  });
});

const wild = (y: number[][], treated: number, start: number): WildRow[] =>
  y.flatMap((series, unit) =>
    series.map((value, time) => ({
      unit,
      time,
      d: unit < treated && time >= start ? 1 : 0,
      y: value,
    })),
  );

describe('wildBootstrap', () => {
  // Changes 5 and 4 against 2 and 3.
  const rows = wild(
    [
      [10, 15],
      [20, 24],
      [10, 12],
      [30, 33],
    ],
    2,
    1,
  );

  it('goes through every vector of signs', () => {
    // t = 2 / √(¼ × 4/3); of the 16 vectors only all alike are as large.
    const result = wildBootstrap({ rows });
    expect(result).toMatchObject({ clusters: 4, replicates: 16, p: 2 / 16, seed: null });
    expect('t' in result && result.coef).toBeCloseTo(2, 12);
    expect('t' in result && result.t).toBeCloseTo(2 / Math.sqrt(1 / 3), 10);
  });

  it('gives no effect a p of 1', () => {
    const level = wild(
      [
        [1, 2],
        [1, 4],
        [1, 2],
        [1, 4],
      ],
      2,
      1,
    );
    expect(wildBootstrap({ rows: level })).toMatchObject({ p: 1 });
  });

  it('draws by its seed when there are more than 12 councils', () => {
    const y = Array.from({ length: 14 }, (_, unit) =>
      Array.from(
        { length: 4 },
        (__, time) => ((unit * 5 + time * 3 + unit * time) % 13) + (unit < 6 && time > 1 ? 3 : 0),
      ),
    );
    const many = wild(y, 6, 2);
    const first = wildBootstrap({ rows: many, options: { seed: 4 } });
    expect(first).toMatchObject({ clusters: 14, replicates: 9_999, seed: 4 });
    expect(wildBootstrap({ rows: many, options: { seed: 4 } })).toEqual(first);
    // Twelve of them can be gone through: the same order of size.
    expect(wildBootstrap({ rows: many.filter(({ unit }) => Number(unit) < 12) })).toMatchObject({
      replicates: 4_096,
    });
  });

  it('does not care for levels, order or names, nor on which panel a row is missing', () => {
    const uneven = rows.concat(
      wild(
        [
          [1, 2],
          [5, 9],
        ],
        1,
        1,
      ).map((row) => ({ ...row, unit: Number(row.unit) + 10 })),
    );
    const before = wildBootstrap({ rows: uneven.slice(1) });
    const after = wildBootstrap({
      rows: uneven
        .slice(1)
        .toReversed()
        .map((row) => ({ ...row, unit: `u${row.unit}`, y: row.y + 9 * Number(row.unit) })),
    });
    expect('p' in before && 'p' in after && after.p === before.p).toBe(true);
    expect('t' in after && after.t).toBeCloseTo('t' in before ? before.t : NaN, 8);
  });

  it('refuses what it cannot test', () => {
    expect(wildBootstrap({ rows: rows.slice(0, 2) })).toEqual({ error: 'TOO_FEW_CLUSTERS' });
    expect(wildBootstrap({ rows: rows.map((row) => ({ ...row, d: 1 })) })).toEqual({
      error: 'NO_VARIATION',
    });
    expect(wildBootstrap({ rows: rows.map((row) => ({ ...row, y: 1 })) })).toEqual({
      error: 'NO_VARIATION',
    });
    expect(wildBootstrap({ rows: [...rows, ...rows] })).toEqual({ error: 'INVALID_ROWS' });
    expect(wildBootstrap({ rows: rows.map((row) => ({ ...row, y: Infinity })) })).toEqual({
      error: 'INVALID_ROWS',
    });
    for (const options of [{ weights: 'webb' }, { imposeNull: false }, { seed: -1 }])
      expect(wildBootstrap({ rows, options })).toEqual({ error: 'INVALID_OPTIONS' });
  });
});
