import type { GettingWorse } from '../../judgement-types.js';
import { minimumCases, type Phrasing, type RuleKind } from '../rule-kind.js';
import { counted, listed } from '../rule-words.js';
import { cannotMonitor, SUM_CLEARS } from './off-trajectory.js';

/** The cumulative sum of shortfalls from the own baseline, or one value far out. */
export const gettingWorse: RuleKind<GettingWorse> = {
  title: 'A measure is worse than it was',
  about: 'Judges monthly measures against their own baseline by a cumulative sum.',
  parameters: {
    minimumCases: minimumCases(60),
    byMonthlyChange: {
      type: 'amounts',
      label: 'Measures that are judged by what each month added',
      hint: 'For numbers at a point in time, and figures that grow within their year. The number is how much worse than at the end of its baseline one has to be.',
      initial: {},
    },
    leftOut: {
      type: 'months',
      label: 'Months in which nothing can happen',
      hint: 'For example, no suspensions in August.',
      initial: {},
    },
    quietMonths: {
      ...{ type: 'number', label: 'Months taken together against the agreed plan', unit: 'month' },
      ...{ least: 1, most: 12, whole: true, initial: 3 },
      hint: 'While they meet the plan it is a mark, and no alert.',
    },
  },
  period: 'month',
  takesMetrics: true,
  phrase: (condition, of) => {
    const { minimumCases: minimum, quietMonths: months } = condition;
    const [lately, do_] =
      months === 1 ? ['newest month', 'does'] : [`last ${counted(months, 'month')} together`, 'do'];
    return {
      when: `a measure has ${of.lasting}been worse than in its own baseline by more, or for longer, than chance explains (a cumulative sum above its limit, or one value far out)${of.withCases(minimum)}, the same holds against the last year of that baseline, and the ${lately} ${do_} not meet its agreed plan if it has one`,
      clear: SUM_CLEARS,
      more: moreOf(condition, of),
    };
  },
  cannotJudge: cannotMonitor,
  faults: () => [],
};

function moreOf({ byMonthlyChange, leftOut }: GettingWorse, { titleOf, codes }: Phrasing) {
  const changes = codes.flatMap((code) => {
    const least = byMonthlyChange[code];
    if (least === undefined) return [];
    const from = least > 0 ? ` (once it is ${least} worse than at the end of its baseline)` : '';
    return [`${titleOf(code)}${from}`];
  });
  const out = codes.flatMap((code) => {
    const months = leftOut[code] ?? [];
    return months.length > 0 ? [`${titleOf(code)} is not judged in ${listed(months)}`] : [];
  });
  return [
    ...(changes.length > 0 ? [`What each month added is judged of ${listed(changes)}`] : []),
    ...out,
  ];
}
