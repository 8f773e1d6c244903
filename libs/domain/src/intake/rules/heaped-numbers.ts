import { lastDigitHeaping } from '#statistics';
import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { numberParam, say } from '../say.js';
import type { Months } from './month-figures.js';
import { sentNumbers } from './past-numbers.js';

const CODE = 'HEAPED_NUMBERS';

/**
 * HEAPED_NUMBERS: over a year, a council's numbers of 20 or more do not end in 0 or 5 more often than chance (one-sided
 * exact binomial test at 1%); silent below 20 of them. Said once of a month, at its first number.
 */
export function heapedNumbers(
  candidates: readonly Candidate[],
  months: Months,
  context: IntakeContext,
): readonly Finding[] {
  const { rules } = context;
  const smallest = numberParam(rules, CODE, 'smallest', 20);
  const fewest = numberParam(rules, CODE, 'fewest', 20);
  const level = numberParam(rules, CODE, 'level', 0.01);
  const count = numberParam(rules, CODE, 'months', 12) - 1;
  const boxes = context.returnDefinition.themes.flatMap((theme) => theme.boxes);
  const sent = sentNumbers(candidates);
  return months.all.flatMap((month) => {
    const first = sent.find(
      ({ candidate }) =>
        candidate.council.id === month.councilId && candidate.period.start === month.period.start,
    );
    if (!first) return [];
    const numbers = boxes
      .flatMap((box) => [...months.past(month, { box, count }), Number(month.value(box) ?? 0)])
      .filter((n) => n !== null);
    const heaping = lastDigitHeaping(numbers, { smallest, fewest, level });
    if (!heaping.flagged) return [];
    const share = Math.round((100 * heaping.count) / heaping.of);
    return say(rules, CODE, placeOf(first.candidate, null), { share });
  });
}
