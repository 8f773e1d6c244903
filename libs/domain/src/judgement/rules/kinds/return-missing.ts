import type { ReturnMissing } from '../../judgement-types.js';
import type { RuleKind } from '../rule-kind.js';
import { ordinal, timeOfDay } from '../rule-words.js';

/** A return that nobody sent or answered. */
export const returnMissing: RuleKind<ReturnMissing> = {
  title: 'A return is missing',
  about: 'Judges every return that is due, and no measure.',
  parameters: {
    graceWorkingDays: {
      ...{ type: 'number', label: 'Working days after the due day', unit: 'working day' },
      ...{ least: 0, most: 60, whole: true, initial: 3 },
    },
    at: { type: 'time', label: 'Time of that day', initial: '17:00' },
  },
  period: 'month',
  takesMetrics: false,
  phrase: ({ graceWorkingDays: days, at }) => ({
    when: `nothing has been received and no answer given for a return by ${timeOfDay(at)} on the ${
      days === 0 ? 'day it was due' : `${ordinal(days)} working day after it was due`
    }`,
    clear: 'figures or an answer come, or more time is given',
  }),
  cannotJudge: () => 'a rule about returns judges no measure',
  faults: () => [],
};
