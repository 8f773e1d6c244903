import { compareDecimals } from '../../decimal/decimal.js';
import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { numberParam, say } from '../say.js';
import { cumulativeSteps, type CumulativeStep } from './cumulative-count.js';
import type { Months } from './month-figures.js';

const CODE = 'CUMULATIVE_NOT_RESET';

/**
 * CUMULATIVE_NOT_RESET: in the first month of its year a count is below last month's. After a small count (parameter
 * `warnBelow`) the new year may honestly begin as high: then it is only asked.
 */
export function cumulativeNotReset(
  candidates: readonly Candidate[],
  months: Months,
  context: IntakeContext,
): readonly Finding[] {
  const small = String(numberParam(context.rules, CODE, 'warnBelow', 0));
  const kept = cumulativeSteps(candidates, months).filter(
    ({ begins, moved, before }) => begins && moved >= 0 && before !== '0',
  );
  return kept.flatMap((step) => speak(step, small, context));
}

function speak(
  { candidate, before, value, month }: CumulativeStep,
  small: string,
  context: IntakeContext,
): readonly Finding[] {
  const said = say(context.rules, CODE, placeOf(candidate, candidate.sent), {
    a: before,
    b: value,
    box: candidate.metric.title,
    month,
  });
  if (compareDecimals(before, small) < 0)
    return said.map((finding) => ({ ...finding, severity: 'warn' as const }));
  if (said.length > 0) candidate.blocked = true;
  return said;
}
