import fc from 'fast-check';
import { syntheticDid } from './index.js';
import type { SyntheticDid } from './index.js';

const estimated = (Y: number[][], N0: number, T0: number): SyntheticDid => {
  const result = syntheticDid({ Y, options: { N0, T0 } });
  if ('error' in result) throw new Error(result.error);
  return result;
};
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('syntheticDid', () => {
  it('is the difference in differences where everybody moves alike', () => {
    const base = [3, 5, 4, 8, 6, 7];
    const Y = [0, 10, 20].map((level) => base.map((value) => value + level));
    const { did, sdid } = estimated([...Y, base.map((v, t) => v + 4 + (t >= 4 ? 3 : 0))], 3, 4);
    expect(did).toBeCloseTo(3, 10);
    expect(sdid).toBeCloseTo(3, 10);
  });

  it('finds the one council that is the same before, as synthetic control', () => {
    const Y = [
      [1, 6, 2, 7, 3, 3],
      [9, 9, 1, 1, 9, 1],
      [5, 0, 5, 9, 0, 5],
      [1, 6, 2, 7, 8, 8],
    ];
    expect(estimated(Y, 3, 4).sc).toBeCloseTo(5, 1);
  });

  it('is by hand with even weights: 6 − 2 less 3 − 1.5', () => {
    expect(
      estimated(
        [
          [1, 1, 1, 2],
          [2, 2, 2, 4],
          [2, 2, 2, 6],
        ],
        2,
        3,
      ).did,
    ).toBeCloseTo(2.5, 12);
  });

  const matrices = fc.array(
    fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 6 }),
    { minLength: 5, maxLength: 5 },
  );

  it('has weights from 0 that add up to 1, for comparators and for periods', () => {
    fc.assert(
      fc.property(matrices, (Y) => {
        const { omega, lambda } = estimated(Y, 4, 4);
        expect([omega.length, lambda.length]).toEqual([4, 4]);
        for (const weights of [omega, lambda]) {
          expect(sum(weights)).toBeCloseTo(1, 9);
          expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('does not care for levels of councils and periods, nor for the order of comparators', () => {
    fc.assert(
      fc.property(matrices, (Y) => {
        const before = estimated(Y, 4, 4);
        const levels = Y.map((row, unit) => row.map((value, time) => value + 3 * unit - 2 * time));
        expect(estimated(levels, 4, 4).did).toBeCloseTo(before.did, 9);
        const turned = [...Y.slice(0, 4).toReversed(), ...Y.slice(4)];
        expect(estimated(turned, 4, 4).did).toBeCloseTo(before.did, 9);
      }),
      { numRuns: 15 },
    );
  });

  it('scales with the outcome', () => {
    const Y = [
      [3, 5, 4, 8, 6, 7],
      [2, 2, 5, 5, 8, 8],
      [9, 7, 8, 6, 7, 5],
      [4, 5, 5, 7, 11, 12],
    ];
    const tenfold = estimated(
      Y.map((row) => row.map((value) => 10 * value)),
      3,
      4,
    );
    expect(tenfold.sdid).toBeCloseTo(10 * estimated(Y, 3, 4).sdid, 6);
  });

  it('refuses a matrix with gaps, and sides without anybody', () => {
    const Y = [
      [1, 2, 3],
      [2, 3, 4],
      [4, 5, 9],
    ];
    const refused = (options: { N0: number; T0: number; noiseLevel?: number }, matrix = Y) =>
      syntheticDid({ Y: matrix, options });
    expect(refused({ N0: 2, T0: 2 }, [[1, 2], [1]])).toEqual({ error: 'INVALID_MATRIX' });
    expect(
      refused({ N0: 2, T0: 2 }, [
        [1, NaN],
        [1, 2],
      ]),
    ).toEqual({ error: 'INVALID_MATRIX' });
    for (const options of [
      { N0: 3, T0: 2 },
      { N0: 0, T0: 2 },
      { N0: 2, T0: 3 },
      { N0: 1.5, T0: 2 },
    ])
      expect(refused(options)).toEqual({ error: 'INVALID_OPTIONS' });
    expect(refused({ N0: 2, T0: 2, noiseLevel: -1 })).toEqual({ error: 'INVALID_OPTIONS' });
    // One change cannot tell how large changes are.
    expect(refused({ N0: 1, T0: 2 })).toEqual({ error: 'INVALID_OPTIONS' });
  });
});
