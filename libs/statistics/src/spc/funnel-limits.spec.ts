import { funnel, funnelLimits } from '../index.js';

const drawn = (shares: readonly (readonly [number, number])[]) => {
  const result = funnel({
    units: shares.map(([numerator, denominator], index) => ({
      unit: `LA${index}`,
      ...{ numerator, denominator },
    })),
  });
  if ('error' in result) throw new Error(result.error);
  return result;
};

describe('the curves of a funnel', () => {
  it.each([
    [
      'over-dispersed',
      [
        [20, 100],
        [80, 120],
        [30, 90],
      ],
      true,
    ],
    [
      'as chance has it',
      [
        [50, 100],
        [51, 100],
        [60, 120],
      ],
      false,
    ],
  ] as const)('go through the limits of each unit: %s', (_, shares, overdispersed) => {
    const result = drawn(shares);
    expect(result.overdispersed).toBe(overdispersed);
    for (const [index, unit] of result.units.entries()) {
      const { odll95, odul95, odll998, odul998 } = unit;
      expect(funnelLimits(result, shares[index]?.[1] ?? 0)).toEqual({
        ...{ odll95, odul95, odll998, odul998 },
      });
    }
  });

  it('are none without units, or without a case', () => {
    expect(funnelLimits(drawn([]), 10)).toBeNull();
    expect(funnelLimits(drawn([[1, 2]]), 0)).toBeNull();
    expect(funnelLimits(drawn([[1, 2]]), NaN)).toBeNull();
  });
});
