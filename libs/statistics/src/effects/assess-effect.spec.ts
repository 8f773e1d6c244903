import { assessEffect } from './index.js';
import type { AssessmentCase, EffectAssessment, Panel } from './index.js';

/** Councils on their own levels, with a small ripple that has no trend; those that start gain `effect` from period 9 on. */
const panelOf = (treated: number, controls: number, effect: number, drift = 0): Panel => ({
  times: Array.from({ length: 14 }, (_, index) => index + 1),
  units: Array.from({ length: treated + controls }, (_, unit) => ({
    id: `LA${unit}`,
    cohort: unit < treated ? 9 : null,
    y: Array.from({ length: 14 }, (__, time) => {
      const ripple = ((unit * 37 + time * 53 + unit * time * 11) % 17) / 17;
      const gain = unit < treated ? drift * time + (time >= 8 ? effect : 0) : 0;
      return 50 + unit + ripple + gain;
    }),
  })),
});
const sound = {
  balancing: [{ better: 'lower' as const, interval: { lower: -1, upper: 2 } }],
  denominatorDrift: false,
};
const assessed = (panel: Panel, more: Partial<AssessmentCase> = {}): EffectAssessment => {
  const result = assessEffect({ panel, options: { better: 'higher' }, ...sound, ...more });
  if ('error' in result) throw new Error(result.error);
  return result;
};

describe('assessEffect', () => {
  it('finds evidence of improvement where there is a gain and everything else holds', () => {
    const found = assessed(panelOf(6, 8, 6));
    expect(found.reasons).toEqual([]);
    expect(found.label).toBe('evidence of improvement');
    expect(found.councils).toEqual({ treated: 6, controls: 8, used: 14, dropped: [] });
    expect(found.effect.interval).toMatchObject({ method: 't', df: 5 });
    expect(found.effect.att).toBeGreaterThan(5);
    expect(found.permutation?.pTwoSided).toBeLessThan(0.001);
    expect(found.leaveOneOut?.keepsSign).toBe(true);
  });

  it('finds evidence of deterioration in the same gain where lower is better', () => {
    const found = assessed(panelOf(6, 8, 6), { options: { better: 'lower' } });
    expect(found.label).toBe('evidence of deterioration');
  });

  it('finds no clear difference where there is none', () => {
    const found = assessed(panelOf(6, 8, 0));
    expect(found.label).toBe('no clear difference');
    expect(found.reasons).toContainEqual({ check: 'interval', outcome: 'failed' });
  });

  it('does not trust councils that were already moving apart', () => {
    const found = assessed(panelOf(6, 8, 0, 1));
    expect(found.effect.interval?.lower).toBeGreaterThan(0);
    expect(found.checks).toMatchObject({ interval: 'passed', placeboDate: 'failed' });
    expect(found.label).toBe('no clear difference');
  });

  it('shows the paths of the councils, and no error, interval or p, with fewer than five', () => {
    const found = assessed(panelOf(4, 12, 6));
    expect(found.label).toBe('too early to tell');
    expect(found.reasons).toEqual([{ check: 'enoughCouncils', outcome: 'failed' }]);
    expect(found.effect).toMatchObject({ se: null, interval: null });
    expect([found.permutation, found.preTrend]).toEqual([null, null]);
    expect(found.byPeriod.every(({ se, interval, band }) => !se && !interval && !band)).toBe(true);
    expect(found.paths.map(({ id }) => id)).toEqual(['LA0', 'LA1', 'LA2', 'LA3']);
  });

  it('counts as comparison the fewest councils that any period is compared with', () => {
    const panel = panelOf(12, 6, 6);
    const units = panel.units.map((unit, index) => (index < 6 ? { ...unit, cohort: 12 } : unit));
    const options = { better: 'higher', controlGroup: 'notyettreated' } as const;
    expect(assessed({ ...panel, units }, { options }).councils).toMatchObject({
      treated: 12,
      controls: 6,
    });
  });

  it('asks that nothing happened before the start: no band without 0, no effect of half the size', () => {
    const panel = panelOf(6, 8, 6);
    const bump = (by: number) => ({
      ...panel,
      units: panel.units.map((unit, index) => ({
        ...unit,
        y: unit.y.map((y, time) => (index < 6 && time === 4 ? (y ?? 0) + by : y)),
      })),
    });
    expect(assessed(bump(2.5)).checks.preTrend).toBe('failed');
    expect(assessed(panelOf(6, 8, 0.1)).checks.preTrend).toBe('failed');
  });

  it('believes the joint test before the start only with twenty councils in each cohort', () => {
    // Alternates by 0.1 before the start: far under half of the effect, and far beyond what chance would do.
    const alternating = (treated: number, controls: number) => {
      const panel = panelOf(treated, controls, 6);
      return assessed({
        ...panel,
        units: panel.units.map((unit, index) => ({
          ...unit,
          y: unit.y.map(
            (_, t) =>
              level(index, t) +
              (index < treated && t >= 8 ? 6 : 0) +
              (index < treated ? 0.1 * (t % 2) : 0),
          ),
        })),
      });
    };
    const level = (unit: number, t: number) => unit + Math.sin((unit + 1) * (t + 1) * 12.9898) / 4;
    const few = alternating(6, 8);
    expect([(few.preTrend?.p ?? 1) < 0.05, few.checks.preTrend]).toEqual([true, 'passed']);
    const many = alternating(40, 40);
    expect([(many.preTrend?.p ?? 1) < 0.05, many.checks.preTrend]).toEqual([true, 'failed']);
  });

  it('gives bands that hold together, wider than each interval alone', () => {
    for (const { interval, band } of assessed(panelOf(6, 8, 6)).byPeriod) {
      expect(interval && band && band.lower < interval.lower).toBe(true);
      expect(interval && band && band.upper > interval.upper).toBe(true);
    }
  });

  it('cannot place a date four periods earlier without periods enough, and says so', () => {
    const { times, units } = panelOf(6, 8, 6);
    const late = {
      times: times.slice(5),
      units: units.map((unit) => ({ ...unit, y: unit.y.slice(5) })),
    };
    const found = assessed(late);
    expect(found.placeboDate).toBeNull();
    expect(found.checks.placeboDate).toBe('notPossible');
    expect(found.label).not.toBe('evidence of improvement');
  });

  it('asks for a balancing metric that is not worse, and for a denominator that did not drift', () => {
    const checks = (more: Partial<AssessmentCase>) => assessed(panelOf(6, 8, 6), more).checks;
    const worse = { better: 'lower' as const, interval: { lower: 0.5, upper: 2 } };
    const unknown = { better: 'higher' as const, interval: null };
    expect(checks({ balancing: [] }).balancingMetrics).toBe('notPossible');
    expect(checks({ balancing: [unknown] }).balancingMetrics).toBe('notPossible');
    expect(checks({ balancing: [unknown, worse] }).balancingMetrics).toBe('failed');
    expect(checks({ denominatorDrift: true }).denominatorDrift).toBe('failed');
  });

  it('says when fixed effects tell another story, since they compare with councils that have started', () => {
    const growing = (cohort: number, unit: number) => ({
      id: `LA${unit}`,
      cohort,
      y: Array.from(
        { length: 10 },
        (_, t) => unit + ((unit * 7 + t * 5) % 3) / 10 + 2 * Math.max(0, t + 2 - cohort),
      ),
    });
    const units = [3, 6, 10].flatMap((cohort, wave) =>
      Array.from({ length: 6 }, (_, index) => growing(cohort, 6 * wave + index)),
    );
    const panel = { times: Array.from({ length: 10 }, (_, index) => index + 1), units };
    const options = { better: 'higher', controlGroup: 'notyettreated' } as const;
    const { twoWay, effect } = assessed(panel, { options });
    expect(twoWay?.differs).toBe(true);
    expect(twoWay?.coef).toBeLessThan(effect.att);
  });

  it('refuses what the estimate refuses, and options that mean nothing', () => {
    const panel = panelOf(6, 8, 6);
    expect(assessEffect({ panel: panelOf(8, 0, 6), options: { better: 'higher' } })).toEqual({
      error: 'NO_COMPARISON_UNITS',
    });
    for (const options of [{ level: 1 }, { seed: 1.5 }])
      expect(assessEffect({ panel, options: { better: 'higher', ...options } })).toEqual({
        error: 'INVALID_OPTIONS',
      });
  });
});
