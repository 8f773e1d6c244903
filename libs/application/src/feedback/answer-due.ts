import { answerDueOn } from '#domain/judgement';
import type { Feedback } from '#domain/feedback';
import type { Day } from '#domain/periods';
import type { Programme } from '../ports/index.js';

/** The day by which DfE answers what a council said, by the rule in force; null where none says it. */
export function answerDue(
  { saidAt }: Pick<Feedback, 'saidAt'>,
  { alertRules, holidays }: Pick<Programme, 'alertRules' | 'holidays'>,
): Day | null {
  for (const { enabled, condition } of alertRules)
    if (enabled && condition.kind === 'answer-overdue')
      return answerDueOn(saidAt, condition, holidays);
  return null;
}
