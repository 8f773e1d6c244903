import { periodKey } from '../../periods/period.js';
import type { Candidate } from '../candidate.js';
import type { IntakeContext, KnownFigure } from '../check-submission-types.js';
import type { Finding } from '../finding.js';
import { placeOf } from '../figure-place.js';
import { say } from '../say.js';

export type Revised = {
  readonly changed: readonly Candidate[];
  readonly unchanged: readonly Candidate[];
  readonly findings: readonly Finding[];
};

const equal = (candidate: Candidate, known: KnownFigure): boolean =>
  candidate.state === known.state &&
  candidate.value === known.value &&
  (candidate.metric.type !== 'published' ||
    (candidate.numerator === known.numerator && candidate.denominator === known.denominator));

/**
 * REVISION_NEEDS_REASON: a number that replaces another says why. What equals the standing figure is a repetition and
 * makes no revision; a first number after "not yet available" needs no reason, nor does a published file.
 */
export function revisionNeedsReason(
  candidates: readonly Candidate[],
  context: IntakeContext,
): Revised {
  const findings: Finding[] = [];
  const changed: Candidate[] = [];
  const unchanged: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.blocked) continue;
    const { council, metric, period, breakdown } = candidate;
    const known = context.known(council.id, metric.code, periodKey(period), breakdown);
    if (known && equal(candidate, known)) {
      unchanged.push(candidate);
      continue;
    }
    const explained =
      context.source === 'published' || candidate.reason !== null || known?.state !== 'value';
    const spoken = explained
      ? []
      : say(context.rules, 'REVISION_NEEDS_REASON', placeOf(candidate, candidate.sent), {
          a: known.value ?? '',
          b: candidate.value ?? candidate.state,
          box: metric.title,
        });
    findings.push(...spoken);
    if (spoken.length > 0) candidate.blocked = true;
    else changed.push(candidate);
  }
  return { changed, unchanged, findings };
}
