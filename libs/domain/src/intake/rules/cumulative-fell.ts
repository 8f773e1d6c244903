import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { say } from '../say.js';
import { cumulativeSteps } from './cumulative-count.js';
import type { Months } from './month-figures.js';

/** CUMULATIVE_FELL: a count since the start of a year does not fall within it. Only asked: it may be a correction. */
export const cumulativeFell = (
  candidates: readonly Candidate[],
  months: Months,
  context: IntakeContext,
): readonly Finding[] =>
  cumulativeSteps(candidates, months)
    .filter(({ begins, moved }) => !begins && moved < 0)
    .flatMap(({ candidate, before, value, month }) =>
      say(context.rules, 'CUMULATIVE_FELL', placeOf(candidate, candidate.sent), {
        a: before,
        b: value,
        box: candidate.metric.title,
        month,
      }),
    );
