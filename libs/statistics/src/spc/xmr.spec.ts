import { xmr, type XmrOptions, type XmrResult } from '../index.js';

const day = (index: number): string =>
  new Date(Date.UTC(2020, index, 1)).toISOString().slice(0, 10);
const pointsOf = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ date: day(index), value }));

/** A chart of monthly values that is no refusal. */
function chart(values: readonly (number | null)[], options: XmrOptions = {}): XmrResult {
  const result = xmr({ points: pointsOf(values), options: { period: 'month', ...options } });
  if ('error' in result) throw new Error(result.error);
  return result;
}
const causes = (result: XmrResult) => result.points.map(({ specialCauseType }) => specialCauseType);

describe('xmr', () => {
  it('charts five months as by hand', () => {
    // Moving ranges 2, 1, 3, 2: mean 2. Mean 11.8; limits 11.8 ± 5.32.
    const { points, groups, overall } = chart([10, 12, 11, 14, 12], { target: 20 });
    expect(groups).toEqual([
      {
        ...{ rebaseGroup: 0, n: 5, mean: 11.8, lpl: 11.8 - 5.32, upl: 11.8 + 5.32 },
        ...{ nearLpl: expect.closeTo(8.2533333, 6), nearUpl: expect.closeTo(15.3466667, 6) },
        ...{ commonCause: 5, improvement: 0, concern: 0, neutral: 0 },
        ...{ variationType: 'common_cause', trial: true, constant: false },
      },
    ]);
    expect(points.map(({ relativeToMean }) => relativeToMean)).toEqual([-1, 1, -1, 1, 1]);
    expect(overall).toEqual({
      variationType: 'common_cause',
      variationRule: 'Common Cause',
      assuranceType: 'consistent_fail',
    });
  });

  it('flags a point beyond the limits, by the direction that is better', () => {
    const values = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 30];
    const types = (['increase', 'decrease', 'neutral'] as const).map(
      (improvementDirection) => chart(values, { improvementDirection }).overall,
    );
    expect(types.map(({ variationType }) => variationType)).toEqual([
      'special_cause_improvement',
      'special_cause_concern',
      'special_cause_neutral_high',
    ]);
    expect(types[0]?.variationRule).toBe('Above UCL');
  });

  it('flags seven that rise, and none where two are equal', () => {
    expect(causes(chart([1, 2, 3, 4, 5, 6, 7]))[3]).toBe('7 Point Trend (Increasing)');
    const broken = causes(chart([1, 2, 3, 4, 4, 5, 6, 7]));
    expect(broken.some((cause) => cause.includes('Trend'))).toBe(false);
    expect(causes(chart([6, 5, 4, 3, 2, 1], { trendLength: 6 }))[5]).toBe(
      '6 Point Trend (Decreasing)',
    );
    expect(causes(chart([1, 2, 3, 4, 5, 6, 7], { trendLength: 8 }))[0]).not.toContain('Trend');
  });

  it('names the last point of a rise with the fall when an equal value starts it', () => {
    const rise = [1, 2, 3, 4, 5, 6, 7];
    const { points } = chart([...rise, 7, 6, 5, 4, 3, 2, 1]);
    const named = points.map(({ rulesHit }) => rulesHit.map((hit) => hit.specialCauseType));
    expect(named[5]).toContain('7 Point Trend (Increasing)');
    expect(named[6]).toContain('7 Point Trend (Decreasing)');
  });

  it('flags seven on one side of the mean, and counts none that lies on it', () => {
    // Mean 0; below by turns so that there is no trend.
    const above = [1, 2, 1, 2, 1, 2, 1];
    const below = above.map((value) => -value);
    expect(causes(chart([...above, ...below]))[0]).toBe('7 Points Above CL');
    const onMean = [1, 2, 1, 0, 2, 1, 2];
    const result = chart([...onMean, ...onMean.map((value) => -value)]);
    expect(result.points[3]?.relativeToMean).toBe(0);
    expect(causes(result).every((cause) => cause === 'Common Cause')).toBe(true);
    const eight = [...above, 2];
    const long = chart([...eight, ...eight.map((value) => -value)], { shiftLength: 8 });
    expect(causes(long)[0]).toBe('8 Points Above CL');
  });

  it('flags two of three near a limit, those two alone, and counts none beyond it', () => {
    // Baseline of twelve by turns 9 and 11: mean 10, moving ranges 2, limits 10 ± 5.32, near 10 ± 3.547.
    const baseline = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11];
    const fixed = { fixAfterNPoints: 12, improvementDirection: 'decrease' } as const;
    const tail = (...values: number[]) =>
      causes(chart([...baseline, 9, ...values], fixed)).slice(13);
    expect(tail(14, 11, 14)).toEqual(['2 in 3 Above CL', 'Common Cause', '2 in 3 Above CL']);
    expect(tail(14, 9, 14)).toEqual(['Common Cause', 'Common Cause', 'Common Cause']);
    expect(tail(16, 14, 11)).toEqual(['Above UCL', 'Common Cause', 'Common Cause']);
    expect(tail(6, 6, 6)).toEqual(['2 in 3 Below CL', '2 in 3 Below CL', '2 in 3 Below CL']);
  });

  it('tells every rule that a point is part of, the first of them first', () => {
    const values = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 4, 5, 6, 7, 8, 8.5, 9];
    const { points } = chart(values, { fixAfterNPoints: 12 });
    expect(points[12]?.specialCauseType).toBe('Below LCL');
    expect(
      points[12]?.rulesHit.map(({ specialCauseType, pointType }) => [specialCauseType, pointType]),
    ).toEqual([
      ['Below LCL', 'special_cause_concern'],
      ['7 Point Trend (Increasing)', 'special_cause_improvement'],
      ['7 Points Below CL', 'special_cause_concern'],
    ]);
  });

  it('judges the target beside the limits; on a limit is hit or miss', () => {
    const values = [10, 12, 11, 14, 12];
    const at = (target: number, improvementDirection: 'increase' | 'decrease' | 'neutral') =>
      chart(values, { target, improvementDirection }).overall.assuranceType;
    expect([at(20, 'increase'), at(20, 'decrease'), at(20, 'neutral')]).toEqual([
      'consistent_fail',
      'consistent_pass',
      null,
    ]);
    expect([at(1, 'increase'), at(1, 'decrease')]).toEqual(['consistent_pass', 'consistent_fail']);
    expect([at(11.8 + 5.32, 'increase'), at(12, 'increase')]).toEqual([
      'inconsistent',
      'inconsistent',
    ]);
    expect(chart([5], { target: 9 }).overall.assuranceType).toBe('inconsistent');
  });
});

describe('the groups of xmr', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8];

  it('start at each rebase, numbered from 0, or from 1 when the first point starts one', () => {
    const groups = (rebaseDates: readonly string[]) =>
      chart(values, { rebaseDates }).groups.map(({ rebaseGroup, n }) => [rebaseGroup, n]);
    expect(groups([])).toEqual([[0, 8]]);
    expect(groups([day(3)])).toEqual([
      [0, 3],
      [1, 5],
    ]);
    expect(groups([day(0), day(6)])).toEqual([
      [1, 6],
      [2, 2],
    ]);
    expect(groups(values.map((_value, index) => day(index)))).toHaveLength(8);
  });

  it('keep trends, runs and moving ranges to themselves', () => {
    const result = chart(values, { rebaseDates: [day(4)] });
    expect(causes(result).every((cause) => cause === 'Common Cause')).toBe(true);
    // 1, 2, 3, 4: mean 2.5, moving ranges 1.
    expect(result.groups[0]).toMatchObject({ mean: 2.5, lpl: 2.5 - 2.66, upl: 2.5 + 2.66 });
    const single = chart(values, { rebaseDates: values.map((_value, index) => day(index)) });
    expect(single.points[4]).toMatchObject({
      mean: 5,
      lpl: null,
      outsideLimits: null,
      closeToLimits: null,
    });
  });

  it('start at the first point with a value when the day has none, and say where', () => {
    const holed = [1, 2, 3, null, null, 6, 7];
    const { points, rebases } = chart(holed, { rebaseDates: [day(4), '2021-01-01'] });
    expect(points.map(({ rebaseGroup }) => rebaseGroup)).toEqual([0, 0, 0, 1, 1]);
    expect(rebases).toEqual([
      { date: day(4), startsAt: day(5) },
      { date: '2021-01-01', startsAt: null },
    ]);
    const marked = xmr({
      points: pointsOf(holed).map((point) => ({ ...point, rebase: point.date === day(3) })),
    });
    expect(marked).toMatchObject({ rebases: [{ date: day(3), startsAt: day(5) }] });
  });

  it('rest on their first points alone where the baseline is fixed', () => {
    const baseline = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11];
    const { points, groups } = chart([...baseline, 500, 600], { fixAfterNPoints: 12 });
    expect(groups[0]).toMatchObject({ n: 14, mean: 10, upl: 10 + 5.32 });
    expect(points.map(({ inBaseline }) => inBaseline).lastIndexOf(true)).toBe(11);
    expect(points.at(-1)?.outsideLimits).toBe(true);
  });
});

describe('what xmr does at its edges', () => {
  it('answers nothing with nothing', () => {
    for (const values of [[], [null, null]])
      expect(chart(values)).toEqual({
        ...{ points: [], groups: [], rebases: [] },
        overall: { variationType: null, variationRule: null, assuranceType: null },
      });
  });

  it('leaves months without a value out, and says how many were left out before a point', () => {
    const { points } = chart([1, null, null, 4, 5]);
    expect(points.map(({ gapBefore }) => gapBefore)).toEqual([0, 2, 0]);
    const sparse = xmr({
      points: [
        { date: '2023-01-01', value: 1 },
        { date: '2023-06-01', value: 2 },
      ],
      options: { period: 'month' },
    });
    expect(sparse).toMatchObject({ points: [{ gapBefore: 0 }, { gapBefore: 4 }] });
    const unknown = xmr({ points: pointsOf([1, null, 3]), options: { period: 'term' } });
    expect(unknown).toMatchObject({ points: [{ gapBefore: 0 }, { gapBefore: 1 }] });
  });

  it('has no limits for values that never change, and limits at the mean when jumps are kept', () => {
    const screened = chart(Array<number>(15).fill(0.1), { target: 3 });
    expect(screened.groups[0]).toMatchObject({
      lpl: null,
      upl: null,
      constant: true,
      trial: false,
    });
    expect(screened.points[0]).toMatchObject({ relativeToMean: 0, outsideLimits: null });
    const kept = chart(Array<number>(15).fill(0.1), { screenOutliers: false });
    expect(kept.points[14]).toMatchObject({ outsideLimits: false, closeToLimits: false });
  });

  it.each([
    [
      'DUPLICATE_DATES',
      [
        { date: day(0), value: null },
        { date: day(0), value: 1 },
      ],
      {},
    ],
    ['BASELINE_TOO_SHORT', pointsOf([1, 2]), { fixAfterNPoints: 11 }],
    ['INVALID_VALUE', pointsOf([1, Infinity]), {}],
    ['INVALID_VALUE', pointsOf([1, NaN]), {}],
    ['INVALID_VALUE', [{ date: day(0), value: '3' }], {}],
    ['INVALID_DATE', [{ date: '2023-02-30', value: 1 }], {}],
    ['INVALID_DATE', pointsOf([1]), { rebaseDates: ['soon'] }],
    ['INVALID_OPTION', pointsOf([1]), { trendLength: 5 }],
    ['INVALID_OPTION', pointsOf([1]), { shiftLength: 9 }],
    ['INVALID_OPTION', pointsOf([1]), { fixAfterNPoints: 12.5 }],
    ['INVALID_OPTION', pointsOf([1]), { target: Infinity }],
    ['INVALID_OPTION', pointsOf([1]), { improvementDirection: 'up' }],
    ['INVALID_OPTION', pointsOf([1]), { minPointsForIcons: 0 }],
    ['INVALID_OPTION', pointsOf([1]), { screenOutliers: 'yes' }],
    ['INVALID_OPTION', pointsOf([1]), { rebaseDates: day(0) }],
    ['INVALID_INPUT', [7], {}],
    ['INVALID_INPUT', 'none', {}],
  ])('refuses with %s', (error, points, options) => {
    expect(xmr({ points, options } as never)).toEqual({ error });
  });

  it('refuses days that come twice before it says anything else', () => {
    const points = [...pointsOf([1, 2]), { date: day(0), value: NaN }];
    expect(xmr({ points, options: { fixAfterNPoints: 3 } })).toEqual({ error: 'DUPLICATE_DATES' });
  });
});
