import {
  adaptiveLimit,
  firstLagCorrelation,
  onMilestones,
  proposeBaseline,
  singleValueReach,
} from './index.js';

describe('the limits', () => {
  it('are 5, 6 below 24 points, and 8 at a correlation over 0.25', () => {
    const limits = [
      { points: 24, lag1: 0.25 },
      { points: 23, lag1: null },
      { points: 24, lag1: 0.26 },
      { points: 13, lag1: 0.9 },
    ].map(adaptiveLimit);
    expect(limits).toEqual([5, 6, 8, 8]);
    expect([23, 24].map(singleValueReach)).toEqual([5, 4.5]);
  });

  it('rest on a first-lag correlation computed by hand', () => {
    // Deviations −1, 0, 1, 0: products 0; then −1, −1, 1, 1: 1 − 1 + 1 over 4.
    expect(firstLagCorrelation([1, 2, 3, 2])).toBe(0);
    expect(firstLagCorrelation([1, 1, 3, 3])).toBe(0.25);
    expect(firstLagCorrelation([5, 5, 5])).toBeNull();
  });
});

describe('proposeBaseline', () => {
  const seen = (count: number) => Array.from({ length: count }, () => true);

  it('takes the last 24 observed points before the go-live, or as many as there are', () => {
    expect(proposeBaseline(seen(40), 30)).toEqual({
      from: 6,
      points: 24,
      reason: 'BEFORE_GO_LIVE',
    });
    expect(proposeBaseline([false, ...seen(30)], 15)).toEqual({
      ...{ from: 1, points: 14, reason: 'BEFORE_GO_LIVE' },
    });
  });

  it('takes the first 13 observed points where there are fewer before, and says so', () => {
    const first = { from: 0, points: 13, reason: 'FIRST_OBSERVED' };
    expect(proposeBaseline(seen(20), 12)).toEqual(first);
    expect(proposeBaseline(seen(13), null)).toEqual(first);
    expect(proposeBaseline(seen(12), null)).toBeNull();
  });
});

describe('onMilestones', () => {
  const start = { position: 10, value: 50 };
  const milestones = [
    { position: 22, value: 80 },
    { position: 14, value: 70 },
  ];

  it('is straight between the start and each milestone, and level after the last', () => {
    const values = [10, 12, 14, 18, 22, 30].map((at) => onMilestones(start, milestones, at));
    expect(values).toEqual([50, 60, 70, 75, 80, 80]);
  });

  it('is nothing before the start, and without a milestone after it', () => {
    expect(onMilestones(start, milestones, 9)).toBeNull();
    expect(onMilestones(start, [{ position: 10, value: 60 }], 12)).toBeNull();
  });
});
