import { addDecimals, compareDecimals } from '../../decimal/decimal.js';
import type { IntakeContext } from '../check-submission-types.js';
import { boxParams } from './box-params.js';
import { thisMonth, type Identity } from './identity.js';

const CODE = 'TIMES_ADD_UP';

/** TIMES_ADD_UP: two parts that share nothing are together at most the whole. */
export function timesAddUp({ rules }: IntakeContext): readonly Identity[] {
  const boxes = boxParams(rules, CODE, ['first', 'second', 'whole']);
  if (!boxes) return [];
  return [
    {
      code: CODE,
      terms: boxes.map(thisMonth),
      broken: ([a = '0', b = '0', c = '0']) => compareDecimals(addDecimals([a, b]), c) > 0,
      fills: ([a = '', b = '', c = '']) => ({ a, b, c }),
    },
  ];
}
