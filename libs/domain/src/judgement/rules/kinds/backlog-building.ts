import type { BacklogBuilding } from '../../judgement-types.js';
import { isMonthly, NOT_MONTHLY, type RuleKind } from '../rule-kind.js';
import { counted } from '../rule-words.js';

const times = (label: string, initial: number) => ({
  ...{ type: 'number' as const, label, unit: 'month', least: 0.1, most: 100, whole: false },
  ...{ initial, because: { less: 'any number waiting would be more than that' } },
});

/** A stock that is many months' work of what empties it, and grows. */
export const backlogBuilding: RuleKind<BacklogBuilding> = {
  title: 'More are waiting than can be worked off',
  about: 'Judges how many are waiting against how many leave each month.',
  parameters: {
    outflow: {
      type: 'metric',
      label: 'The measure that counts who leaves',
      initial: 'plans_issued',
    },
    months: {
      ...{ type: 'number', label: 'Months over which it is averaged', unit: 'month' },
      ...{ least: 1, most: 24, whole: true, initial: 6 },
    },
    times: times('Fires above this many months of work', 3),
    clearTimes: times('Clears below this many months of work', 2.5),
    running: {
      ...{ type: 'number', label: 'Months running that it grew, or fell to clear', unit: 'month' },
      ...{ least: 1, most: 12, whole: true, initial: 3 },
    },
    minimumWaiting: {
      ...{ type: 'number', label: 'Fewest waiting', unit: '', whole: true },
      ...{ least: 0, most: 1_000_000, initial: 20 },
    },
  },
  period: 'month',
  takesMetrics: true,
  phrase: (condition, { lasting, titleOf }) => {
    const { outflow, months, running, minimumWaiting } = condition;
    const average = months === 1 ? 'of the same month' : `by the average of the last ${months}`;
    const inEach = running === 1 ? 'in the last month' : `in each of the last ${running} months`;
    return {
      when: `the number waiting has ${lasting}been more than ${counted(condition.times, 'month')} of ${titleOf(outflow)}, ${average}, and grew ${inEach}${minimumWaiting > 0 ? `, from ${minimumWaiting} waiting on` : ''}`,
      clear: `it is below ${counted(condition.clearTimes, 'month')} of them or fell ${running === 1 ? 'in the last month' : `${running} months running`}`,
    };
  },
  cannotJudge: (metric, { outflow }) => {
    if (!isMonthly(metric)) return NOT_MONTHLY;
    if (metric.basis !== 'stock' || metric.unit !== 'count')
      return 'it does not count who is waiting at the end of a month';
    return metric.code === outflow ? 'it cannot be compared with itself' : null;
  },
  faults: (condition) =>
    condition.clearTimes > condition.times
      ? [
          {
            parameter: 'clearTimes',
            message: `It would clear below ${counted(condition.clearTimes, 'month')} of work, above the ${condition.times} at which it fires.`,
            fix: `Give ${condition.times} or less.`,
          },
        ]
      : [],
};
