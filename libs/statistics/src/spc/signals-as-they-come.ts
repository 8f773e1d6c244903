import { markGroup } from './special-causes.js';
import type { XmrLimits } from './xmr-limits.js';

/** Which way a value is unusual; null where it is usual. */
export type Signal = 'high' | 'low' | null;

/** Consecutive points of a trend, and of a shift. */
const LENGTH = 7;
const RULES = {
  improvementDirection: 'neutral',
  trendLength: LENGTH,
  shiftLength: LENGTH,
} as const;

/**
 * Which way each value, in order of time, was unusual on the day it came: by a rule (beyond a limit, a trend of seven, two of
 * three near a limit, seven on one side) whose points end with it. A later value never changes what is said of an earlier
 * one, so that alerts can rest on it. The limits are given, from a frozen baseline. Source: NHSRplotthedots 0.2.2 for the
 * rules and their precedence.
 */
export function signalsAsTheyCome(values: readonly number[], limits: XmrLimits): readonly Signal[] {
  return values.map((_value, at) => {
    const window = values.slice(Math.max(0, at - LENGTH + 1), at + 1);
    const [hit] = markGroup(window, { mean: limits.mean, limits }, RULES).at(-1)?.rulesHit ?? [];
    if (hit === undefined) return null;
    return hit.pointType === 'special_cause_neutral_high' ? 'high' : 'low';
  });
}
