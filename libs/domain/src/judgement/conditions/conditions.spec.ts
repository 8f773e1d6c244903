import { judgeBacklogBuilding } from './backlog-building.js';
import { judgeCondition } from './judge-condition.js';
import { judgeGainWithSideEffect } from './gain-with-side-effect.js';
import { judgePlanBand } from './plan-band.js';
import { judgeTargetUnlikely } from './target-unlikely.js';
import { judgeUnlikeTheOthers } from './unlike-the-others.js';
import { alone, kindsOf, planOf, steady, watchedOf } from './watched-for-spec.js';
import type { WatchedSeries } from '../watched-series.js';
import type { Told } from '../../assessment/series-for-spec.js';

const monthly = (count: number, told: Told): Told[] => Array<Told>(count).fill(told);

describe('the rule on the plan band', () => {
  const RULE = {
    kind: 'plan-band',
    untilBaseline: ['spec'],
    minimumCases: 0,
    confidence: 0.95,
  } as const;
  const plan = planOf([{ from: '2022-01-01', value: 60 }], 10);

  it('breaches beyond the tolerance of the plan, and not on its edge', () => {
    expect(kindsOf(judgePlanBand(watchedOf([50, 49.9, 61], { plan }), RULE))).toEqual([
      ...['clear', 'breach', 'clear'],
    ]);
  });

  it('gives way to the rule on the trajectory once thirteen months are behind it', () => {
    const told = [...steady(13).map((value) => value - 30), 20, 20];
    const kinds = kindsOf(judgePlanBand(watchedOf(told, { plan }), RULE));
    expect(kinds.slice(11)).toEqual(['breach', 'breach', 'clear', 'clear']);
    const stays = judgePlanBand(watchedOf(told, { plan }), { ...RULE, untilBaseline: [] });
    expect(kindsOf(stays).slice(11)).toEqual(['breach', 'breach', 'breach', 'breach']);
  });

  it('asks of a year that its exact interval lies outside: 16 of 37 may still be half, 160 of 370 is not', () => {
    const year = (told: Told): WatchedSeries => {
      const series = watchedOf([told], { plan, of: { type: 'published' } });
      const [point] = series.input.points;
      const period = {
        ...{ timePeriod: '2022', timeIdentifier: 'Calendar year' },
        ...{ start: '2022-01-01', end: '2023-01-01' },
      };
      return { ...series, input: { ...series.input, points: point ? [{ ...point, period }] : [] } };
    };
    const [few] = judgePlanBand(year([16, 37]), RULE);
    expect(few?.kind).toBe('hold');
    expect(few?.reason).toContain('with so few cases that may be chance');
    expect(kindsOf(judgePlanBand(year([160, 370]), RULE))).toEqual(['breach']);
  });
});

describe('the rule on an unlikely target', () => {
  const RULE = { kind: 'target-unlikely', below: 10, clearAt: 20, fromMonth: 12 } as const;
  const judged = (months: number, value: number) =>
    judgeTargetUnlikely(
      watchedOf(steady(months), { plan: planOf([{ from: '2025-06-01', value }]) }),
      { ...RULE, minimumCases: 0 },
    );

  it('speaks from the twelfth month of monitoring on', () => {
    const kinds = kindsOf(judged(26, 95));
    expect(kinds.slice(22)).toEqual(['not-judged', 'not-judged', 'breach', 'breach']);
  });

  it('is clear where the plan is met', () => {
    const [last] = judged(26, 45).slice(-1);
    expect(last?.kind).toBe('clear');
  });
});

describe('the rule on a backlog', () => {
  const RULE = {
    kind: 'backlog-building',
    outflow: 'plans',
    months: 6,
    times: 3,
    clearTimes: 2.5,
    running: 3,
    minimumWaiting: 20,
  } as const;
  const of = { basis: 'stock', unit: 'count', direction: 'down' } as const;
  const plans = (count: number) =>
    watchedOf(Array<number>(12).fill(count), { of: { unit: 'count' } });
  const kinds = (waiting: readonly (number | null)[], outflow = plans(10)) =>
    kindsOf(judgeBacklogBuilding(watchedOf(waiting, { of }), outflow, RULE)).slice(5);

  it('breaches at more than three months of work that grew three times running', () => {
    expect(kinds([10, 12, 14, 20, 26, 30, 31])).toEqual(['hold', 'breach']);
    expect(kinds([10, 12, 14, 20, 40, 39, 41])).toEqual(['hold', 'hold']);
    expect(kinds([10, 12, 14, 16, 17, 18, 19], plans(1))).toEqual(['hold', 'hold']);
  });

  it('clears below two and a half months of work, or when it fell three times running', () => {
    expect(kinds([40, 40, 40, 40, 40, 40, 24])).toEqual(['hold', 'clear']);
    expect(kinds([90, 90, 90, 90, 80, 70, 60])).toEqual(['hold', 'clear']);
  });

  it('judges nothing while a month of either is missing', () => {
    expect(kinds([10, 12, 14, 20, null, 30, 31])).toEqual(['not-judged', 'not-judged']);
    expect(kinds([10, 12, 14, 20, 26, 30, 31], watchedOf([10, 10]))).toEqual([
      ...['not-judged', 'not-judged'],
    ]);
  });
});

describe('the rule on a gain with side effects', () => {
  const RULE = {
    kind: 'gain-with-side-effect',
    gain: 10,
    sideEffect: 5,
    z: 3.09,
    within: 3,
    clearAfter: 6,
    minimumCases: 60,
  } as const;
  const better = [...monthly(12, [50, 100]), ...monthly(12, [65, 100])];
  const judged = (
    beside: readonly Told[],
    adverse: 'up' | 'down' = 'up',
    gains: readonly Told[] = better,
  ) =>
    judgeGainWithSideEffect(
      {
        series: watchedOf(gains, { of: { balancedBy: [{ metric: 'refused', adverse }] } }),
        beside: () =>
          watchedOf(beside, { of: { code: 'refused', title: 'Refused', direction: 'none' } }),
        funnels: [],
      },
      RULE,
    ).slice(-1);

  it('breaches where both changed on the year before, and says which', () => {
    const [last] = judged([...monthly(12, [20, 100]), ...monthly(12, [26, 100])]);
    expect(last).toMatchObject({
      kind: 'breach',
      reason:
        'Improved, with side effects to check: “Plans in time” rose by 15 points on the year before, up to December 2023; “Refused” rose by 6 points on the year before, up to December 2023.',
    });
  });

  it('is quiet about a small change, one the other way, and one without a gain', () => {
    expect(kindsOf(judged([...monthly(18, [20, 100]), ...monthly(6, [24, 100])]))).toEqual([
      'clear',
    ]);
    const fell = [...monthly(12, [26, 100]), ...monthly(12, [20, 100])];
    expect(kindsOf(judged(fell))).toEqual(['clear']);
    expect(kindsOf(judged(fell, 'down'))).toEqual(['breach']);
    const rose = [...monthly(12, [20, 100]), ...monthly(12, [26, 100])];
    expect(kindsOf(judged(rose, 'up', monthly(24, [50, 100])))).toEqual(['hold']);
  });

  it('judges too few cases not at all', () => {
    const few = [...monthly(12, [2, 4]), ...monthly(12, [4, 4])];
    expect(
      kindsOf(judged([...monthly(12, [20, 100]), ...monthly(12, [40, 100])], 'up', few)),
    ).toEqual(['not-judged']);
  });
});

describe('the rule on being unlike the others', () => {
  const place = { numerator: 1, denominator: 61, centre: 23.6, z: -5.9 };
  const period = {
    ...{ timePeriod: '2023', timeIdentifier: 'Calendar year Q1' },
    ...{ start: '2023-01-01', end: '2023-04-01' },
  };
  const judged = (outside998: boolean, outside95: boolean) =>
    judgeUnlikeTheOthers({
      ...alone(watchedOf([1])),
      funnels: [{ period, place: { ...place, outside998, outside95 } }],
    });

  it('breaches outside the wide limits, clears inside the narrow ones, and holds between them', () => {
    expect(
      [judged(true, true), judged(false, true), judged(false, false)].flatMap(kindsOf),
    ).toEqual([...['breach', 'hold', 'clear']]);
    expect(judged(true, true)[0]?.reason).toContain('1.6% (1 of 61)');
  });

  it('does not judge too few cases', () => {
    const none = judgeUnlikeTheOthers({
      ...alone(watchedOf([1])),
      funnels: [{ period, place: null }],
    });
    expect(kindsOf(none)).toEqual(['not-judged']);
  });
});

describe('a figure that came too late', () => {
  it('opens nothing, and is judged all the same', () => {
    const late = ['2022 February'];
    const plan = planOf([{ from: '2022-01-01', value: 60 }]);
    const condition = {
      kind: 'plan-band',
      untilBaseline: [],
      minimumCases: 0,
      confidence: 0.95,
    } as const;
    const verdicts = judgeCondition(condition, alone(watchedOf([40, 40, 70], { plan, late })));
    expect(kindsOf(verdicts)).toEqual(['breach', 'hold', 'clear']);
    expect(verdicts[1]?.reason).toContain('It came too late to open an alert.');
  });
});
