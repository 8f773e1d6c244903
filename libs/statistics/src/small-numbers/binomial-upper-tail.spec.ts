import fc from 'fast-check';
import { binomialUpperTail } from './index.js';

/** The sum that the tail stands for, term by term. */
function summed(trials: number, least: number, p: number): number {
  let term = (1 - p) ** trials;
  let total = 0;
  for (let k = 0; k <= trials; k += 1) {
    if (k >= least) total += term;
    term *= ((trials - k) / (k + 1)) * (p / (1 - p));
  }
  return total;
}

describe('binomialUpperTail', () => {
  it('equals the sum of the binomial terms', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 60 })
          .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }))),
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        ([trials, least], p) => {
          expect(binomialUpperTail(trials, least, p)).toBeCloseTo(summed(trials, least, p), 9);
        },
      ),
    );
  });

  it('is certain for none or more, and impossible for more than there are', () => {
    expect(binomialUpperTail(10, 0, 0.2)).toBe(1);
    expect(binomialUpperTail(10, 11, 0.2)).toBe(0);
  });
});
