import type { MilestoneOverdue } from '../../judgement-types.js';
import type { RuleKind } from '../rule-kind.js';
import { counted } from '../rule-words.js';

/** A delivery milestone that is neither done nor given a new date. */
export const milestoneOverdue: RuleKind<MilestoneOverdue> = {
  title: 'A milestone is overdue',
  about: 'Judges every milestone of a reform at a council, and no measure.',
  parameters: {
    workingDays: {
      ...{ type: 'number', label: 'Working days after the due day', unit: 'working day' },
      ...{ least: 0, most: 120, whole: true, initial: 10 },
    },
  },
  period: 'month',
  takesMetrics: false,
  phrase: ({ workingDays }) => ({
    when: `a delivery milestone is neither done nor given a new date ${counted(workingDays, 'working day')} after it was due`,
    clear:
      'it is done with evidence, given a new date with a reason, or the test of the reform ends there',
  }),
  cannotJudge: () => 'a rule about milestones judges no measure',
  faults: () => [],
};
