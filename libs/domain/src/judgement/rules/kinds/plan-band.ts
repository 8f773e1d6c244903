import type { PlanBand } from '../../judgement-types.js';
import { confidence, minimumCases, type RuleKind } from '../rule-kind.js';
import { listed, percentOf } from '../rule-words.js';

/** Outside the plan's own tolerance. */
export const planBand: RuleKind<PlanBand> = {
  title: 'A figure is outside its agreed plan',
  about: 'Judges figures against the agreed plan and its own tolerance, monthly or yearly.',
  parameters: {
    untilBaseline: {
      type: 'metrics',
      label: 'Measures that the rule on the trajectory takes over',
      hint: 'From the first month on that has a baseline of 13 months behind it.',
      initial: [],
    },
    minimumCases: minimumCases(60),
    confidence,
  },
  period: 'month',
  takesMetrics: true,
  phrase: ({ untilBaseline, minimumCases: minimum, confidence: share }, of) => ({
    when: `a figure has ${of.lasting}been on the wrong side of its agreed plan by more than the plan’s own tolerance (a yearly percentage only when its exact ${percentOf(share)} interval is too)${of.withCases(minimum)}`,
    clear: 'it is inside the tolerance',
    more:
      untilBaseline.length > 0
        ? [
            `It gives way to the rule on the trajectory for ${listed(untilBaseline.map(of.titleOf))}, from the first month on with a baseline of 13 months`,
          ]
        : [],
  }),
  cannotJudge: ({ unit }) =>
    unit === 'category' ? 'it has no number that a plan could set' : null,
  faults: () => [],
};
