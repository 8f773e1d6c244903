import fc from 'fast-check';
import { ASSESSMENT_OPTIONS, assessSeries, canonicalJson, type AssessedInput } from './index.js';
import { seriesOf, type Told } from './series-for-spec.js';

const assess = (input: AssessedInput) => assessSeries(input, ASSESSMENT_OPTIONS);
const steady = (count: number): number[] =>
  Array.from({ length: count }, (_none, at) => 50 + (at % 2) * 2);
const chartOf = (input: AssessedInput) => {
  const { chart } = assess(input);
  return chart.kind === 'none' ? [] : chart.points;
};
const by = { by: 'an analyst', reason: 'the panel meets every week' };

const planTo = (from: string, value: number): AssessedInput['plan'] => ({
  ...{
    councilId: 1,
    metric: 'spec',
    version: 1,
    status: 'agreed',
    interpolation: 'step',
    tolerance: 1,
  },
  ...{ points: [{ from, value }], agreedOn: '2022-01-01', note: '' },
});

describe('the chart of a series', () => {
  it('is an XmR chart with limits 2.66 mean moving ranges from the mean', () => {
    // Alternates 50 and 52: mean 51 of 14, every moving range 2, so 51 ± 5.32.
    const points = chartOf(seriesOf(steady(14)));
    expect(points).toHaveLength(14);
    expect(points[0]).toMatchObject({ centre: 51, group: 0, gapBefore: 0, type: 'common_cause' });
    expect(points[0]?.lower).toBeCloseTo(45.68, 10);
    expect(points[0]?.upper).toBeCloseTo(56.32, 10);
    expect(assess(seriesOf(steady(14)))).toMatchObject({
      optionsVersion: ASSESSMENT_OPTIONS.version,
      reading: { variation: 'common_cause', assurance: null, trial: false, iconsShown: true },
      missing: 0,
    });
  });

  it('says why there is none', () => {
    const none = (input: AssessedInput) => assess(input).chart;
    const { metric } = seriesOf([]);
    expect(none(seriesOf([null, null]))).toEqual({ kind: 'none', why: 'no-figures' });
    expect(none(seriesOf([1, 2], { metric: { ...metric, unit: 'category' } }))).toEqual({
      ...{ kind: 'none', why: 'no-number' },
    });
    expect(none(seriesOf([1, 2], { metric: { ...metric, basis: 'cumulative-academic' } }))).toEqual(
      { kind: 'none', why: 'cumulative' },
    );
  });

  it('keeps months without a figure as gaps, and hides icons when more than three of twelve are missing', () => {
    const told: Told[] = steady(20);
    told[15] = null;
    told[16] = null;
    expect(chartOf(seriesOf(told))[15]?.gapBefore).toBe(2);
    expect(assess(seriesOf(told))).toMatchObject({ missing: 2, reading: { iconsShown: true } });
    const late = [...told, null, null];
    expect(assess(seriesOf(late))).toMatchObject({ missing: 4, reading: { iconsShown: false } });
  });

  it('does not count a month to which the metric does not apply as missing', () => {
    const input = seriesOf([...steady(14), null, null]);
    const points = input.points.map((point) =>
      point.state === 'missing' ? { ...point, state: 'z' as const } : point,
    );
    expect(assess({ ...input, points }).missing).toBe(0);
  });

  it('has new limits from a re-basing on, and the old ones before it', () => {
    const told = [...steady(13), ...steady(13).map((value) => value + 30)];
    const points = chartOf(seriesOf(told, { rebases: [{ from: '2023-02-01', ...by }] }));
    expect(points.map(({ group }) => group)).toEqual([
      ...Array<number>(13).fill(0),
      ...Array<number>(13).fill(1),
    ]);
    expect(points[0]?.centre).toBeLessThan(52);
    expect(points[25]?.centre).toBeGreaterThan(80);
  });

  it('rests the limits on a confirmed baseline, whatever comes after it', () => {
    const told = [...steady(14), ...Array<number>(10).fill(70)];
    const baseline = { from: '2022-01-01', points: 14, ...by };
    const points = chartOf(seriesOf(told, { baseline }));
    expect(points.at(-1)).toMatchObject({ centre: 51, type: 'special_cause_improvement' });
    expect(chartOf(seriesOf(told)).at(-1)?.centre).toBeGreaterThan(58);
  });
});

describe('the chart of a percentage of few cases', () => {
  // 9 of 10 each month, pooled 0.9: σ = √(0.09/10) = 0.0949, so the lower limit is 0.9 − 0.2846 and the upper is cut at 1.
  const usual = (count: number): Told[] =>
    Array.from({ length: count }, (_none, at): Told => (at % 2 ? [8, 10] : [10, 10]));

  it('has limits that know the denominators', () => {
    const [first] = chartOf(seriesOf(usual(14)));
    expect(assess(seriesOf(usual(14))).chart.kind).toBe('rate');
    expect(first?.centre).toBeCloseTo(90, 10);
    expect(first?.upper).toBe(100);
  });

  it('is read by its own last point: below the limit is a concern, and a run close to a bound is none', () => {
    const fall = assess(seriesOf([...usual(20), [1, 10]]));
    expect(fall.reading).toMatchObject({ variation: 'special_cause_concern', iconsShown: true });
    const run = assess(seriesOf([...usual(14), ...Array<Told>(8).fill([10, 10])]));
    expect(run.chart.kind).toBe('rate');
    expect(run.reading?.variation).toBe('common_cause');
  });

  it('sees a slow climb within the limits, where there are cases enough on either side', () => {
    const climb = Array.from({ length: 24 }, (_none, at): Told => [7 + Math.floor(at / 3), 18]);
    const { chart, reading } = assess(seriesOf(climb));
    expect(chart.kind).toBe('rate');
    expect(reading?.variation).toBe('special_cause_improvement');
    expect(chartOf(seriesOf(climb)).at(-1)?.rules).toEqual(['7 Points Above CL']);
    const downIsBetter = seriesOf(climb);
    const metric = { ...downIsBetter.metric, direction: 'down' as const };
    expect(assess({ ...downIsBetter, metric }).reading?.variation).toBe('special_cause_concern');
  });

  it('says whether a target that was judged by past limits can still be judged so', () => {
    const stands = (told: readonly Told[], target: number) => {
      const { reading } = assess(seriesOf(told, { plan: planTo('2022-01-01', target) }));
      return [reading?.assurance, reading?.assuranceStands];
    };
    expect(stands([...usual(20), [1, 10]], 20)).toEqual(['consistent_pass', false]);
    expect(stands(usual(20), 20)).toEqual(['consistent_pass', true]);
    expect(stands([...steady(20), 90], 80)).toEqual(['consistent_fail', false]);
    expect(stands([...steady(20), 10], 80)).toEqual(['consistent_fail', true]);
    expect(assess(seriesOf(usual(20))).reading?.assuranceStands).toBeNull();
  });

  it('is a trial with fewer than thirteen points, and hides icons for gaps as every chart does', () => {
    expect(assess(seriesOf(usual(12))).reading).toMatchObject({ trial: true, iconsShown: false });
    const holed = [...usual(16), null, null, null, null];
    expect(assess(seriesOf(holed)).reading).toMatchObject({ trial: false, iconsShown: false });
  });

  it('judges the target by the limits of the last point', () => {
    const assured = (target: number, told = usual(14)) =>
      assess(seriesOf(told, { plan: planTo('2022-01-01', target) })).reading?.assurance;
    expect([assured(20), assured(90)]).toEqual(['consistent_pass', 'inconsistent']);
    const low = Array.from({ length: 14 }, (_none, at): Told => [at % 2, 15]);
    expect(assured(95, low)).toBe('consistent_fail');
  });

  it('says nothing where everybody counts every month', () => {
    const all = assess(
      seriesOf(Array<Told>(14).fill([10, 10]), { plan: planTo('2022-01-01', 90) }),
    );
    expect(all.reading).toMatchObject({
      ...{ variation: 'insufficient', assurance: 'insufficient' },
      ...{ noVariationRecorded: true, iconsShown: false, mayAlert: false },
    });
  });

  it('starts anew at a re-basing', () => {
    const low = Array.from({ length: 13 }, (_none, at): Told => [at % 2 ? 2 : 4, 10]);
    const points = chartOf(
      seriesOf([...usual(14), ...low], { rebases: [{ from: '2023-03-01', ...by }] }),
    );
    expect(points.at(-1)).toMatchObject({ group: 1, type: 'common_cause' });
    expect([points[0]?.centre, points.at(-1)?.centre].map((one) => Math.round(one ?? 0))).toEqual([
      90, 31,
    ]);
  });
});

const told = fc.array(
  fc.oneof(
    fc.constant(null),
    fc.integer({ min: 0, max: 100 }),
    fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 40 }))
      .map(([above, below]): Told => [Math.min(above, below), below]),
  ),
  { maxLength: 40 },
);

describe('an assessment', () => {
  it('is plain data, the same every time, with numbers alone', () => {
    fc.assert(
      fc.property(told, (months) => {
        const input = seriesOf(months, { plan: planTo('2026-01-01', 80), goLive: '2023-06-01' });
        const first = assess(input);
        expect(JSON.parse(canonicalJson(first))).toEqual(JSON.parse(JSON.stringify(first)));
        expect(canonicalJson(assess(structuredClone(input)))).toBe(canonicalJson(first));
        const numbers = canonicalJson(first).match(/NaN|Infinity/);
        expect(numbers).toBeNull();
      }),
      { numRuns: 120 },
    );
  });

  it('draws each figure once, in order, and each within the groups that were decided', () => {
    fc.assert(
      fc.property(told, fc.integer({ min: 1, max: 30 }), (months, at) => {
        const plain = seriesOf(months);
        const from = plain.points[at]?.period.start ?? '2030-01-01';
        const points = chartOf({ ...plain, rebases: [{ from, ...by }] });
        const figures = plain.points.filter(({ state }) => state === 'value');
        expect(points.map(({ value }) => value)).toEqual(figures.map(({ value }) => Number(value)));
        const groups = points.map(({ group }) => group);
        expect(groups).toEqual([...groups].sort((a, b) => a - b));
        expect(points.every(({ lower, upper }) => (lower ?? 0) <= (upper ?? 0))).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  it('calls the mirror image of an improvement a concern', () => {
    const plain = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 30 });
    const types = (values: readonly number[], direction: 'up' | 'down') => {
      const { metric, ...series } = seriesOf(values);
      return chartOf({ ...series, metric: { ...metric, direction } }).map(({ type }) => type);
    };
    fc.assert(
      fc.property(plain, (values) => {
        const swapped = types(values, 'down').map((type) =>
          type === 'special_cause_improvement'
            ? 'special_cause_concern'
            : type === 'special_cause_concern'
              ? 'special_cause_improvement'
              : type,
        );
        expect(swapped).toEqual(types(values, 'up'));
      }),
      { numRuns: 100 },
    );
  });
});
