import { TOTAL } from '../../observations/observation.js';
import { formatPeriod, monthsBefore, periodKey, type Period } from '../../periods/index.js';
import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { numberParam, say } from '../say.js';

const CODE = 'MISSING_TOO_LONG';
/** Further back than a return can be revised nobody is asked. */
const MOST_MONTHS = 24;

/** MISSING_TOO_LONG: a number is not "not yet available" for more than two months running. */
export function missingTooLong(
  candidates: readonly Candidate[],
  context: IntakeContext,
): readonly Finding[] {
  const most = numberParam(context.rules, CODE, 'months', 2);
  const sent = new Map(candidates.map((c) => [keyOf(c.council.id, c.metric.code, c.period), c]));
  const isMissing = (councilId: number, metric: string, period: Period): boolean => {
    const now = sent.get(keyOf(councilId, metric, period));
    return now && !now.blocked
      ? now.state === 'missing'
      : context.known(councilId, metric, periodKey(period), TOTAL)?.state === 'missing';
  };
  return candidates.flatMap((candidate) => {
    if (candidate.blocked || candidate.state !== 'missing') return [];
    const { council, metric, period } = candidate;
    let running = 1;
    while (
      running < MOST_MONTHS &&
      isMissing(council.id, metric.code, monthsBefore(period, running))
    )
      running += 1;
    if (running <= most) return [];
    const since = formatPeriod(monthsBefore(period, running - 1));
    return say(context.rules, CODE, placeOf(candidate, candidate.sent), {
      box: metric.title,
      since,
    });
  });
}

const keyOf = (councilId: number, metric: string, period: Period): string =>
  `${councilId} ${metric} ${periodKey(period)}`;
