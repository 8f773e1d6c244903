import fc from 'fast-check';
import { effectInterval, effectLabel, holmAdjust } from './index.js';
import type { EffectChecks } from './index.js';

describe('effectInterval', () => {
  const of = (treated: number, controls: number, more = {}) =>
    effectInterval({ att: 10, se: 2, treated, controls, ...more });

  it('is normal with twenty councils on both sides', () => {
    const interval = of(20, 20);
    expect(interval).toMatchObject({ method: 'normal', df: null });
    expect(interval?.upper).toBeCloseTo(10 + 2 * 1.959963985, 7);
  });

  it("is Student's t with treated − 1 degrees of freedom with fewer", () => {
    // From the tables: 2.776 with 4, 2.093 with 19 degrees of freedom.
    expect(of(5, 100)?.lower).toBeCloseTo(10 - 2 * 2.776, 2);
    expect(of(20, 19)).toMatchObject({ method: 't', df: 19 });
    expect(of(20, 19)?.upper).toBeCloseTo(10 + 2 * 2.093, 2);
  });

  it('is not given with fewer than five councils on either side, nor without an error', () => {
    expect([of(4, 100), of(100, 4), of(50, 50, { se: null }), of(50, 50, { level: 1 })]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is wider when several must hold together', () => {
    // 1 − 0.05/(2 × 5) of the normal distribution: 2.5758.
    expect(of(30, 30, { together: 5 })?.upper).toBeCloseTo(10 + 2 * 2.5758, 3);
  });
});

describe('holmAdjust', () => {
  it('multiplies the smallest by their number, the next by one fewer, and never falls', () => {
    const adjusted = holmAdjust([0.01, 0.04, 0.03, 0.005]);
    expect(adjusted.map((p) => Number(p?.toFixed(10)))).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it('stops at 1, and leaves out what has no p', () => {
    expect(holmAdjust([0.9, null, 0.6])).toEqual([1, null, 1]);
    expect(holmAdjust([])).toEqual([]);
  });

  it('never makes a p smaller nor changes their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
        (values) => {
          const adjusted = holmAdjust(values).map((p) => p ?? NaN);
          values.forEach((p, index) => {
            expect(adjusted[index]).toBeGreaterThanOrEqual(p);
            values.forEach((other, place) => {
              if (p < other) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[place] ?? NaN);
            });
          });
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('effectLabel', () => {
  const passed: EffectChecks = {
    enoughCouncils: 'passed',
    interval: 'passed',
    permutation: 'passed',
    preTrend: 'passed',
    placeboDate: 'passed',
    leaveOneOut: 'passed',
    balancingMetrics: 'passed',
    denominatorDrift: 'passed',
  };

  it('is evidence when every check is passed, in the direction that the metric has', () => {
    expect(effectLabel(2, 'higher', passed)).toEqual({
      label: 'evidence of improvement',
      reasons: [],
    });
    expect(effectLabel(-2, 'lower', passed).label).toBe('evidence of improvement');
    expect(effectLabel(2, 'lower', passed).label).toBe('evidence of deterioration');
    expect(effectLabel(-2, 'higher', passed).label).toBe('evidence of deterioration');
  });

  it.each([
    ['enoughCouncils', 'failed', 'too early to tell'],
    ['interval', 'failed', 'no clear difference'],
    ['permutation', 'failed', 'no clear difference'],
    ['preTrend', 'failed', 'no clear difference'],
    ['placeboDate', 'failed', 'no clear difference'],
    ['placeboDate', 'notPossible', 'too early to tell'],
    ['leaveOneOut', 'failed', 'no clear difference'],
    ['balancingMetrics', 'failed', 'no clear difference'],
    ['balancingMetrics', 'notPossible', 'too early to tell'],
    ['denominatorDrift', 'failed', 'no clear difference'],
    ['denominatorDrift', 'notPossible', 'too early to tell'],
  ] as const)('is gated by %s (%s): %s, and says so', (check, outcome, label) => {
    expect(effectLabel(2, 'higher', { ...passed, [check]: outcome })).toEqual({
      label,
      reasons: [{ check, outcome }],
    });
  });

  it('does not let worse balancing metrics excuse a deterioration', () => {
    const checks: EffectChecks = { ...passed, balancingMetrics: 'failed' };
    expect(effectLabel(-2, 'higher', checks).label).toBe('evidence of deterioration');
  });

  it('is "no clear difference" when a check fails, even if another could not be made', () => {
    const checks: EffectChecks = { ...passed, preTrend: 'failed', placeboDate: 'notPossible' };
    expect(effectLabel(2, 'higher', checks)).toEqual({
      label: 'no clear difference',
      reasons: [
        { check: 'preTrend', outcome: 'failed' },
        { check: 'placeboDate', outcome: 'notPossible' },
      ],
    });
  });
});
