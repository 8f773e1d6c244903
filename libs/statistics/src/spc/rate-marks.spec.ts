import fc from 'fast-check';
import {
  markRates,
  mayHaveRuns,
  rateChart,
  xmr,
  type RateChartKind,
  type RateChartResult,
} from '../index.js';

type Pair = readonly [numerator: number, denominator: number];
const day = (index: number): string =>
  new Date(Date.UTC(2020, index, 1)).toISOString().slice(0, 10);
function chart(kind: RateChartKind, pairs: readonly Pair[], baselineN?: number): RateChartResult {
  const points = pairs.map(([numerator, denominator], index) => ({
    ...{ date: day(index), numerator, denominator },
  }));
  const result = rateChart({ kind, points, options: { baselineN: baselineN ?? null } });
  if ('error' in result) throw new Error(result.error);
  return result;
}
const rules = { improvementDirection: 'increase', trendLength: 7, shiftLength: 7 } as const;
const namesOf = (of: RateChartResult, withRuns = true): readonly string[][] =>
  markRates(of, rules, { withRuns }).map((hits) =>
    hits.map(({ specialCauseType }) => specialCauseType),
  );
const times = <Of>(count: number, one: Of): Of[] => Array<Of>(count).fill(one);
/** Fifty-fifty of 100: centre 0.5, a standard deviation of 0.05. */
const half = times<Pair>(20, [50, 100]);
const after = (...pairs: Pair[]): RateChartResult => chart('p', [...half, ...pairs], 20);
const lastOf = (of: RateChartResult): readonly string[] => namesOf(of).at(-1) ?? [];

describe('markRates', () => {
  it('finds seven on one side of the centre, and one exactly on it ends them', () => {
    expect(lastOf(after(...times<Pair>(7, [52, 100])))).toEqual(['7 Points Above CL']);
    expect(lastOf(after(...times<Pair>(6, [52, 100])))).toEqual([]);
    const broken = after(...times<Pair>(3, [52, 100]), [10, 20], ...times<Pair>(4, [52, 100]));
    expect(lastOf(broken)).toEqual([]);
  });

  it('finds two of three near a limit by the denominator of each', () => {
    // 0.5 + 2σ: 0.6 of 100, but 0.7 of 25.
    expect(lastOf(after([61, 100], [52, 100], [61, 100]))).toEqual(['2 in 3 Above CL']);
    expect(lastOf(after([61, 100], [52, 100], [16, 25]))).toEqual([]);
  });

  it('takes a trend on the standardised values, each step with one of the rate', () => {
    const rise = [44, 45, 47, 49, 51, 53, 54].map((x): Pair => [x, 100]);
    expect(lastOf(after(...rise))).toEqual(['7 Point Trend (Increasing)']);
    // The fourth rate is higher than the third, but of few cases: nearer to the centre, so no step.
    const hundreds = [51, 53, 55, 58, 59, 60].map((x): Pair => [x, 100]);
    const few = after(...hundreds.slice(0, 3), [4, 7], ...hundreds.slice(3));
    expect(lastOf(few)).toEqual(['7 Points Above CL']);
    // Falling rates below the centre, each of fewer cases and so less far from it: no rise.
    const shrinking = after(
      ...([
        [192, 400],
        [95, 200],
        [47, 100],
        [28, 60],
        [19, 41],
        [12, 26],
        [5, 11],
      ] as const),
    );
    const z = shrinking.points.slice(-7).map((point) => point.z ?? 0);
    expect([...z].sort((one, other) => one - other)).toEqual(z);
    expect(lastOf(shrinking)).toEqual(['7 Points Below CL']);
  });

  it('sees no trend in a constant rate of ever more cases', () => {
    const all = [10, 12, 14, 16, 18, 20, 22, 24].map((n): Pair => [n, n]);
    const pairs: Pair[] = [...times<Pair>(20, [9, 10]), ...all];
    expect(lastOf(chart('p', pairs, 20))).toEqual(['7 Points Above CL']);
  });

  it('calls beyond the limits what the chart does, first of all, and without runs that alone', () => {
    const high = after(...times<Pair>(6, [52, 100]), [80, 100]);
    expect(lastOf(high)).toEqual(['Above UCL', '7 Points Above CL']);
    expect(namesOf(high, false).flat()).toEqual(['Above UCL']);
    const [found] = markRates(after([10, 100]), rules, { withRuns: true }).at(-1) ?? [];
    expect(found).toEqual({
      ...{ specialCauseType: 'Below LCL', pointType: 'special_cause_concern' },
    });
  });

  it('finds no runs where nothing can vary, and passes over periods without a rate', () => {
    const constant = chart('p', [...times<Pair>(20, [10, 10]), ...times<Pair>(8, [9, 10])], 20);
    expect(namesOf(constant).slice(-8)).toEqual(times(8, ['Below LCL']));
    expect(namesOf(chart('p', times<Pair>(20, [0, 10]))).flat()).toEqual([]);
    const seven = times<Pair>(7, [52, 100]);
    const gap = namesOf(after(...seven.slice(0, 3), [0, 0], ...seven.slice(3)));
    expect(gap.slice(-8).map(({ length }) => length)).toEqual([1, 1, 1, 0, 1, 1, 1, 1]);
    expect(markRates(chart('u', []), rules, { withRuns: true })).toEqual([]);
  });

  it('widens with Laney, so that fewer are near a limit', () => {
    const swinging: Pair[] = half.map((_pair, index): Pair => [index % 2 ? 40 : 60, 100]);
    const near: Pair[] = [...swinging, [61, 100], [52, 100], [61, 100]];
    expect(lastOf(chart('p', near, 20))).toEqual(['2 in 3 Above CL']);
    expect(lastOf(chart('pprime', near, 20))).toEqual([]);
  });

  it('agrees on shifts and trends with an XmR chart where every denominator is the same', () => {
    const counts = fc.array(fc.nat(40), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(counts, (given) => {
        const rates = chart(
          'p',
          given.map((x): Pair => [x, 40]),
        );
        const { centre } = rates;
        const same = xmr({ points: given.map((x, index) => ({ date: day(index), value: x })) });
        if (centre === null || centre === 0 || centre === 1 || 'error' in same) return;
        const runs = (names: readonly string[]) => names.filter((name) => name.startsWith('7'));
        expect(namesOf(rates).map(runs)).toEqual(
          same.points.map(({ rulesHit }) => runs(rulesHit.map((hit) => hit.specialCauseType))),
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe('mayHaveRuns', () => {
  it('asks for enough cases on the rarer side of a typical month', () => {
    expect(mayHaveRuns([19, 20, 21], 0.9, 2)).toBe(true);
    expect(mayHaveRuns([19, 20, 21], 0.1, 2)).toBe(true);
    expect(mayHaveRuns([8, 8, 300], 0.97, 2)).toBe(false);
    expect(mayHaveRuns([], 0.5, 2)).toBe(false);
  });

  it('keeps steady series of few cases about as quiet as an XmR chart, which without it they are not', () => {
    const share = (n: number, p: number, fewest: number): number => {
      const random = seeded(n);
      let marked = 0;
      for (let run = 0; run < 400; run += 1) {
        const denominators = Array.from({ length: 36 }, () => n - 2 + Math.floor(random() * 5));
        const of = chart(
          'p',
          denominators.map((all): Pair => [
            Array.from({ length: all }, random).filter((one) => one < p).length,
            all,
          ]),
        );
        const withRuns = mayHaveRuns(denominators, of.centre ?? 0, fewest);
        if (markRates(of, rules, { withRuns }).at(-1)?.length) marked += 1;
      }
      return marked / 400;
    };
    expect(share(8, 0.97, 0)).toBeGreaterThan(0.12);
    expect(share(8, 0.97, 2)).toBeLessThan(0.04);
    expect(share(18, 0.5, 2)).toBeLessThan(0.04);
    expect(share(18, 0.5, 2)).toBeGreaterThan(0);
  });
});

/** Numbers from 0 to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
