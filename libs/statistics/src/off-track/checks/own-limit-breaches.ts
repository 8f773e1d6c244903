import { xmrLimits, type XmrLimits } from '../../spc/xmr-limits.js';

export type LimitBreaches = {
  /** Null for values that never change in the baseline. */
  readonly limits: XmrLimits | null;
  /** Places of the monitored values outside the limits, counted from 0 at the first value. */
  readonly outside: readonly number[];
  readonly flagged: boolean;
};

/**
 * Which values after the first `baselineN` lie outside that baseline's XmR limits, on either side; for the share of cases
 * that are left out as exceptions, and for denominators.
 */
export function ownLimitBreaches(values: readonly number[], baselineN: number): LimitBreaches {
  const limits = xmrLimits(values.slice(0, baselineN));
  const outside = values.flatMap((value, at) =>
    limits !== null && at >= baselineN && (value < limits.lower || value > limits.upper)
      ? [at]
      : [],
  );
  return { limits, outside, flagged: outside.length > 0 };
}
