import { foldEpisodes } from '../fold-episodes.js';
import { judgeGettingWorse, judgeOffTrajectory } from './cumulative-sum.js';
import { kindsOf, planOf, steady, watchedOf } from './watched-for-spec.js';

const WORSE = {
  kind: 'getting-worse',
  minimumCases: 0,
  byMonthlyChange: { stock: 3, suspensions: 0 },
  leftOut: { suspensions: ['August'] },
  quietMonths: 3,
} as const;
const OFF = { kind: 'off-trajectory', minimumCases: 0 } as const;

describe('the rule on getting worse', () => {
  // Baseline: 13 values of mean 50.92 and sigma 1.773, so h = 6. At 46 each month adds 4.92 / 1.773 - 0.5 = 2.28.
  const fall = [...steady(13), 46, 46, 46];

  it('says nothing of the baseline, and breaches in the month in which the sum passes its limit', () => {
    const verdicts = judgeGettingWorse(watchedOf(fall), WORSE);
    expect(kindsOf(verdicts).slice(12)).toEqual(['not-judged', 'clear', 'hold', 'breach']);
    expect(verdicts[12]?.reason).toBe('There are not yet 13 months to judge by in January 2023.');
    expect(verdicts.at(-1)?.reason).toBe(
      '46% in April 2023: worse than its own average (50.9%) by more, or for longer, than chance explains (the cumulative sum is 6.8, its limit 6).',
    );
  });

  it('carries the sum on as its limit, so that a fall of years does not take years to clear', () => {
    const years = [...steady(13), ...Array<number>(24).fill(40), 52, 52, 52, 52];
    // From 6 on each month at 52 takes off (52 - 50.92) / 1.773 + 0.5 = 1.11: 4.89, 3.79, 2.68, 1.57.
    const verdicts = judgeGettingWorse(watchedOf(years), WORSE);
    expect(kindsOf(verdicts).slice(-5)).toEqual(['breach', 'hold', 'hold', 'clear', 'clear']);
    const [episode] = foldEpisodes(verdicts, { forPeriods: 1, keepFiringFor: 2 });
    expect(episode?.state).toBe('resolved');
  });

  it('breaches at once where one value lies five sigmas below a short baseline', () => {
    expect(kindsOf(judgeGettingWorse(watchedOf([...steady(13), 41]), WORSE)).at(-1)).toBe('breach');
    expect(kindsOf(judgeGettingWorse(watchedOf([...steady(13), 43]), WORSE)).at(-1)).toBe('hold');
  });

  it('is a mark alone while the last three months together meet the agreed plan', () => {
    const plan = planOf([{ from: '2022-01-01', value: 45 }]);
    expect(kindsOf(judgeGettingWorse(watchedOf(fall, { plan }), WORSE)).at(-1)).toBe('hold');
    const higher = planOf([{ from: '2022-01-01', value: 47 }]);
    expect(kindsOf(judgeGettingWorse(watchedOf(fall, { plan: higher }), WORSE)).at(-1)).toBe(
      'breach',
    );
  });

  it('is a mark alone where it was so already in the last year of its baseline', () => {
    const baseline = [...steady(12).map((value) => value + 40), ...steady(12)];
    const last = (value: number) =>
      judgeGettingWorse(
        watchedOf([...baseline, ...Array<number>(6).fill(value)], { goLive: '2024-01-01' }),
        WORSE,
      ).at(-1);
    expect(last(52)?.kind).not.toBe('breach');
    expect(last(51)).toMatchObject({ kind: 'hold' });
    expect(last(51)?.reason).toContain('It was so already in the last year of its baseline.');
    expect(last(20)?.kind).toBe('breach');
  });

  it('opens nothing in the three months after limits were set anew', () => {
    const rebases = [{ from: '2023-03-01', by: 'an analyst', reason: 'a new panel' }];
    const kinds = kindsOf(judgeGettingWorse(watchedOf([...fall, 46, 46], { rebases }), WORSE));
    expect(kinds.slice(15)).toEqual(['hold', 'hold', 'breach']);
  });

  it('judges a stock by what each month added', () => {
    const of = { code: 'stock', basis: 'stock', unit: 'count', direction: 'down' } as const;
    // Rises by 1 and 3 in turn for 14 months, then by 12 a month: every month of the rise is far out.
    const stock = [100];
    for (let month = 0; month < 14; month += 1)
      stock.push((stock.at(-1) ?? 0) + 1 + (month % 2) * 2);
    const kinds = (values: readonly number[]) =>
      kindsOf(judgeGettingWorse(watchedOf(values, { of }), WORSE)).at(-1);
    expect(kinds([...stock, (stock.at(-1) ?? 0) + 1])).toBe('clear');
    expect(kinds([...stock, (stock.at(-1) ?? 0) + 14])).toBe('breach');
  });

  it('leaves out the months in which nothing can happen', () => {
    const of = {
      code: 'suspensions',
      basis: 'cumulative-academic',
      unit: 'per100',
      direction: 'down',
    } as const;
    // From September on 1 or 2 a month, none in August; in the last year four times as many.
    const months = Array.from({ length: 32 }, (_none, at) => {
      const size = (at % 2 ? 1 : 2) * (at >= 20 ? 4 : 1);
      return (at + 8) % 12 === 7 ? 0 : size;
    });
    let year = 0;
    // The series begins in January; its ninth month is a September, with which the year begins anew.
    const told = months.map((size, at) => (year = at % 12 === 8 ? size : year + size));
    const verdicts = judgeGettingWorse(watchedOf(told, { of }), WORSE);
    const august = verdicts.filter(({ period }) => period.timeIdentifier === 'August');
    expect(august.map(({ kind }) => kind)).toEqual(['not-judged', 'not-judged', 'not-judged']);
    expect(august.at(-1)?.reason).toBe('It is not judged in August 2024.');
    expect(verdicts.filter(({ kind }) => kind === 'breach').length).toBeGreaterThan(5);
  });

  it('is a mark alone while a stock has hardly moved since the end of its baseline', () => {
    const of = { code: 'stock', basis: 'stock', unit: 'count', direction: 'down' } as const;
    const smooth = Array.from({ length: 14 }, (_none, at) => 100 + (at % 2) / 10);
    const last = (rise: number) =>
      judgeGettingWorse(watchedOf([...smooth, 100 + rise], { of }), WORSE).at(-1);
    expect(last(2)).toMatchObject({
      kind: 'hold',
      reason:
        '102 in March 2023: worse than its own average change of 0.01 a month by more, or for longer, than chance explains (the cumulative sum is 10.2, its limit 6). It is not yet 3 worse than at the end of the baseline.',
    });
    expect(last(4)?.kind).toBe('breach');
  });

  it('leaves a month of a handful of cases out, where the percentage itself is judged', () => {
    const told = Array.from({ length: 24 }, (_none, at) => [at % 2 ? 26 : 24, 50] as const);
    const last = (count: readonly [number, number]) =>
      judgeGettingWorse(watchedOf([...told, count], { goLive: '2024-01-01' }), WORSE).at(-1);
    expect(last([0, 1])).toMatchObject({
      kind: 'not-judged',
      reason: 'There were too few cases in January 2024 alone.',
    });
    expect(last([0, 50])?.kind).toBe('breach');
  });

  it('needs its cases in the last twelve months', () => {
    const few = Array.from({ length: 20 }, () => [1, 4] as const);
    const [last] = judgeGettingWorse(watchedOf(few), { ...WORSE, minimumCases: 60 }).slice(-1);
    expect(last).toMatchObject({
      kind: 'not-judged',
      reason: 'Only 48 cases in the last 12 months; 60 are needed.',
    });
  });
});

describe('the rule on the trajectory', () => {
  it('holds a steady series to a plan that rises, and not to one that it meets', () => {
    const kinds = (value: number, told = [...steady(13), ...steady(6)]) =>
      kindsOf(
        judgeOffTrajectory(watchedOf(told, { plan: planOf([{ from: '2022-06-01', value }]) }), OFF),
      );
    // 60 is (60 - 51) / 1.773 = 5 sigmas above: 4.5 or so are added each month, and the second is above 6.
    expect(kinds(60).slice(13)).toEqual(['hold', 'breach', 'breach', 'breach', 'breach', 'breach']);
    expect(new Set(kinds(49).slice(13))).toEqual(new Set(['clear']));
  });

  it('judges nothing without an agreed plan', () => {
    const verdicts = judgeOffTrajectory(watchedOf(steady(16)), OFF);
    expect(verdicts.at(-1)).toMatchObject({
      kind: 'not-judged',
      reason: 'There is no agreed plan for April 2023.',
    });
  });

  it('counts cases where few fall on the rarer side: none of 15 against a plan of 90% is a breach at once', () => {
    const told = [
      ...Array.from({ length: 24 }, (_none, at) => [at % 4 === 0 ? 15 : 16, 16] as const),
      [0, 15] as const,
    ];
    const plan = planOf([{ from: '2024-01-01', value: 90 }]);
    const [last] = judgeOffTrajectory(watchedOf(told, { plan, goLive: '2024-01-01' }), OFF).slice(
      -1,
    );
    expect(last?.kind).toBe('breach');
    expect(last?.reason).toContain(
      '0% (0 of 15) in January 2024: worse than the agreed plan (90%) by more, or for longer',
    );
  });
});
