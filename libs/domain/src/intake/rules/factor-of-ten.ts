import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { numberParam, say } from '../say.js';
import type { Months } from './month-figures.js';
import { medianOf, sentNumbers } from './past-numbers.js';

const CODE = 'FACTOR_OF_TEN';

/** FACTOR_OF_TEN: a count is not within 5% of ten times, or of a tenth of, what is usual: a digit too many or too few. */
export const factorOfTen = (
  candidates: readonly Candidate[],
  months: Months,
  context: IntakeContext,
): readonly Finding[] =>
  sentNumbers(candidates).flatMap(({ candidate }) => {
    const usual = usualOf(candidate, months, context);
    return usual !== null && isFactorOfTen(candidate, months, context)
      ? say(context.rules, CODE, placeOf(candidate, candidate.sent), {
          number: candidate.value ?? '',
          times: Number(candidate.value) > usual ? 'ten times' : 'a tenth of',
          median: usual,
          digits: Number(candidate.value) > usual ? 'too many' : 'too few',
        })
      : [];
  });

/** Whether the rule would speak of this number. */
export function isFactorOfTen(
  candidate: Candidate,
  months: Months,
  context: IntakeContext,
): boolean {
  const usual = usualOf(candidate, months, context);
  const value = Number(candidate.value);
  if (usual === null || value < numberParam(context.rules, CODE, 'smallest', 10)) return false;
  const within = numberParam(context.rules, CODE, 'within', 0.05);
  return [usual * 10, usual / 10].some((trap) => Math.abs(value - trap) <= within * trap);
}

/** The median of the months before; null where one of them has no number, and for counts that begin again each year. */
function usualOf(
  { metric, council, period }: Candidate,
  months: Months,
  { rules }: IntakeContext,
): number | null {
  if (metric.unit !== 'count' || metric.basis.startsWith('cumulative')) return null;
  const count = numberParam(rules, CODE, 'months', 12);
  const at = { councilId: council.id, period };
  const past = months.past(at, { box: metric.code, count });
  const numbers = past.filter((n) => n !== null);
  const usual = numbers.length < count ? 0 : medianOf(numbers);
  return usual > 0 ? usual : null;
}
