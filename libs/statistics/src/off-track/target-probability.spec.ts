import fc from 'fast-check';
import {
  chanceOfTarget,
  chanceWords,
  forecastFan,
  targetProbability,
  type SeriesCase,
} from './index.js';

/** The distribution function of Student's t with 3 and with 5 degrees of freedom, in closed form. */
const t3 = (t: number) =>
  0.5 + (t / Math.sqrt(3) / (1 + t ** 2 / 3) + Math.atan(t / Math.sqrt(3))) / Math.PI;
const t5 = (t: number) => {
  const base = 1 + t ** 2 / 5;
  const first = (t / Math.sqrt(5) / base) * (1 + 2 / (3 * base));
  return 0.5 + (first + Math.atan(t / Math.sqrt(5))) / Math.PI;
};

/** Six tens and a 13: the level goes to 10.9, the trend to 0.09, the one squared error is 9. */
const VALUES = [10, 10, 10, 10, 10, 10, 13];

describe('chanceOfTarget', () => {
  it('is, one month ahead, the one computed by hand', () => {
    const found = chanceOfTarget(VALUES, { target: 12, ahead: 1 });
    const holt = { mean: 10.9 + 0.09 * 0.95, se: 3 * Math.sqrt(1 / 3 + 0.3285 ** 2) };
    expect(found?.holt.mean).toBeCloseTo(holt.mean, 12);
    expect(found?.holt.se).toBeCloseTo(holt.se, 12);
    expect(found?.holt.df).toBe(3);
    expect(found?.holt.p).toBeCloseTo(t3((holt.mean - 12) / holt.se), 10);
    // Steps 0, 0, 0, 0, 0, 3: variance 7.5 / 5; the last three mean 11.
    expect(found?.drift).toMatchObject({ mean: 11, df: 5 });
    expect(found?.drift.se).toBeCloseTo(Math.sqrt(1.5), 12);
    expect(found?.drift.p).toBeCloseTo(t5(-1 / Math.sqrt(1.5)), 10);
  });

  it('is, four months ahead, the one computed by hand', () => {
    const found = chanceOfTarget(VALUES, { target: 12, ahead: 4 });
    const [p2, p3, p4] = [1.8525, 2.709875, 3.52438125];
    const mean = 10.9 + (0.09 * (p2 + p3 + p4)) / 3;
    const se = 3 * Math.sqrt(1 / 3 + 0.3285 ** 2 + (0.3 * 1.18525) ** 2);
    expect(found?.holt.mean).toBeCloseTo(mean, 12);
    expect(found?.holt.se).toBeCloseTo(se, 12);
    expect(found?.drift.mean).toBeCloseTo(12.5, 12);
    expect(found?.drift.se).toBeCloseTo(Math.sqrt(1.5 * 4.5), 12);
    expect(found?.pMet).toBeCloseTo((t3((mean - 12) / se) + t5(0.5 / Math.sqrt(6.75))) / 2, 10);
  });

  it('is certain for values that never change, and nothing when the end has come or values are few', () => {
    const same = [4, 4, 4, 4, 4, 4, 4, 4];
    expect(chanceOfTarget(same, { target: 4, ahead: 3 })?.pMet).toBe(1);
    expect(chanceOfTarget(same, { target: 4.1, ahead: 3 })?.pMet).toBe(0);
    expect(chanceOfTarget(same, { target: 4, ahead: 0 })).toBeNull();
    expect(chanceOfTarget(same.slice(2), { target: 4, ahead: 3 })).toBeNull();
  });

  it('falls as the target rises', () => {
    const values = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 7, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 30 }), (y, ahead) => {
        const at = (target: number) => chanceOfTarget(y, { target, ahead })?.pMet ?? NaN;
        expect(at(20)).toBeGreaterThanOrEqual(at(25));
      }),
      { numRuns: 50 },
    );
  });
});

describe('chanceWords', () => {
  it('says a chance in words, and before the sixth month that it is too early', () => {
    expect([0.09, 0.1, 0.33, 0.66, 0.67, 0.9, 0.91].map((p) => chanceWords(p, 6))).toEqual([
      'very unlikely',
      'unlikely',
      'about as likely as not',
      'about as likely as not',
      'likely',
      'likely',
      'very likely',
    ]);
    expect(chanceWords(0.01, 5)).toBe('too early to tell');
  });
});

describe('targetProbability', () => {
  const of = (y: readonly number[], more: Partial<SeriesCase['options']>) =>
    targetProbability({ y, options: { improvementDirection: 'decrease', baselineN: 13, ...more } });
  const y = [9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9];

  it('turns values and target, and counts the months from the end of the baseline', () => {
    const found = of(y, { target: 5, endIndex: 30 });
    const expected = chanceOfTarget(
      y.map((value) => -value),
      { target: -5, ahead: 11 },
    );
    expect(found).toEqual({ ...expected, words: chanceWords(expected?.pMet ?? NaN, 6) });
  });

  it('is nothing without a target or after the plan’s end, and refuses what is no series', () => {
    const none = { holt: null, drift: null, pMet: null, words: null };
    expect(of(y, {})).toEqual(none);
    expect(of(y, { target: 5, endIndex: 19 })).toEqual(none);
    expect(of([NaN], {})).toEqual({ error: 'INVALID_VALUE' });
  });
});

describe('forecastFan', () => {
  it('holds each model’s mean inside its band, and widens', () => {
    const fan = forecastFan([3, 5, 4, 6, 5, 7, 6, 8, 7, 9], { months: 6, share: 0.8 });
    expect(fan.map(({ ahead }) => ahead)).toEqual([1, 2, 3, 4, 5, 6]);
    const widths = fan.map(({ drift }) => drift.upper - drift.lower);
    expect(widths[5]).toBeGreaterThan(widths[0] ?? NaN);
    expect(
      fan.every(({ damped }) => damped.lower < damped.mean && damped.mean < damped.upper),
    ).toBe(true);
  });

  it('is empty without values or months, and has no width for values that never change', () => {
    expect(forecastFan([1, 2, 3], { months: 3, share: 0.8 })).toEqual([]);
    expect(forecastFan([1, 2, 3, 4, 5, 6, 7], { months: 0, share: 0.8 })).toEqual([]);
    const [only] = forecastFan([2, 2, 2, 2, 2, 2, 2], { months: 1, share: 0.8 });
    expect(only?.damped).toEqual({ mean: 2, lower: 2, upper: 2 });
  });
});
