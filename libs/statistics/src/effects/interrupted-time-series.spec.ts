import fc from 'fast-check';
import { interruptedTimeSeries } from './index.js';
import type { InterruptedTimeSeries, ItsOptions } from './index.js';

const fitted = (y: number[], options: ItsOptions): InterruptedTimeSeries => {
  const result = interruptedTimeSeries({ y, options });
  if ('error' in result) throw new Error(result.error);
  return result;
};

// Twelve at 10, then six about 12 whose residuals 1, −1, 0, 0, −1, 1 have neither level nor slope.
const stepped = [...Array<number>(12).fill(10), 13, 11, 12, 12, 11, 13];
const start = { interventionIndex: 13, harmonics: 0 };

describe('interruptedTimeSeries, by hand', () => {
  const result = fitted(stepped, { ...start, neweyWestLag: 0 });

  it('tells level and slope before the start, and how both change', () => {
    const { coefficients, effectAtHorizon } = result;
    expect(Object.keys(coefficients)).toEqual(['(Intercept)', 't', 'D', 'S']);
    expect(Object.values(coefficients).map((value) => Number(value.toFixed(9)) + 0)).toEqual([
      10, 0, 2, 0,
    ]);
    expect(effectAtHorizon).toBeCloseTo(2, 10);
  });

  it('has the plain error of two lines that meet at the start', () => {
    const sigma = Math.sqrt(4 / 14);
    expect(result.sigma).toBeCloseTo(sigma, 12);
    const spread = 1 / 12 + 6.5 ** 2 / 143 + (1 / 6 + 2.5 ** 2 / 17.5);
    expect(result.seOls.D).toBeCloseTo(sigma * Math.sqrt(spread), 10);
  });

  it('has the error of uneven residuals, and of residuals that follow each other', () => {
    // Scores of the slope after: −2.5, 1.5, 0, 0, −1.5, 2.5; next to each other −3.75 twice, at half weight, both ways.
    expect(result.seNeweyWest.S).toBeCloseTo(Math.sqrt(17) / 17.5, 10);
    const lagged = fitted(stepped, { ...start, neweyWestLag: 1 });
    expect(lagged.seNeweyWest.S).toBeCloseTo(Math.sqrt(17 - 7.5) / 17.5, 10);
    expect(lagged.seNeweyWestAdj.S).toBeCloseTo((Math.sqrt(9.5) / 17.5) * Math.sqrt(18 / 14), 10);
  });

  it('tells how far residuals follow each other', () => {
    expect(result.durbinWatson).toBeCloseTo(11 / 4, 10);
    expect(result.acf1).toBeCloseTo(-2 / 4, 10);
  });

  it('takes the lag 4(n/100)^(2/9) when none is given', () => {
    const two = fitted(stepped, { ...start, neweyWestLag: 2 });
    expect(fitted(stepped, start)).toEqual(two);
    expect(fitted(stepped, { ...start, neweyWestLag: null })).toEqual(two);
  });
});

describe('interruptedTimeSeries, season', () => {
  const wave = (n: number, period: number): number[] =>
    Array.from({ length: n }, (_, index) => {
      const t = index + 1;
      const season =
        3 * Math.sin((2 * Math.PI * t) / period) - 2 * Math.cos((2 * Math.PI * t) / period);
      return 50 + 0.1 * t + (t >= 21 ? 4 : 0) + season;
    });

  it('takes the season out of the effect', () => {
    const { coefficients } = fitted(wave(36, 12), { interventionIndex: 21, horizon: 3 });
    expect(Object.keys(coefficients).slice(4)).toEqual(['s1', 'c1', 's2', 'c2']);
    expect(coefficients.D).toBeCloseTo(4, 9);
    expect(
      [coefficients.s1, coefficients.c2].map((value) => Number(value?.toFixed(9)) + 0),
    ).toEqual([3, 0]);
  });

  it('leaves out the sine that is 0 throughout at half the period', () => {
    const quarterly = fitted(wave(28, 4), { interventionIndex: 21, period: 4, harmonics: 2 });
    expect(Object.keys(quarterly.coefficients)).toEqual([
      '(Intercept)',
      't',
      'D',
      'S',
      's1',
      'c1',
      'c2',
    ]);
    expect(quarterly.coefficients.D).toBeCloseTo(4, 9);
  });

  it('has no season of its own accord under three years, and one wave by quarter', () => {
    const terms = (n: number, period: number) =>
      Object.keys(fitted(wave(n, period), { interventionIndex: 21, period }).coefficients).length;
    expect([terms(35, 12), terms(36, 12), terms(28, 4)]).toEqual([4, 8, 6]);
  });

  it('says nothing of residuals that are rounding', () => {
    const line = Array.from({ length: 20 }, (_, index) => index + (index > 12 ? 5 : 0));
    expect(fitted(line, { interventionIndex: 14 })).toMatchObject({
      durbinWatson: null,
      acf1: null,
    });
    expect(fitted(Array<number>(20).fill(0), { interventionIndex: 14 }).r2).toBeNull();
  });
});

describe('interruptedTimeSeries, always', () => {
  it('takes what is added before and after for level, slope and step, and scales', () => {
    const values = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(values, (y) => {
        const options = { interventionIndex: 15, harmonics: 0, horizon: 2 };
        const before = fitted(y, options);
        const after = fitted(
          y.map((v, i) => 2 * v + 5 + 3 * i + (i >= 14 ? 7 : 0)),
          options,
        );
        expect(after.effectAtHorizon).toBeCloseTo(2 * before.effectAtHorizon + 7, 7);
        expect(after.seEffectAtHorizon).toBeCloseTo(2 * before.seEffectAtHorizon, 7);
        expect(after.acf1 ?? 0).toBeCloseTo(before.acf1 ?? 0, 6);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['eleven points before', stepped, { interventionIndex: 12 }, 'TOO_FEW_POINTS'],
    ['five points after', stepped.slice(0, 17), start, 'TOO_FEW_POINTS'],
    ['as many terms as points', stepped, { ...start, period: 20, harmonics: 10 }, 'TOO_FEW_POINTS'],
    ['a start past the end', stepped, { interventionIndex: 19 }, 'INVALID_OPTIONS'],
    [
      'more waves than half the period',
      stepped,
      { ...start, period: 4, harmonics: 3 },
      'INVALID_OPTIONS',
    ],
    ['a lag under 0', stepped, { ...start, neweyWestLag: -1 }, 'INVALID_OPTIONS'],
    ['a missing value', [...stepped, NaN], start, 'INVALID_SERIES'],
  ] as [string, number[], ItsOptions, string][])('refuses %s', (_, y, options, error) => {
    expect(interruptedTimeSeries({ y, options })).toEqual({ error });
  });

  it('refuses a season so long that its waves are a level and a slope', () => {
    const options = { ...start, period: 1_000_000_000, harmonics: 1 };
    expect(interruptedTimeSeries({ y: stepped, options })).toEqual({ error: 'COLLINEAR' });
  });
});
