import fc from 'fast-check';
import { exactBinomialInterval } from './exact-binomial-interval.js';

const interval = (numerator: number, denominator: number, confidence = 0.95) => {
  const found = exactBinomialInterval({ numerator, denominator, confidence });
  if ('error' in found) throw new Error(found.error);
  return found;
};

describe('exactBinomialInterval', () => {
  it.each([
    // R 4: binom.test(x, n)$conf.int
    [0, 10, 0, 0.3084971],
    [10, 10, 0.6915029, 1],
    [5, 10, 0.187086, 0.812914],
    [1, 100, 0.000253146, 0.0544594],
  ])('agrees with the textbook interval of %i of %i', (x, n, lower, upper) => {
    const found = interval(x, n);
    expect(found.lower).toBeCloseTo(lower, 6);
    expect(found.upper).toBeCloseTo(upper, 6);
  });

  it('puts the upper end of 283 of 603 at 51.0%, as published for Worcestershire in 2019', () => {
    expect(Math.round(interval(283, 603).upper * 1000) / 10).toBe(51);
  });

  it('refuses what is not a count or not a confidence', () => {
    expect(exactBinomialInterval({ numerator: 3, denominator: 2, confidence: 0.95 })).toEqual({
      error: 'NOT_A_COUNT',
    });
    expect(exactBinomialInterval({ numerator: 1.5, denominator: 2, confidence: 0.95 })).toEqual({
      error: 'NOT_A_COUNT',
    });
    expect(exactBinomialInterval({ numerator: 0, denominator: 0, confidence: 0.95 })).toEqual({
      error: 'NOT_A_COUNT',
    });
    expect(exactBinomialInterval({ numerator: 1, denominator: 2, confidence: 1 })).toEqual({
      error: 'NOT_A_CONFIDENCE',
    });
  });

  it('holds the observed share, mirrors when cases are swapped, and narrows with less confidence', () => {
    const count = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(count, ([x, n]) => {
        const wide = interval(x, n, 0.99);
        const narrow = interval(x, n, 0.9);
        const mirror = interval(n - x, n, 0.9);
        expect(narrow.lower).toBeLessThanOrEqual(x / n + 1e-12);
        expect(narrow.upper).toBeGreaterThanOrEqual(x / n - 1e-12);
        expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
        expect(wide.upper).toBeGreaterThanOrEqual(narrow.upper);
        expect(1 - mirror.upper).toBeCloseTo(narrow.lower, 9);
      }),
    );
  });
});
