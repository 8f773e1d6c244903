import { ALLOWANCE, adaptiveLimit, singleValueReach } from '../alert-limits.js';
import { sumPath } from '../cusum.js';
import { orientedBaseline } from '../oriented-baseline.js';
import { isBaseline, isFigure } from '../series-case.js';
import { ownLimitBreaches, type LimitBreaches } from './own-limit-breaches.js';

export type DenominatorDrift = LimitBreaches & {
  /** Rule A's sums for a rise and for a fall, for each monitored month; null for values that never change in the baseline. */
  readonly rise: readonly number[] | null;
  readonly fall: readonly number[] | null;
};

/**
 * Whether a denominator, or requests per 1,000 children, has moved either way since its baseline of the first `baselineN`
 * values (at least 13): outside its own limits, a sum of rule A above its limit, or one value alone. A note on the data, not
 * an accusation.
 */
export function denominatorDrift(
  values: readonly number[],
  baselineN: number,
): DenominatorDrift | { readonly error: 'INVALID_VALUE' | 'BASELINE_TOO_SHORT' } {
  if (!values.every(isFigure)) return { error: 'INVALID_VALUE' };
  if (!isBaseline(baselineN, values.length)) return { error: 'BASELINE_TOO_SHORT' };
  const breaches = ownLimitBreaches(values, baselineN);
  const baseline = orientedBaseline(values.slice(0, baselineN));
  const { mean, sigma } = baseline;
  if (sigma === null) return { ...breaches, rise: null, fall: null };
  const moves = values.slice(baselineN).map((value) => (value - mean) / sigma);
  const [rise, fall] = [
    sumPath(moves, ALLOWANCE),
    sumPath(
      moves.map((move) => -move),
      ALLOWANCE,
    ),
  ];
  const limit = adaptiveLimit(baseline);
  const summed = [...rise, ...fall].some((sum) => sum > limit);
  const alone = moves.some((move) => Math.abs(move) > singleValueReach(baseline.points));
  return { ...breaches, rise, fall, flagged: breaches.flagged || summed || alone };
}
