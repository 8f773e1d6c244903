import { compareDecimals, subtractDecimals } from '../../decimal/decimal.js';
import type { IntakeContext } from '../check-submission-types.js';
import { boxParams } from './box-params.js';
import { thisMonth, type Identity } from './identity.js';

const CODE = 'EXCEPTIONS_AND_IN_TIME';

/** EXCEPTIONS_AND_IN_TIME: a part that leaves out another part is at most the whole without it. */
export function exceptionsAndInTime({ rules }: IntakeContext): readonly Identity[] {
  const boxes = boxParams(rules, CODE, ['part', 'whole', 'less']);
  if (!boxes) return [];
  return [
    {
      code: CODE,
      terms: boxes.map(thisMonth),
      broken: ([t = '0', p = '0', e = '0']) => compareDecimals(t, subtractDecimals(p, e)) > 0,
      fills: ([t = '', p = '', e = '']) => ({ t, p, e, most: subtractDecimals(p, e) }),
    },
  ];
}
