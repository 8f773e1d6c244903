import type { OffTrajectory } from '../../judgement-types.js';
import {
  isMonthly,
  minimumCases,
  NO_DIRECTION,
  NOT_MONTHLY,
  type RuleKind,
  type RuleMetric,
} from '../rule-kind.js';

/** Why the off-track statistics say nothing of a metric; null where they can. */
export const cannotMonitor = (metric: RuleMetric): string | null => {
  if (!isMonthly(metric)) return NOT_MONTHLY;
  return metric.direction === 'none' ? NO_DIRECTION : null;
};

/** Half of the sum's limit is where it counts as over, for this rule and the one against the own baseline. */
export const SUM_CLEARS = 'the sum is at half of its limit or below';

/** The cumulative sum of shortfalls from the agreed plan. */
export const offTrajectory: RuleKind<OffTrajectory> = {
  title: 'A measure falls short of its agreed plan',
  about: 'Judges monthly measures by a cumulative sum, so that chance alone seldom opens an alert.',
  parameters: { minimumCases: minimumCases(60) },
  period: 'month',
  takesMetrics: true,
  phrase: ({ minimumCases: minimum }, { lasting, withCases }) => ({
    when: `a measure has ${lasting}fallen short of its agreed plan by more, or for longer, than chance explains (a cumulative sum above its limit)${withCases(minimum)}`,
    clear: SUM_CLEARS,
  }),
  cannotJudge: cannotMonitor,
  faults: () => [],
};
