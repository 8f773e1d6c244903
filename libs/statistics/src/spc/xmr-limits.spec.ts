import { averageMovingRange, movingRanges, xmrLimits } from '../index.js';

describe('xmrLimits', () => {
  it('puts the limits 2.66 mean moving ranges either side of the mean', () => {
    // Moving ranges 2, 1, 3, 2: mean 2; none is 3.267 times that.
    const limits = xmrLimits([10, 12, 11, 14, 12]);
    expect(limits).toMatchObject({ mean: 11.8, lower: 11.8 - 5.32, upper: 11.8 + 5.32 });
    expect(limits?.nearUpper).toBeCloseTo(11.8 + (5.32 * 2) / 3, 12);
    expect(limits?.nearLower).toBeCloseTo(11.8 - (5.32 * 2) / 3, 12);
  });

  it('leaves a single jump out of the moving ranges, and keeps it in the mean', () => {
    const values = [10, 11, 10, 11, 10, 11, 100, 11, 10, 11, 10, 11, 10];
    const limits = xmrLimits(values);
    // Ten ranges of 1 and two of 90 and 89: the two are over 3.267 × 15.75.
    expect(limits?.mean).toBeCloseTo(values.reduce((a, b) => a + b) / values.length, 12);
    expect((limits?.upper ?? 0) - (limits?.mean ?? 0)).toBeCloseTo(2.66, 12);
  });

  it('keeps a jump when it is told to', () => {
    const values = [10, 11, 10, 11, 10, 11, 100, 11, 10, 11, 10, 11, 10];
    // (10 × 1 + 89 + 89) / 12
    expect(averageMovingRange(values, { screenOutliers: false })).toBeCloseTo(188 / 12, 12);
    expect(averageMovingRange(values, { screenOutliers: true })).toBe(1);
  });

  it('has no limits for one value, and none for values that never change', () => {
    expect(xmrLimits([])).toBeNull();
    expect(xmrLimits([5])).toBeNull();
    expect(xmrLimits([5, 5, 5, 5])).toBeNull();
    expect(xmrLimits([5, 5, 5, 5], { screenOutliers: false })).toMatchObject({
      lower: 5,
      upper: 5,
    });
  });

  it('has no limits where they would be too large for a number', () => {
    expect(xmrLimits([1.7e308, -1.7e308, 1.7e308])).toBeNull();
  });
});

describe('movingRanges', () => {
  it('does not span a missing value', () => {
    expect(movingRanges([1, 4, null, 2, 1])).toEqual([3, null, null, 1]);
  });
});
