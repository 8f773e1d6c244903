import type { UnlikeTheOthers } from '../../judgement-types.js';
import { minimumCases, type RuleKind } from '../rule-kind.js';
import { counted } from '../rule-words.js';

/** Outside the funnel of all reporting councils. */
export const unlikeTheOthers: RuleKind<UnlikeTheOthers> = {
  title: 'A council is unlike the others',
  about: 'Judges percentages by the funnel of all reporting councils, by quarter or year.',
  parameters: {
    minimumCases: { ...minimumCases(50), hint: 'Cases in the quarter or year.' },
    partOf: {
      type: 'pairs',
      label: 'Counts that are a part of another count',
      hint: 'A count is judged as a percentage of what it is a part of.',
      initial: {},
    },
  },
  period: 'quarter',
  takesMetrics: true,
  phrase: ({ minimumCases: minimum, partOf }, { lasting, titleOf, codes }) => ({
    when: `a figure has ${lasting}been outside the 99.8% limits of the funnel of all reporting councils, usual differences between councils counted${
      minimum > 0 ? `, with at least ${counted(minimum, 'case')} in the quarter or year` : ''
    }`,
    clear: 'it is inside the 95% limits',
    more: codes.flatMap((code) => {
      const whole = partOf[code];
      return whole === undefined
        ? []
        : [`${titleOf(code)} is taken as a percentage of ${titleOf(whole)}`];
    }),
  }),
  cannotJudge: ({ code, unit }, { partOf }) => {
    if (unit === 'percent') return null;
    return unit === 'count' && partOf[code] !== undefined
      ? null
      : 'it is not a percentage, and is not said to be a part of another count';
  },
  faults: () => [],
};
