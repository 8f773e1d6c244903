import { timesBetween } from '#domain/calendar';
import type { RuleInForce } from '#domain/judgement';
import type { Programme, Stores } from '../ports/index.js';

/** At most so many of a rule are put down at once; the others, when these have been. */
const MOST = 500;

/**
 * Puts down the times at which rules on a schedule are evaluated, up to now: after downtime those that were missed as well,
 * each by the version that was in force. `since`: from when a rule is looked at that was in force before anything was put
 * down for it.
 */
export async function planEvaluations(
  stores: Stores,
  { register, ruleHistory }: Pick<Programme, 'register' | 'ruleHistory'>,
  { now, since }: { readonly now: Date; readonly since: Date },
): Promise<void> {
  const { programmeId } = register;
  const scheduled = ruleHistory.filter(({ rule }) => rule.enabled && rule.schedule !== null);
  for (const code of new Set(scheduled.map(({ rule }) => rule.code))) {
    const last = await stores.evaluations.plannedUpTo(programmeId, code);
    const times = scheduled
      .filter(({ rule }) => rule.code === code)
      .flatMap((version) => timesOf(version, { after: last ?? since, now }));
    if (times.length > 0) await stores.evaluations.plan(programmeId, code, times.slice(0, MOST));
  }
}

function timesOf(
  { rule, from, until }: RuleInForce,
  { after, now }: { readonly after: Date; readonly now: Date },
): readonly Date[] {
  if (rule.schedule === null) return [];
  const start = from !== null && from > after ? new Date(from.getTime() - 1) : after;
  const end = until !== null && until <= now ? new Date(until.getTime() - 1) : now;
  return end <= start ? [] : timesBetween(rule.schedule, { after: start, until: end, most: MOST });
}
