import fc from 'fast-check';
import { markGroup } from './special-causes.js';
import { signalsAsTheyCome } from './signals-as-they-come.js';
import type { XmrLimits } from './xmr-limits.js';

const limits: XmrLimits = { mean: 0, lower: -3, upper: 3, nearLower: -2, nearUpper: 2 };
const signals = (...values: number[]) => signalsAsTheyCome(values, limits);

describe('signals as they come', () => {
  it('are given to a value beyond a limit, and not to one on it', () => {
    expect(signals(0, 3.1, 3, -3.1)).toEqual([null, 'high', null, 'low']);
  });

  it('are given to the seventh value on one side, and to those after it, not to the six before', () => {
    expect(signals(1, 1, 1, 1, 1, 1, 1, 1, 0, 1)).toEqual([
      ...[null, null, null, null, null, null],
      ...['high', 'high', null, null],
    ]);
  });

  it('are given to the seventh value of a rise, whichever side it is on', () => {
    expect(signals(-1.4, -1.2, -1, 0.1, 0.2, 0.3, 0.4).at(-1)).toBe('high');
    expect(signals(-1.4, -1.2, -1, 0.1, 0.1, 0.3, 0.4).at(-1)).toBeNull();
  });

  it('are given to the second of two in three near a limit', () => {
    expect(signals(-2.5, -0.5, -2.5)).toEqual([null, null, 'low']);
    expect(signals(-2.5, 0.5, -2.5)).toEqual([null, null, null]);
    expect(signals(-2.5, -2.5, -0.5)).toEqual([null, null, null]);
  });

  it('say of each value what a chart of the values up to it says of its last, and never change', () => {
    const few = fc.array(fc.integer({ min: -14, max: 14 }), { minLength: 1, maxLength: 30 });
    const rules = { improvementDirection: 'neutral', trendLength: 7, shiftLength: 7 } as const;
    fc.assert(
      fc.property(few, (quarters) => {
        const values = quarters.map((quarter) => quarter / 4);
        const told = signalsAsTheyCome(values, limits);
        values.forEach((_value, at) => {
          const upTo = values.slice(0, at + 1);
          const [hit] = markGroup(upTo, { mean: 0, limits }, rules).at(-1)?.rulesHit ?? [];
          const type = hit?.pointType;
          expect(told[at]).toBe(
            type === undefined ? null : type === 'special_cause_neutral_high' ? 'high' : 'low',
          );
          expect(signalsAsTheyCome(upTo, limits).at(-1)).toBe(told[at]);
        });
      }),
      { numRuns: 300 },
    );
  });
});
