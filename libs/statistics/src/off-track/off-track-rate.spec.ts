import fc from 'fast-check';
import { offTrackRate, type RateCase } from './index.js';

type Refused = Partial<RateCase['options'] & Pick<RateCase, 'x' | 'n'>>;

const repeat = (count: number, value: number) => Array.from({ length: count }, () => value);

function judged(x: number[], n: number[], more: Partial<RateCase['options']> = {}) {
  const found = offTrackRate({
    x,
    n,
    options: { improvementDirection: 'increase', baselineN: 13, ...more },
  });
  if ('error' in found) throw new Error(found.error);
  return found;
}

describe('offTrackRate', () => {
  it('weighs a month by its likelihood at a third of the odds', () => {
    // 13 months of 9 of 10: share 118/132, so the failures' odds are 14/118 and a third of the odds is 118/160.
    const found = judged([...repeat(13, 9), 5, 5, 10], repeat(16, 10));
    expect(found.pTilde).toBeCloseTo(118 / 132, 14);
    expect(found.phi).toBe(1);
    expect(found.rarerPerMonth).toBeCloseTo((10 * 14) / 132, 12);
    const good = Math.log(118 / 160 / (118 / 132));
    const bad = Math.log(42 / 160 / (14 / 132));
    const expected = [5 * good + 5 * bad, 5 * good + 5 * bad, 10 * good];
    expected.forEach((weight, at) => expect(found.w[at]).toBeCloseTo(weight, 12));
    expect(found.c[1]).toBeCloseTo(10 * (good + bad), 12);
    expect(found.c[2]).toBeCloseTo(10 * (good + bad) + 10 * good, 12);
    expect(found.alarm).toEqual([false, true, true]);
  });

  it('divides by how much months differ beyond chance', () => {
    // 10 and 8 of 10 in turn: share 127/142; moves of 0.2 in units of √(share (1 − share) / 10).
    const x = Array.from({ length: 14 }, (_, at) => (at % 2 === 0 ? 10 : 8));
    const share = 127 / 142;
    const move = 0.2 / Math.sqrt((share * (1 - share)) / 10);
    expect(judged(x, repeat(14, 10), { baselineN: 14 }).phi).toBeCloseTo((move / 1.128) ** 2, 10);
  });

  it('sees a fall from a constant 100% in the month it comes', () => {
    const found = judged([...repeat(24, 18), 9], repeat(25, 18), { baselineN: 24 });
    expect(found.alarm).toEqual([true]);
  });

  it('holds each month to its plan, kept off 0 and 1', () => {
    const found = judged([...repeat(13, 9), 10, 9], repeat(15, 10), { plan: [1, 0.95] });
    // At 0.995 and odds of a third: 0.995 / 1.01.
    expect(found.w[0]).toBeCloseTo(10 * Math.log(1 / 1.01), 12);
    expect(found.w[1]).toBeCloseTo(9 * Math.log(1 / 1.1) + Math.log(3 / 1.1), 12);
  });

  it('holds months before a shorter plan to the baseline, and keeps a plan’s months as sent', () => {
    const x = [...repeat(13, 9), 9, 0, 9];
    const n = [...repeat(13, 10), 10, 0, 10];
    const [early] = judged(x, n).w;
    expect(judged(x, n, { plan: [0.95] }).w[0]).toBe(early);
    // One for each month as sent, the empty one among them; or one for each that has cases.
    expect(judged(x, n, { plan: [0.8, 0.5, 0.95] }).w).toEqual(
      judged(x, n, { plan: [0.8, 0.95] }).w,
    );
  });

  it.each([
    ['NOT_COUNTS', { x: repeat(12, 9) }],
    ['NOT_COUNTS', { x: repeat(13, 11) }],
    ['NOT_COUNTS', { x: repeat(13, 0.5) }],
    ['NOT_COUNTS', { x: repeat(13, -1) }],
    ['INVALID_DIRECTION', { improvementDirection: 'neutral' as 'increase' }],
    ['BASELINE_TOO_SHORT', { baselineN: 12 }],
    ['BASELINE_TOO_SHORT', { baselineN: 14 }],
    ['BASELINE_TOO_SHORT', { x: repeat(13, 0), n: [0, ...repeat(12, 10)] }],
    ['INVALID_OPTION', { oddsRatio: 1 }],
    ['INVALID_OPTION', { h: NaN }],
    ['INVALID_PLAN', { plan: [1.2] }],
  ] as readonly (readonly [string, Refused])[])(
    'refuses with %s',
    (error, { x = repeat(13, 9), n = repeat(13, 10), ...more }) => {
      const options = { improvementDirection: 'increase', baselineN: 13, ...more } as const;
      expect(offTrackRate({ x, n, options })).toEqual({ error });
    },
  );

  it('says the same of the other outcome with the other direction, and of empty months nothing', () => {
    const month = fc
      .integer({ min: 1, max: 40 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(fc.array(month, { minLength: 14, maxLength: 30 }), fc.nat(13), (months, at) => {
        const [x, n] = [months.map(([some]) => some), months.map(([, all]) => all)];
        const up = judged(x, n);
        const others = months.map(([some, all]) => all - some);
        expect(judged(others, n, { improvementDirection: 'decrease' })).toEqual(up);
        expect(judged(x.toSpliced(at, 0, 0), n.toSpliced(at, 0, 0))).toEqual(up);
        expect(up.phi).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
