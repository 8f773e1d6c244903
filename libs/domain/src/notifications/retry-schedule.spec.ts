import fc from 'fast-check';
import { nextAttempt, RETRIES, retryCeiling } from './index.js';

const AT = new Date('2025-01-15T09:00:00Z');
const tries = fc.integer({ min: 1, max: RETRIES.most - 1 });
const uniform = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const waitOf = (n: number, u: number): number =>
  (nextAttempt(n, AT, u) ?? AT).getTime() - AT.getTime();

describe('when a message that failed is tried again', () => {
  it('doubles its ceiling from two minutes up to six hours', () => {
    const minutes = Array.from({ length: 11 }, (_, index) => retryCeiling(index + 1) / 60_000);
    expect(minutes).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
  });

  it('is always later than the failure, and before the ceiling', () => {
    fc.assert(
      fc.property(tries, uniform, (n, u) => {
        expect(waitOf(n, u)).toBeGreaterThan(0);
        expect(waitOf(n, u)).toBeLessThan(retryCeiling(n));
      }),
    );
  });

  it('uses the whole range: the wait grows with the random number from almost nothing', () => {
    expect([waitOf(4, 0), waitOf(4, 0.999999)]).toEqual([1_000, 16 * 60_000 - 1]);
    fc.assert(
      fc.property(tries, uniform, uniform, (n, u, v) => {
        expect(Math.sign(waitOf(n, u) - waitOf(n, v)) * Math.sign(u - v)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('ends after the last attempt, and all attempts lie within 27 hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: RETRIES.most, max: 99 }), uniform, (n, u) => {
        expect(nextAttempt(n, AT, u)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.array(uniform, { minLength: 11, maxLength: 11 }), (numbers) => {
        const whole = numbers.reduce((sum, u, index) => sum + waitOf(index + 1, u), 0);
        expect(whole).toBeLessThan(27 * 3_600_000);
      }),
    );
  });
});
