import {
  answerOverdueFrom,
  milestoneOverdueFrom,
  planOverdueFrom,
  type AlertRule,
} from '#domain/judgement';
import { addDays, londonDay, londonInstant } from '#domain/periods';
import type { Owed, Programme, SeriesToAssess, Stores } from '../ports/index.js';

type Since = { readonly before: Date | null; readonly now: Date };

/** Calendar days that so many working days can take at most, bank holidays counted. */
const calendarDays = (workingDays: number): number => 2 * workingDays + 14;

/**
 * The councils of which a milestone, an answer or a plan became overdue after `before` and by `now`, an accepted explanation
 * came to its review, or the test of a reform ended.
 */
export async function owedDue(
  stores: Stores,
  programme: Programme,
  { before, now }: Since,
): Promise<readonly SeriesToAssess[]> {
  const { register, alertRules } = programme;
  const { programmeId, participations } = register;
  const rules = alertRules.filter(({ enabled }) => enabled);
  const longest = Math.max(...rules.flatMap(waits), -1);
  if (longest < 0) return [];
  const from = addDays(londonDay(before ?? now), -calendarDays(longest));
  const owed = await stores.owed.between(programmeId, { from, to: londonDay(now) });
  const isDue = (at: Date): boolean => at <= now && (before === null || at > before);
  const councils = [
    ...owed.filter((one) => momentsOf(one, rules, programme).some(isDue)),
    ...participations.filter(({ to }) => to !== null && isDue(londonInstant(to, '00:00'))),
  ].map(({ councilId }) => councilId);
  return [...new Set(councils)].map((councilId) => ({ programmeId, councilId, metric: null }));
}

function waits({ condition }: AlertRule): readonly number[] {
  if (condition.kind === 'milestone-overdue') return [condition.workingDays];
  if (condition.kind === 'answer-overdue')
    return [condition.workingDays, condition.planWithinWorkingDays];
  return [];
}

/** When each rule begins to count what is owed. */
function momentsOf(
  owed: Owed,
  rules: readonly AlertRule[],
  { holidays }: Programme,
): readonly Date[] {
  return rules.flatMap(({ condition }): readonly Date[] => {
    if (condition.kind === 'milestone-overdue')
      return owed.kind === 'milestone' ? [milestoneOverdueFrom(owed.due, condition, holidays)] : [];
    if (condition.kind !== 'answer-overdue') return [];
    if (owed.kind === 'answer') return [answerOverdueFrom(owed.at, condition, holidays)];
    if (owed.kind === 'plan') return [planOverdueFrom(owed.at, condition, holidays)];
    return owed.kind === 'review' ? [londonInstant(owed.on, '00:00')] : [];
  });
}
