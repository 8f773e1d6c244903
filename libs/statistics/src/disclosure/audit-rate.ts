import { isCount } from './read-table.js';
import type { DisclosureRefusal, RuleOptions } from './types.js';
import { isRefusal } from './types.js';
import { readRule, type Rule } from './primary-rule.js';

export interface RateAuditCase {
  readonly options: RuleOptions & {
    /** Decimal places of the percentage as published, 0 to 6. */
    readonly decimals: number;
    readonly rounding?: 'half-up';
  };
  readonly input: {
    /** What is known of the denominator: 1 to 10⁷. */
    readonly denominator: number;
    /** 0 to 100, with no more decimals than published. */
    readonly percentage: number;
  };
}

export interface RateAudit {
  /** Every whole numerator that rounds to the percentage, ascending. */
  readonly consistentNumerators: readonly number[];
  /** There is only one. */
  readonly recovered: boolean;
  /** The percentage says more of a small numerator or complement than that it is small. */
  readonly unsafe: boolean;
  /** The rule withholds the percentage: a small denominator, numerator or complement. */
  readonly mustSuppressRate: boolean;
}

const MOST = 1e7;

/**
 * What a published percentage tells of a withheld numerator whose denominator is known: k is consistent if 100 k ÷ n, rounded
 * half up, is the percentage. Worked in whole numbers. Where numerators would be judged differently, the cautious judgement
 * stands. `NO_CONSISTENT_NUMERATOR`: no whole numerator gives the percentage.
 */
export function auditRate(rateCase: RateAuditCase): RateAudit | DisclosureRefusal {
  const options = rateCase.options ?? {};
  const rule = readRule({ ...options, minDenominator: options.minDenominator ?? 10 });
  if (isRefusal(rule)) return rule;
  const { decimals, rounding = 'half-up' } = options;
  if (!isCount(decimals) || decimals > 6 || rounding !== 'half-up')
    return { error: 'INVALID_OPTIONS' };
  const { denominator, percentage } = rateCase.input ?? {};
  if (!isCount(denominator) || denominator < 1 || denominator > MOST)
    return { error: 'INVALID_DENOMINATOR' };
  const units = unitsOf(percentage, decimals);
  if (units === null) return { error: 'INVALID_PERCENTAGE' };
  const consistent = numeratorsOf(units, denominator, decimals);
  return consistent.length === 0
    ? { error: 'NO_CONSISTENT_NUMERATOR' }
    : judge(consistent, denominator, rule);
}

function judge(consistent: readonly number[], denominator: number, rule: Rule): RateAudit {
  const small = (count: number): boolean => count >= 1 && count <= rule.largest;
  const narrowed = (counts: readonly number[]): boolean => {
    const ends = [counts[0] ?? 0, counts.at(-1) ?? 0];
    return counts.some(small) && !(Math.min(...ends) <= 1 && Math.max(...ends) >= rule.largest);
  };
  const complements = consistent.map((k) => denominator - k);
  return {
    consistentNumerators: consistent,
    recovered: consistent.length === 1,
    unsafe: narrowed(consistent) || narrowed(complements),
    mustSuppressRate:
      denominator < (rule.minDenominator ?? 0) || consistent.some(small) || complements.some(small),
  };
}

/** The percentage in units of its last decimal place. */
function unitsOf(percentage: unknown, decimals: number): number | null {
  if (typeof percentage !== 'number' || !(percentage >= 0 && percentage <= 100)) return null;
  const units = Math.round(percentage * 10 ** decimals);
  return Math.abs(units / 10 ** decimals - percentage) <= 1e-9 ? units : null;
}

/** k with (units − ½) n ≤ k × 10^(d+2) < (units + ½) n; in big integers, as the products pass 2⁵³. */
function numeratorsOf(units: number, denominator: number, decimals: number): readonly number[] {
  const [p, n, scale] = [BigInt(units), BigInt(denominator), 2n * 10n ** BigInt(decimals + 2)];
  const ceiling = (product: bigint): number => Number((product + scale - 1n) / scale);
  const from = p === 0n ? 0 : ceiling((2n * p - 1n) * n);
  const to = Math.min(denominator, ceiling((2n * p + 1n) * n) - 1);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
}
