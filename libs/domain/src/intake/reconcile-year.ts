import { addDecimals, type Decimal } from '../decimal/index.js';
import { gapOf, type Gap } from './rules/published-gap.js';
import type { ValidationRule } from './validation-rule.js';

/** Twelve months of a box beside the published figure of their year. */
export type YearReconciled = {
  /** January to December; null for a month without a number. */
  readonly months: readonly (Decimal | null)[];
  /** Numbers of the months, from 1, that have no number. */
  readonly missing: readonly number[];
  /** Of the months that have a number; null when none has. */
  readonly sum: Decimal | null;
  readonly published: Decimal | null;
  /** How far they lie apart, as the rule PUBLISHED_GAP says it; null unless both are whole. */
  readonly gap: Gap | null;
};

/** Compares twelve months with the published figure. A year with a month missing is added up, but not compared. */
export function reconcileYear(
  months: readonly (Decimal | null)[],
  published: Decimal | null,
  rules: readonly ValidationRule[],
): YearReconciled {
  const known = months.filter((value) => value !== null);
  const missing = months.flatMap((value, index) => (value === null ? [index + 1] : []));
  const sum = known.length === 0 ? null : addDecimals(known);
  const whole = missing.length === 0 && sum !== null && published !== null;
  return {
    months,
    missing,
    sum,
    published,
    gap: whole ? gapOf(Number(sum), Number(published), rules) : null,
  };
}
