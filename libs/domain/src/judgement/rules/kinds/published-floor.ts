import type { PublishedFloor } from '../../judgement-types.js';
import { confidence, type RuleKind } from '../rule-kind.js';
import { counted, percentOf } from '../rule-words.js';

const percentage = (label: string, initial: number) => ({
  ...{ type: 'number' as const, label, unit: '%', least: 0.1, most: 100, whole: false, initial },
  because: {
    less: 'no percentage is below 0, so it would never be reached',
    more: 'no percentage is above 100',
  },
});

/** A published yearly percentage that even chance cannot lift to a floor. */
export const publishedFloor: RuleKind<PublishedFloor> = {
  title: 'A published percentage is below a floor',
  about: 'Judges yearly published percentages, where more is better, by their exact interval.',
  parameters: {
    floor: percentage('Floor', 50.4),
    clearAt: percentage('Clears at', 60.4),
    confidence,
    minimumDenominator: {
      ...{ type: 'number', label: 'Cases below which two years are taken together', unit: 'case' },
      ...{ least: 0, most: 100_000, whole: true, initial: 100 },
    },
  },
  period: 'month',
  takesMetrics: true,
  phrase: ({ floor, clearAt, confidence: share, minimumDenominator }, { lasting }) => ({
    when: `even the upper end of the exact ${percentOf(share)} interval has ${lasting}been below ${floor}%${
      minimumDenominator > 0
        ? `, taking two years together where there were fewer than ${counted(minimumDenominator, 'case')} in one`
        : ''
    }`,
    clear: `the figure is ${clearAt}% or more`,
  }),
  cannotJudge: ({ type, unit, direction }) => {
    if (type !== 'published') return 'it is reported monthly, and a floor judges yearly figures';
    if (unit !== 'percent') return 'it is not a percentage';
    return direction === 'up' ? null : 'more of it is not better, so a floor says nothing of it';
  },
  faults: ({ floor, clearAt }) =>
    clearAt < floor
      ? [
          {
            parameter: 'clearAt',
            message: `It would clear at ${clearAt}%, below the floor of ${floor}%.`,
            fix: `Give ${floor}% or more.`,
          },
        ]
      : [],
};
