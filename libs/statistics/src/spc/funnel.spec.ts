import fc from 'fast-check';
import { funnel, type FunnelCase, type FunnelResult } from '../index.js';

type Pair = readonly [numerator: number | null, denominator: number | null];
const unitsOf = (pairs: readonly Pair[]) =>
  pairs.map(([numerator, denominator], index) => ({
    unit: `LA${String(index).padStart(2, '0')}`,
    numerator,
    denominator,
  }));
function draw(pairs: readonly Pair[], options: FunnelCase['options'] = null): FunnelResult {
  const result = funnel({ units: unitsOf(pairs), options });
  if ('error' in result) throw new Error(result.error);
  return result;
}
const near = (value: number) => expect.closeTo(value, 5) as number;

describe('funnel', () => {
  it('draws two councils far apart as by hand', () => {
    // θ = 0.5, a = π/4; asin√0.2 = 0.463648, so z = ∓0.321751 × 20; quantiles of two values: ∓0.8 of that; φ = 5.148009².
    // w = 400 each: Σw − Σw²/Σw = 400; τ² = (2φ − 1)/400.
    const { target, phi, tau2, overdispersed, units } = draw([
      [20, 100],
      [80, 100],
    ]);
    expect(target).toBe(0.5);
    expect([phi, tau2, overdispersed]).toEqual([near(26.501995), near(0.13001), true]);
    const [first] = units;
    expect(first).toMatchObject({ value: 0.2, z: near(-6.435011), zWinsorised: near(-5.148009) });
    // sin²(π/4 ± 1.959964/20) = (1 ± sin 0.1959964)/2.
    expect(first).toMatchObject({ ll95: near(0.40263), ul95: near(0.59737) });
    // √(0.0025 + 0.13001) = 0.364019: 1.959964 times that is 0.713464; and sin(2 × 0.713464) = 0.989669.
    expect(first).toMatchObject({
      odll95: near(0.005166),
      odul95: near(0.994834),
      outlier95: false,
    });
  });

  it('keeps binomial limits when councils differ no more than chance', () => {
    const result = draw([
      [50, 100],
      [51, 100],
      [49, 100],
      [50, 100],
    ]);
    expect(result).toMatchObject({ overdispersed: false, tau2: 0 });
    for (const { ll998, odll998, ul95, odul95 } of result.units)
      expect([odll998, odul95]).toEqual([ll998, ul95]);
  });

  it('flags a council outside the limits of all, by 95 and by 99.8 per cent', () => {
    const usual = Array.from({ length: 30 }, (): Pair => [50, 100]);
    const { units } = draw([...usual, [62, 100], [75, 100]]);
    expect(units.slice(-2).map(({ outlier95, outlier998 }) => [outlier95, outlier998])).toEqual([
      [true, false],
      [true, true],
    ]);
    expect(units.slice(0, 30).some(({ outlier95 }) => outlier95)).toBe(false);
  });

  it('clips to 0 and 1, and has a centre of 0 or 1 where nobody or everybody counts', () => {
    expect(
      draw([
        [1, 200],
        [0, 5],
      ]).units[1],
    ).toMatchObject({ ll998: 0, value: 0 });
    for (const part of [0, 1]) {
      const { target, phi, tau2, units } = draw([
        [part * 10, 10],
        [part * 40, 40],
      ]);
      expect([target, phi, tau2]).toEqual([part, 0, 0]);
      expect(units.every(({ outlier95 }) => !outlier95)).toBe(true);
    }
  });

  it('draws one council, and none', () => {
    const one = draw([[3, 10]]);
    expect(one).toMatchObject({ target: 0.3, overdispersed: false, tau2: 0 });
    expect(one.phi).toBeCloseTo(0, 12);
    expect(one.units[0]).toMatchObject({ outlier95: false, outlier998: false });
    expect(draw([])).toEqual({
      ...{ target: null, phi: null, tau2: null, overdispersed: false, units: [], omitted: [] },
    });
  });

  it('leaves councils out whose denominator is 0, too small or not known', () => {
    const result = draw(
      [
        [1, 4],
        [0, 0],
        [5, 10],
        [null, 20],
        [20, 40],
      ],
      { minDenominator: 10 },
    );
    expect(result.target).toBe(0.5);
    expect(result.units.map(({ unit }) => unit)).toEqual(['LA02', 'LA04']);
    expect(result.omitted).toEqual(['LA00', 'LA01', 'LA03']);
  });

  it.each([
    ['DUPLICATE_UNITS', { units: [...unitsOf([[1, 2]]), ...unitsOf([[1, 2]])] }],
    ['INVALID_COUNTS', { units: unitsOf([[3, 2]]) }],
    ['INVALID_COUNTS', { units: unitsOf([[1, -2]]) }],
    ['INVALID_VALUE', { units: unitsOf([[1, Infinity]]) }],
    ['INVALID_OPTION', { units: [], options: { trimBy: 0.5 } }],
    ['INVALID_OPTION', { units: [], options: { z95: 0 } }],
    ['INVALID_OPTION', { units: [], options: { z998: '3' } }],
    ['INVALID_OPTION', { units: [], options: { minDenominator: -1 } }],
    ['INVALID_INPUT', { units: 'all' }],
    ['INVALID_INPUT', { units: [{ numerator: 1, denominator: 2 }] }],
  ])('refuses with %s', (error, input) => {
    expect(funnel(input as never)).toEqual({ error });
  });

  const pairs = fc.array(
    fc.tuple(fc.nat(300), fc.nat(300)).map(([a, b]): Pair => [Math.min(a, b), Math.max(a, b)]),
    { maxLength: 40 },
  );

  it('answers by name, in whatever order councils come, and never with what is no number', () => {
    fc.assert(
      fc.property(pairs, fc.boolean(), (given, reversed) => {
        const result = draw(given);
        const units = unitsOf(given);
        expect(funnel({ units: reversed ? units.reverse() : units })).toEqual(result);
        const values = result.units.flatMap((unit) => Object.values(unit));
        const numbers = [result.target, result.phi, result.tau2, ...values];
        expect(numbers.filter((value) => typeof value === 'number').every(Number.isFinite)).toBe(
          true,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('draws the mirror image when the others of each council are counted', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const [plain, mirror] = [
          draw(given),
          draw(given.map(([x, n]): Pair => [(n ?? 0) - (x ?? 0), n])),
        ];
        expect(mirror.phi ?? 0).toBeCloseTo(plain.phi ?? 0, 6);
        const apart = plain.units.map(({ odll998 }, index) =>
          Math.abs((mirror.units[index]?.odul998 ?? NaN) - (1 - odll998)),
        );
        expect(apart.every((difference) => difference < 1e-6)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
