import type { GainWithSideEffect } from '../../judgement-types.js';
import { minimumCases, NO_DIRECTION, type RuleKind } from '../rule-kind.js';
import { counted } from '../rule-words.js';

const points = (label: string, initial: number) => ({
  ...{ type: 'number' as const, label, unit: 'point', least: 0.1, most: 100, whole: false },
  ...{ initial, because: { less: 'any change would count', more: 'no percentage moves so far' } },
});

/** A gain beside which a balancing measure moved the wrong way. */
export const gainWithSideEffect: RuleKind<GainWithSideEffect> = {
  title: 'A gain comes with side effects',
  about: 'Judges measures that improved, by what moved beside them: a finding, not a failure.',
  parameters: {
    gain: points('Points that the measure rose', 10),
    sideEffect: points('Points that a balancing percentage moved', 5),
    z: {
      ...{ type: 'number', label: 'Standard errors of such a change', unit: '', whole: false },
      ...{ least: 0, most: 10, initial: 3.09 },
    },
    within: {
      ...{ type: 'number', label: 'Months within which both are seen', unit: 'month' },
      ...{ least: 0, most: 24, whole: true, initial: 3 },
    },
    clearAfter: {
      ...{ type: 'number', label: 'Months without a side effect', unit: 'month' },
      ...{ least: 1, most: 24, whole: true, initial: 6 },
    },
    minimumCases: minimumCases(60),
  },
  period: 'month',
  takesMetrics: true,
  phrase: ({ gain, sideEffect, z, within, clearAfter, minimumCases: minimum }, { lasting }) => ({
    when: `a measure has ${lasting}improved (unusually by its own limits, or by ${counted(gain, 'point')}${z > 0 ? ` and more than ${counted(z, 'standard error')}` : ''} on the same 12 months a year before) and ${
      within === 0 ? 'in the same month' : `within ${counted(within, 'month')}`
    } a balancing measure moved the wrong way (unusually by its own limits, or a percentage by ${counted(sideEffect, 'point')} on the year before)${
      minimum > 0 ? `, with at least ${counted(minimum, 'case')} in each 12 months` : ''
    }`,
    clear: `no balancing measure has moved the wrong way ${clearAfter === 1 ? 'in the last month' : `in the last ${clearAfter} months`}`,
    more: ['It is a finding, not a failure'],
  }),
  cannotJudge: ({ direction, balancedBy, unit }) => {
    if (unit === 'category') return 'it has no number';
    if (direction === 'none') return NO_DIRECTION;
    return balancedBy.length === 0 ? 'no balancing measure is named beside it' : null;
  },
  faults: () => [],
};
