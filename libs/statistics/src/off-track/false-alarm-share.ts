import { FULL_BASELINE_POINTS } from './frozen-baseline.js';

/** Values, rule A with limit and reach from its baseline; normal noise without correlation. */
const OF_VALUES = { short: 0.04, full: 0.038 };
/** Rule A′ on steady percentages: at most this. */
const OF_COUNTS = 0.025;
/** Rule B on a series that is exactly on its plan; normal noise without correlation. */
const OF_PLAN = 0.047;

/**
 * The share of steady series on which rule A (`mean`) or rule B (`plan`) raises a false alarm within 12 monitored months, by
 * simulation. Correlation between months, and values with heavy tails, bring more. Source: docs/false-alarms.md, "Our default
 * rule in every noise", "Percentages near a bound" and "On the way of a plan".
 *
 * @param points observed points of the baseline
 */
export function falseAlarmShare(
  against: 'mean' | 'plan',
  { form, points }: { readonly form: 'values' | 'counts'; readonly points: number },
): number {
  if (against === 'plan') return OF_PLAN;
  if (form === 'counts') return OF_COUNTS;
  return points < FULL_BASELINE_POINTS ? OF_VALUES.short : OF_VALUES.full;
}
