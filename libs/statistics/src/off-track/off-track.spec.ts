import fc from 'fast-check';
import { offTrack, type SeriesCase } from './index.js';

/** Fourteen months that go 10, 12, 10, 12 …: mean 11, every moving range 2, first-lag correlation −13/14. */
const BASELINE = Array.from({ length: 14 }, (_, at) => (at % 2 === 0 ? 10 : 12));
const SIGMA = 2 / 1.128;

function judged(monitored: readonly number[], more: Partial<SeriesCase['options']> = {}) {
  const options = { improvementDirection: 'increase', baselineN: 14, cusumH: 5, ...more } as const;
  const found = offTrack({ y: [...BASELINE, ...monitored], options });
  if ('error' in found) throw new Error(found.error);
  return found;
}

type Refused = Partial<SeriesCase['options']> & { readonly y?: readonly number[] };

const close = (found: readonly number[] | null, expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, at) => expect(found?.[at]).toBeCloseTo(value, 10));
};

describe('offTrack', () => {
  it('sets up the baseline', () => {
    const found = judged([]);
    expect(found.orientedMean).toBe(11);
    expect(found.sigma).toBeCloseTo(SIGMA, 12);
    expect(found.baselineLag1).toBeCloseTo(-13 / 14, 12);
  });

  it('sums the shortfalls from the mean less half a sigma, and never below 0', () => {
    // Shortfalls 2, 2, 0, −3, 1 sigma.
    const values = [2, 2, 0, -3, 1].map((sigmas) => 11 - sigmas * SIGMA);
    close(judged(values).cusumBaseline, [1.5, 3, 2.5, 0, 0.5]);
  });

  it('alarms above the limit, not at it', () => {
    const found = judged([11 - 3 * SIGMA, 11 - 3.25 * SIGMA], { cusumK: 0.5, cusumH: 5 });
    expect(found.cusumBaseline?.map((sum) => sum.toFixed(9))).toEqual([
      '2.500000000',
      '5.250000000',
    ]);
    expect(found.alarmBaseline).toEqual([0, 1]);
    expect(judged([11 - 3 * SIGMA, 11 - 2 * SIGMA], { cusumH: 4.01 }).alarmBaseline).toEqual([
      0, 0,
    ]);
  });

  it('sums the shortfalls from a straight plan', () => {
    // From 11 to 23 in twelve months: one more each month. Values stay at 11.
    const found = judged([11, 11, 11], { target: 23, endIndex: 26 });
    expect(found.trajectoryOriented).toEqual([12, 13, 14]);
    const [a, b, c] = [1, 2, 3].map((month) => month / SIGMA - 0.5) as [number, number, number];
    close(found.cusumTrajectory, [a, a + b, a + b + c]);
  });

  it('averages by weights, with limits that widen to their last', () => {
    const found = judged([11, 6]);
    close(found.ewma, [11, 10]);
    const at = (months: number) =>
      11 - 2.7 * SIGMA * Math.sqrt((0.2 / 1.8) * (1 - 0.8 ** (2 * months)));
    close(found.ewmaLower, [at(1), at(2)]);
    expect(found.ewmaAlarm).toEqual([0, 0]);
  });

  it('turns a measure where less is better', () => {
    const y = [...BASELINE, 15, 16];
    const options = { baselineN: 14, target: 9, endIndex: 26 };
    const down = offTrack({ y, options: { ...options, improvementDirection: 'decrease' } });
    const up = offTrack({
      y: y.map((value) => -value),
      options: { ...options, target: -9, improvementDirection: 'increase' },
    });
    expect(down).toEqual(up);
  });

  it('has no sums where the baseline never changes, and no plan or forecast without a target', () => {
    const y = Array.from({ length: 16 }, () => 7);
    const found = offTrack({ y, options: { improvementDirection: 'increase', baselineN: 14 } });
    expect(found).toMatchObject({
      sigma: null,
      baselineLag1: null,
      cusumBaseline: null,
      alarmBaseline: null,
      ewma: null,
      trajectoryOriented: null,
      cusumTrajectory: null,
      pMet: null,
    });
  });

  it('asks for its limit by the baseline where the options have none', () => {
    // Fourteen points: 6. Four months of two sigmas below: 1.5, 3, 4.5, 6, the next 7.5.
    const low = Array.from({ length: 5 }, () => 11 - 1.99 * SIGMA);
    const found = offTrack({
      y: [...BASELINE, ...low],
      options: { improvementDirection: 'increase', baselineN: 14 },
    });
    expect(found).toMatchObject({ alarmBaseline: [0, 0, 0, 0, 1] });
  });

  it.each([
    ['INVALID_VALUE', { y: [...BASELINE, NaN] }],
    ['INVALID_VALUE', { y: [...BASELINE, Infinity] }],
    ['INVALID_VALUE', { y: [...BASELINE, null as unknown as number] }],
    ['INVALID_DIRECTION', { improvementDirection: 'neutral' as 'increase' }],
    ['BASELINE_TOO_SHORT', { baselineN: 12 }],
    ['BASELINE_TOO_SHORT', { baselineN: 15 }],
    ['BASELINE_TOO_SHORT', { baselineN: 13.5 }],
    ['INVALID_TARGET', { target: NaN, endIndex: 20 }],
    ['INVALID_END', { target: 3, endIndex: 14 }],
    ['INVALID_END', { target: 3 }],
    ['INVALID_OPTION', { cusumK: -1 }],
    ['INVALID_OPTION', { ewmaLambda: 0 }],
    ['INVALID_OPTION', { forecast: { window: 3 } }],
  ] as readonly (readonly [string, Refused])[])(
    'refuses with %s',
    (error, { y = BASELINE, ...more }) => {
      const options = { improvementDirection: 'increase', baselineN: 14, ...more } as const;
      expect(offTrack({ y, options })).toEqual({ error });
    },
  );

  it('says the same of a series in another unit', () => {
    const series = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 16, maxLength: 40 });
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: -50, max: 50 }),
        fc.constantFrom(0.5, 2, 10),
        (y, shift, scale) => {
          const turn = (value: number) => scale * value + shift;
          const of = (values: number[], target: number) =>
            offTrack({
              y: values,
              options: { improvementDirection: 'increase', baselineN: 13, target, endIndex: 60 },
            });
          const [here, there] = [of(y, 80), of(y.map(turn), turn(80))];
          if ('error' in here || 'error' in there) throw new Error('refused');
          close(there.cusumBaseline ?? [], here.cusumBaseline ?? []);
          close(there.cusumTrajectory ?? [], here.cusumTrajectory ?? []);
          expect(there.pMet).toBeCloseTo(here.pMet ?? NaN, 8);
        },
      ),
      { numRuns: 25 },
    );
  });
});
