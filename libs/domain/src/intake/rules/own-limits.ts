import { xmrLimits } from '#statistics';
import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { listParam, numberParam, say } from '../say.js';
import { isFactorOfTen } from './factor-of-ten.js';
import type { Months } from './month-figures.js';
import { medianOf, sentNumbers } from './past-numbers.js';

/**
 * OUTSIDE_OWN_LIMITS and DENOMINATOR_MOVED: a number lies inside the council's own process limits (XmR of its earlier
 * months). Each speaks of the boxes that its parameters name; silent before `fewestMonths` months with a number, and where
 * half of them are below `smallestMedian`: a handful of cases is always unusual.
 */
export function outsideOwnLimits(
  code: 'OUTSIDE_OWN_LIMITS' | 'DENOMINATOR_MOVED',
  candidates: readonly Candidate[],
  { months, context }: { readonly months: Months; readonly context: IntakeContext },
): readonly Finding[] {
  const { rules } = context;
  const boxes = new Set(listParam(rules, code, 'boxes'));
  const count = numberParam(rules, code, 'months', 24);
  const fewest = numberParam(rules, code, 'fewestMonths', 13);
  const smallest = numberParam(rules, code, 'smallestMedian', 20);
  return sentNumbers(candidates).flatMap(({ candidate, value }) => {
    const { metric, council, period } = candidate;
    if (!boxes.has(metric.code)) return [];
    const at = { councilId: council.id, period };
    const past = months.past(at, { box: metric.code, count }).filter((n) => n !== null);
    if (past.length < fewest || medianOf(past) < smallest) return [];
    const limits = xmrLimits(past);
    if (!limits || (value >= limits.lower && value <= limits.upper)) return [];
    if (isFactorOfTen(candidate, months, context)) return [];
    return say(rules, code, placeOf(candidate, candidate.sent), {
      number: candidate.value ?? '',
      box: metric.title,
      council: council.name,
      n: past.length,
      low: Math.max(0, Math.ceil(limits.lower)),
      high: Math.floor(limits.upper),
    });
  });
}
