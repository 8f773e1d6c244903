import fc from 'fast-check';
import { auditRate, type RateAuditCase } from './audit-rate.js';

const audit = (
  denominator: number,
  percentage: number,
  options: Partial<RateAuditCase['options']> = {},
) => auditRate({ options: { decimals: 0, ...options }, input: { denominator, percentage } });

describe('the audit of a percentage without its counts', () => {
  it('recovers the only numerator that rounds to it', () => {
    // 4 of 12 is 33.3 per cent; 3 and 5 are 25 and 41.7.
    expect(audit(12, 33)).toEqual({
      ...{ consistentNumerators: [4], recovered: true },
      ...{ unsafe: true, mustSuppressRate: true },
    });
  });

  it('rounds half up', () => {
    // 99 of 200 is 49.5, 101 is 50.5.
    expect(audit(200, 50)).toMatchObject({ consistentNumerators: [99, 100], unsafe: false });
    expect(audit(40, 8)).toMatchObject({ consistentNumerators: [3] });
  });

  it('judges by the widest that the small count could be', () => {
    // 0 to 4 of 1,000 are 0 per cent: with S = 5 that says more than the rule, with S = 4 it does not.
    expect(audit(1000, 0)).toMatchObject({ unsafe: true, mustSuppressRate: true });
    expect(audit(1000, 0, { suppressMax: 4 })).toMatchObject({ unsafe: false });
  });

  it('looks at those who are not counted as well', () => {
    expect(audit(20, 80, { decimals: 1 })).toMatchObject({
      ...{ consistentNumerators: [16], unsafe: true, mustSuppressRate: true },
    });
  });

  it('withholds the percentage of a small group however safe its numerator', () => {
    expect(audit(9, 0)).toMatchObject({ unsafe: false, mustSuppressRate: true });
    expect(audit(9, 0, { minDenominator: 9 })).toMatchObject({ mustSuppressRate: false });
  });

  it('works where products pass what a number holds exactly', () => {
    expect(audit(9_999_999, 33.333333, { decimals: 6 })).toMatchObject({
      consistentNumerators: [3_333_333],
    });
  });

  it.each([
    ['no denominator', [0, 50] as const, {}, 'INVALID_DENOMINATOR'],
    ['a fractional denominator', [1.5, 50] as const, {}, 'INVALID_DENOMINATOR'],
    ['a percentage above 100', [20, 101] as const, {}, 'INVALID_PERCENTAGE'],
    ['more decimals than published', [20, 33.3] as const, {}, 'INVALID_PERCENTAGE'],
    ['a percentage that no count gives', [3, 50] as const, {}, 'NO_CONSISTENT_NUMERATOR'],
    ['too many decimals', [20, 50] as const, { decimals: 9 }, 'INVALID_OPTIONS'],
    [
      'another rounding',
      [20, 50] as const,
      { rounding: 'half-even' as 'half-up' },
      'INVALID_OPTIONS',
    ],
    ['a rule that is not configured', [20, 50] as const, { suppressMax: 6 }, 'INVALID_OPTIONS'],
  ])('refuses %s', (_name, [denominator, percentage], options, error) => {
    expect(audit(denominator, percentage, options)).toEqual({ error });
  });

  it('finds every numerator that rounds to the percentage and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (n, k) => {
        const shown = (count: number): number => Math.floor((200 * count + n) / (2 * n));
        const all = Array.from({ length: n + 1 }, (_, count) => count);
        const percentage = shown(Math.min(k, n));
        expect(audit(n, percentage)).toMatchObject({
          consistentNumerators: all.filter((count) => shown(count) === percentage),
        });
      }),
    );
  });
});
