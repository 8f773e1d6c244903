import fc from 'fast-check';
import { rateChart, type RateChartKind, type RateChartResult } from '../index.js';

type Pair = readonly [numerator: number | null, denominator: number | null];
const day = (index: number): string =>
  new Date(Date.UTC(2020, index, 1)).toISOString().slice(0, 10);
const pointsOf = (pairs: readonly Pair[]) =>
  pairs.map(([numerator, denominator], index) => ({ date: day(index), numerator, denominator }));
function chart(kind: RateChartKind, pairs: readonly Pair[], options = {}): RateChartResult {
  const result = rateChart({ kind, points: pointsOf(pairs), options });
  if ('error' in result) throw new Error(result.error);
  return result;
}
const near = (value: number) => expect.closeTo(value, 6) as number;

describe('rateChart', () => {
  it('draws a p chart as by hand', () => {
    // 150 of 300; σ = √(0.25/100) = 0.05.
    const { centre, sigmaZ, points } = chart('p', [
      [50, 100],
      [40, 100],
      [60, 100],
    ]);
    expect([centre, sigmaZ]).toEqual([0.5, 1]);
    expect(points[1]).toEqual({
      ...{ date: day(1), value: 0.4, lcl: near(0.35), ucl: near(0.65) },
      ...{ lcl2: near(0.4), ucl2: near(0.6), outsideLimits: false, z: near(-2) },
    });
  });

  it("widens a p′ chart by Laney's σ, as by hand", () => {
    // z: 0, −2, 2; moving ranges 2 and 4; σ_z = 3/1.128.
    const { sigmaZ, points } = chart('pprime', [
      [50, 100],
      [40, 100],
      [60, 100],
    ]);
    expect(sigmaZ).toBeCloseTo(3 / 1.128, 12);
    expect(points[0]).toMatchObject({ lcl: near(0.101064), ucl: near(0.898936) });
    expect(points[2]?.z).toBeCloseTo((2 * 1.128) / 3, 12);
  });

  it('draws u and u′ charts as by hand', () => {
    // ū = 300/75 = 4; σ = √(4/25) = 0.4. z: −1, 1, 0; σ_z = 1.5/1.128.
    const pairs: Pair[] = [
      [90, 25],
      [110, 25],
      [100, 25],
    ];
    expect(chart('u', pairs).points[0]).toMatchObject({
      value: 3.6,
      lcl: near(2.8),
      ucl: near(5.2),
    });
    const { sigmaZ, points } = chart('uprime', pairs);
    expect(sigmaZ).toBeCloseTo(1.5 / 1.128, 12);
    expect(points[0]).toMatchObject({ lcl: near(2.404255), ucl: near(5.595745) });
    // ū = 6.5, σ = 2.5495: the lower limit is cut at 0.
    const small = chart('u', [
      [4, 1],
      [9, 1],
    ]);
    expect(small.points[0]).toMatchObject({ lcl: 0, ucl: near(14.148529) });
  });

  it('leaves a jump out of the moving ranges when screened', () => {
    // Of 100 each, 50 + d with d = 1, −1, … ten times, then 40, −40: z = d/5. Moving ranges of d: nine of 2, then 41 and 80;
    // 3.267 times their mean is 41.28, so 80 is left out: (18 + 41)/10 against (18 + 41 + 80)/11.
    const shifts = [...Array.from({ length: 10 }, (_none, i) => (i % 2 === 0 ? 1 : -1)), 40, -40];
    const pairs = shifts.map((shift): Pair => [50 + shift, 100]);
    const sigma = (screenOutliers: boolean) => chart('pprime', pairs, { screenOutliers }).sigmaZ;
    expect(sigma(true)).toBeCloseTo(5.9 / 5 / 1.128, 10);
    expect(sigma(false)).toBeCloseTo(139 / 11 / 5 / 1.128, 10);
  });

  it('rests on the baseline alone, and flags what lies beyond it', () => {
    const { centre, points } = chart(
      'p',
      [
        [50, 100],
        [50, 100],
        [90, 100],
      ],
      { baselineN: 2 },
    );
    expect(centre).toBe(0.5);
    expect(points.map(({ outsideLimits }) => outsideLimits)).toEqual([false, false, true]);
    expect(chart('p', [[50, 100]], { baselineN: 99 }).centre).toBe(0.5);
  });

  it('has the centre for limits when all or none of the baseline count', () => {
    for (const [x, kinds] of [
      [0, ['p', 'pprime', 'u', 'uprime']],
      [20, ['p', 'pprime']],
    ] as const)
      for (const kind of kinds) {
        const { sigmaZ, points } = chart(
          kind,
          [
            [x, 20],
            [x, 20],
            [10, 20],
          ],
          { baselineN: 2 },
        );
        const centre = x / 20;
        expect(sigmaZ).toBe(kind === 'p' || kind === 'u' ? 1 : null);
        expect(points[0]).toMatchObject({
          lcl: centre,
          ucl: centre,
          lcl2: centre,
          outsideLimits: false,
          z: null,
        });
        expect(points[2]?.outsideLimits).toBe(true);
      }
  });

  it('has no rate where there is no denominator, and no moving range beside it', () => {
    const empty = {
      value: null,
      lcl: null,
      ucl: null,
      lcl2: null,
      ucl2: null,
      outsideLimits: null,
      z: null,
    };
    const { centre, sigmaZ, points } = chart('pprime', [
      [50, 100],
      [40, 100],
      [0, 0],
      [60, 100],
    ]);
    expect([centre, points[2]]).toEqual([0.5, { date: day(2), ...empty }]);
    expect(sigmaZ).toBeCloseTo(2 / 1.128, 12);
    expect(
      chart('pprime', [
        [null, 10],
        [5, 10],
      ]).points[0],
    ).toMatchObject({ value: null });
    expect(chart('p', [[0, 0]])).toMatchObject({ centre: null, points: [empty] });
    expect(chart('p', [])).toEqual({ centre: null, sigmaZ: 1, points: [] });
  });

  it('has no limits of Laney for a single point', () => {
    expect(chart('pprime', [[5, 10]])).toMatchObject({
      sigmaZ: null,
      points: [{ lcl: null, ucl: null }],
    });
  });

  it.each([
    ['INVALID_COUNTS', { kind: 'p', points: pointsOf([[11, 10]]) }],
    ['INVALID_COUNTS', { kind: 'u', points: pointsOf([[-1, 10]]) }],
    ['INVALID_VALUE', { kind: 'u', points: pointsOf([[NaN, 10]]) }],
    ['INVALID_VALUE', { kind: 'u', points: pointsOf([[1, 1e300]]) }],
    ['DUPLICATE_DATES', { kind: 'p', points: [...pointsOf([[1, 2]]), ...pointsOf([[1, 2]])] }],
    ['INVALID_DATE', { kind: 'p', points: [{ date: 'May', numerator: 1, denominator: 2 }] }],
    ['INVALID_OPTION', { kind: 'c', points: [] }],
    ['INVALID_OPTION', { kind: 'p', points: [], options: { baselineN: 0 } }],
    ['INVALID_OPTION', { kind: 'p', points: [], options: { screenOutliers: 1 } }],
    ['INVALID_INPUT', { kind: 'p', points: null }],
    ['INVALID_INPUT', { kind: 'p', points: [null] }],
  ])('refuses with %s', (error, input) => {
    expect(rateChart(input as never)).toEqual({ error });
  });

  const kinds = fc.constantFrom<RateChartKind>('p', 'pprime', 'u', 'uprime');
  const pairs = fc.array(
    fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): Pair => [Math.min(a, b), Math.max(a, b)]),
    { maxLength: 20 },
  );

  it('says the same in whatever order the periods come, and never what is no number', () => {
    fc.assert(
      fc.property(kinds, pairs, fc.boolean(), (kind, given, screenOutliers) => {
        const result = chart(kind, given, { screenOutliers });
        const points = [...pointsOf(given)].reverse();
        expect(rateChart({ kind, points, options: { screenOutliers } })).toEqual(result);
        const values = result.points.flatMap((point) => Object.values(point));
        const numbers = [result.centre, result.sigmaZ, ...values];
        expect(numbers.filter((value) => typeof value === 'number').every(Number.isFinite)).toBe(
          true,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('keeps a rate in proportion when exposure is counted in another unit', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [plain, thousands] = [
          chart('u', given),
          chart(
            'u',
            given.map(([x, n]): Pair => [x, (n ?? 0) / 1000]),
          ),
        ];
        for (const [index, point] of plain.points.entries())
          if (point.ucl !== null) {
            expect(thousands.points[index]?.ucl).toBeCloseTo(1000 * point.ucl, 4);
            expect(thousands.points[index]?.outsideLimits).toBe(point.outsideLimits);
          }
      }),
      { numRuns: 100 },
    );
  });
});
