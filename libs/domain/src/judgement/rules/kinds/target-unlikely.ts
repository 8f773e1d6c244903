import type { TargetUnlikely } from '../../judgement-types.js';
import { minimumCases, type RuleKind } from '../rule-kind.js';
import { ordinal } from '../rule-words.js';
import { cannotMonitor } from './off-trajectory.js';

const chance = (label: string, initial: number) => ({
  ...{ type: 'number' as const, label, unit: '%', least: 0.1, most: 100, whole: false, initial },
  because: {
    less: 'no probability is below 0, so it would never be reached',
    more: 'no probability is above 100%',
  },
});

/** A small probability of meeting the plan's last value. */
export const targetUnlikely: RuleKind<TargetUnlikely> = {
  title: 'The agreed plan is unlikely to be met',
  about: 'Judges monthly measures by the probability of meeting the last value of the plan.',
  parameters: {
    below: chance('Probability below', 10),
    clearAt: chance('Clears at a probability of', 20),
    fromMonth: {
      ...{ type: 'number', label: 'From this month of monitoring on', unit: '', whole: true },
      ...{ least: 1, most: 60, initial: 12 },
    },
    minimumCases: minimumCases(60),
  },
  period: 'month',
  takesMetrics: true,
  phrase: ({ below, clearAt, fromMonth, minimumCases: minimum }, { lasting, withCases }) => ({
    when: `from the ${ordinal(fromMonth)} month of monitoring on the probability of meeting the agreed plan has ${lasting}been below ${below}%${withCases(minimum)}`,
    clear: `it is ${clearAt}% or more`,
  }),
  cannotJudge: cannotMonitor,
  faults: ({ below, clearAt }) =>
    clearAt < below
      ? [
          {
            parameter: 'clearAt',
            message: `It would clear at ${clearAt}%, below the ${below}% at which it fires.`,
            fix: `Give ${below}% or more.`,
          },
        ]
      : [],
};
