import fc from 'fast-check';
import { aggregateEffects, groupTimeEffects, twoWayFixedEffects } from './index.js';
import type { DesignOptions, Panel } from './index.js';
import { estimated, panelOf, unit } from './panels-for-spec.js';

// Changes since period 1: 4 and 2, then 6 and 6, among those that start in period 2; 1 and 3, then 3 and 3 among the others.
const four = panelOf(
  unit('A', 2, [10, 14, 16]),
  unit('B', 2, [20, 22, 26]),
  unit('C', null, [10, 11, 13]),
  unit('D', null, [30, 33, 33]),
);

describe('groupTimeEffects, by hand', () => {
  it('is the change among those that started less the change among the others', () => {
    const { attgt, simple, nUnitsUsed, pretest } = estimated(four);
    // Each council is 1 from its side's mean in period 2: √(4 × 4)/4 = 1. In period 3 nothing varies.
    expect(attgt).toEqual([
      { cohort: 2, time: 2, att: 1, se: 1 },
      { cohort: 2, time: 3, att: 3, se: null },
    ]);
    expect(simple).toEqual({ att: 2, se: 0.5 });
    expect([nUnitsUsed, pretest]).toEqual([4, null]);
  });

  it('is told by periods since the start, by cohort and by period', () => {
    const { dynamic, group, calendar } = estimated(four);
    expect(dynamic).toEqual({
      att: 2,
      se: 0.5,
      by: [
        { key: 0, att: 1, se: 1, councils: 2 },
        { key: 1, att: 3, se: null, councils: 2 },
      ],
    });
    expect(group).toEqual({ att: 2, se: 0.5, by: [{ key: 2, att: 2, se: 0.5 }] });
    expect(calendar.by.map(({ key, att }) => [key, att])).toEqual([
      [2, 1],
      [3, 3],
    ]);
  });

  it('is the coefficient with fixed effects where there is one start, with its clustered error', () => {
    // Mean changes 4.5 and 2.5; each council ½ × ½ from its side: √(4/16 × 4/3 × 11/8).
    const { twfe } = estimated(four);
    expect(twfe?.coef).toBeCloseTo(2, 12);
    expect(twfe?.se).toBeCloseTo(Math.sqrt(0.25 * (4 / 3) * (11 / 8)), 12);
    expect(twoWayFixedEffects({ panel: four })).toEqual(twfe);
  });

  it('weighs councils by their weights, and cohorts by theirs', () => {
    const weighted = panelOf(
      unit('A', 2, [0, 4, 4], 3),
      unit('B', 2, [0, 0, 0], 1),
      unit('C', 3, [0, 0, 8], 2),
      unit('D', null, [0, 1, 1], 5),
    );
    const { attgt, simple } = estimated(weighted);
    expect(attgt.map(({ cohort, time, att }) => [cohort, time, att])).toEqual([
      [2, 2, 2],
      [2, 3, 2],
      [3, 2, -1],
      [3, 3, 8],
    ]);
    // (4 × 2 + 4 × 2 + 2 × 8) / (4 + 4 + 2).
    expect(simple.att).toBeCloseTo(3.2, 12);
  });
});

describe('groupTimeEffects, who is compared with whom', () => {
  const staggered = panelOf(
    unit('A', 3, [0, 0, 5, 5, 5]),
    unit('B', 5, [0, 2, 3, 4, 9]),
    unit('C', null, [0, 0, 0, 0, 0]),
  );

  it('also compares with councils that have not started yet, if asked', () => {
    const att = (controlGroup: NonNullable<DesignOptions['controlGroup']>) =>
      estimated(staggered, { controlGroup }).attgt.find((c) => c.cohort === 3 && c.time === 4)?.att;
    expect(att('nevertreated')).toBe(5);
    // B changed by 2 since period 2, C by 0.
    expect(att('notyettreated')).toBe(4);
  });

  it('compares periods before the start with the one before, or all with one base', () => {
    const of = (basePeriod: NonNullable<DesignOptions['basePeriod']>) =>
      estimated(staggered, { basePeriod })
        .attgt.filter(({ cohort }) => cohort === 5)
        .map(({ att }) => att);
    expect(of('varying')).toEqual([2, 1, 1, 5]);
    expect(of('universal')).toEqual([-4, -2, -1, 0, 5]);
    const base = estimated(staggered, { basePeriod: 'universal' }).attgt.find(
      ({ cohort, time }) => cohort === 5 && time === 4,
    );
    expect(base).toEqual({ cohort: 5, time: 4, att: 0, se: null });
  });

  it('goes back past the periods in which the reform may already show', () => {
    const { attgt, droppedUnits } = estimated(staggered, { anticipation: 2 });
    // A start in period 3 leaves no period before 1; of B, period 5 less period 2.
    expect(droppedUnits).toEqual(['A']);
    expect(attgt.at(-1)).toMatchObject({ cohort: 5, time: 5, att: 7 });
  });

  it('takes the last cohort as comparison when everybody starts, until it starts', () => {
    const everybody = panelOf(
      ...staggered.units.slice(0, 2).map((u) => unit(u.id, u.cohort, [...u.y])),
    );
    const { attgt } = estimated(everybody, { controlGroup: 'notyettreated' });
    expect(attgt.map(({ cohort, time, att }) => [cohort, time, att])).toEqual([
      [3, 2, -2],
      [3, 3, 4],
      [3, 4, 3],
    ]);
  });

  it('takes a start after the last period as none in the window', () => {
    const late = panelOf(unit('A', 2, [1, 4]), unit('B', 7, [1, 2]));
    expect(estimated(late).simple.att).toBe(2);
  });

  it('leaves out, and lists, councils with a missing period and those that had started', () => {
    const { droppedUnits, nUnitsUsed } = estimated(
      panelOf(
        unit('gap', 3, [1, null, 3]),
        unit('A', 2, [1, 4, 4]),
        unit('early', 1, [1, 2, 3]),
        unit('B', null, [1, 2, 2]),
      ),
    );
    expect([droppedUnits, nUnitsUsed]).toEqual([['gap', 'early'], 2]);
  });

  it('estimates one treated council, as a point', () => {
    const one = panelOf(unit('A', 2, [1, 5]), unit('B', null, [1, 2]), unit('C', null, [1, 4]));
    expect(estimated(one).simple.att).toBe(2);
  });

  it('keeps who is spoken of the same, if asked for a balanced event time', () => {
    const result = aggregateEffects({ panel: staggered, options: { balancedUntil: 2 } });
    expect(
      'dynamic' in result && result.dynamic.by.map(({ key, councils }) => [key, councils]),
    ).toEqual([
      [-1, 1],
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
  });
});

describe('groupTimeEffects, refusals', () => {
  const A = unit('A', 2, [1, 2]);
  const B = unit('B', null, [1, 2]);
  it.each([
    ['no comparison', panelOf(A), {}, 'NO_COMPARISON_UNITS'],
    [
      'one start for all',
      panelOf(A, unit('C', 2, [1, 2])),
      { controlGroup: 'notyettreated' },
      'NO_COMPARISON_UNITS',
    ],
    ['everybody from the first period', panelOf(unit('A', 1, [1, 2])), {}, 'NO_TREATED_UNITS'],
    ['nobody that starts', panelOf(B), {}, 'NO_TREATED_UNITS'],
    ['no council at all', { times: [1, 2], units: [] }, {}, 'NO_TREATED_UNITS'],
    ['one period', panelOf(unit('A', 2, [1])), {}, 'TOO_FEW_PERIODS'],
    [
      'nobody else before the second start',
      panelOf(A, unit('C', 3, [1, 2])),
      { controlGroup: 'notyettreated', anticipation: 1 },
      'NO_COMPARISON_UNITS',
    ],
    [
      'a start only anticipated',
      panelOf(unit('A', 4, [1, 2, 3]), unit('B', null, [1, 2, 3])),
      { anticipation: 2 },
      'NO_PERIOD_AFTER_START',
    ],
    ['a council twice', panelOf(A, B, B), {}, 'DUPLICATE_UNIT'],
    ['a weight of nothing', panelOf(A, unit('B', null, [1, 2], 0)), {}, 'INVALID_WEIGHT'],
    ['a value that is no number', panelOf(A, unit('B', null, [1, NaN])), {}, 'INVALID_PANEL'],
    ['periods that do not rise', { times: [2, 1], units: [A, B] }, {}, 'INVALID_PANEL'],
    ['a short series', { times: [1, 2, 3], units: [A, B] }, {}, 'INVALID_PANEL'],
    ['covariates', panelOf(A, B), { covariates: true }, 'INVALID_OPTIONS'],
    ['negative anticipation', panelOf(A, B), { anticipation: -1 }, 'INVALID_OPTIONS'],
  ] as [string, Panel, DesignOptions, string][])('refuses %s', (_, panel, options, error) => {
    expect(groupTimeEffects({ panel, options })).toEqual({ error });
  });

  it('refuses a balanced event time that is no whole number', () => {
    expect(aggregateEffects({ panel: four, options: { balancedUntil: 0.5 } })).toEqual({
      error: 'INVALID_OPTIONS',
    });
  });

  it('refuses what is no panel, whatever it is', () => {
    const value = fc.anything({ maxDepth: 3, withNullPrototype: false });
    fc.assert(
      fc.property(value, value, value, (times, units, y) => {
        for (const panel of [
          { times, units },
          { times: [1, 2], units: [{ id: 'A', cohort: 2, y }] },
          { times: [1, 2], units: [units] },
        ])
          expect(groupTimeEffects({ panel: panel as Panel })).toHaveProperty('error');
      }),
      { numRuns: 40 },
    );
  });
});
