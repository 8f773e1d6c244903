import { compareDecimals } from '../../decimal/decimal.js';
import type { Metric } from '../../metrics/metric.js';
import type { IntakeContext } from '../check-submission-types.js';
import { thisMonth, type Identity, type Term } from './identity.js';

/**
 * PART_ABOVE_WHOLE: each "of these" is at most its whole. The pairs are the return's; the part of an earlier month's
 * cohort is at most that cohort, as its measure says.
 */
export const partAboveWhole = ({
  returnDefinition,
  metrics,
}: IntakeContext): readonly Identity[] => [
  ...returnDefinition.pairs.map(({ part, whole }) => pair(thisMonth(part), thisMonth(whole))),
  ...metrics.flatMap(cohortOf),
];

function cohortOf({ numerator, denominator }: Metric): readonly Identity[] {
  const part = numerator?.plus[0];
  if (denominator.kind !== 'lagged' || part === undefined) return [];
  const { box, lagMonths } = denominator;
  return [pair(thisMonth(part), { box, lagMonths })];
}

const pair = (part: Term, whole: Term): Identity => ({
  code: 'PART_ABOVE_WHOLE',
  terms: [part, whole],
  broken: ([x = '0', y = '0']) => compareDecimals(x, y) > 0,
  fills: ([x = '', y = ''], [partTitle = '', wholeTitle = '']) => ({
    part: partTitle,
    x,
    whole: wholeTitle,
    y,
  }),
});
