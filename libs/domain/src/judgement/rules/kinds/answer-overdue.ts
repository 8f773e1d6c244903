import type { AnswerOverdue } from '../../judgement-types.js';
import type { RuleKind } from '../rule-kind.js';
import { counted } from '../rule-words.js';

const days = (label: string, initial: number) => ({
  ...{ type: 'number' as const, label, unit: 'working day' },
  ...{ least: 0, most: 120, whole: true, initial },
});

/** Feedback that DfE has not answered, or an alert that somebody acknowledged and nobody has planned for. */
export const answerOverdue: RuleKind<AnswerOverdue> = {
  title: 'An answer or a plan is overdue',
  about:
    'Judges every piece of feedback and every acknowledged alert of a council, and no measure.',
  parameters: {
    workingDays: days('Working days in which feedback is answered', 15),
    planWithinWorkingDays: days('Working days in which a plan is written', 10),
  },
  period: 'month',
  takesMetrics: false,
  phrase: ({ workingDays, planWithinWorkingDays }) => ({
    when: `feedback from a council has had no answer for ${counted(workingDays, 'working day')}, or an acknowledged alert no plan for ${counted(planWithinWorkingDays, 'working day')}`,
    clear: 'it is answered or planned',
  }),
  cannotJudge: () => 'a rule about answers judges no measure',
  faults: () => [],
};
