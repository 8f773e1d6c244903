import { formatPeriod, type Period } from '../../periods/index.js';
import type { IntakeContext } from '../check-submission-types.js';
import type { Finding } from '../finding.js';
import { say } from '../say.js';
import type { Months } from './month-figures.js';

/** PERIOD_NOT_EXPECTED: a file sent from a month's return page is about that month. */
export function periodNotExpected(months: Months, context: IntakeContext): readonly Finding[] {
  const { expectedPeriod, rules } = context;
  if (expectedPeriod === null) return [];
  const others = new Map<string, Period>();
  for (const { period } of months.all) {
    if (period.start === expectedPeriod.start) return [];
    others.set(period.start, period);
  }
  const found = [...others.values()].toSorted((a, b) => (a.start < b.start ? -1 : 1));
  if (found.length === 0) return [];
  const b = found.map(formatPeriod).join(' and ');
  return say(rules, 'PERIOD_NOT_EXPECTED', {}, { month: formatPeriod(expectedPeriod), others: b });
}
