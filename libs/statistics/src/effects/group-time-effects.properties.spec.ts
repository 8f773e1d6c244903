import fc from 'fast-check';
import type { GroupTimeEffects, Panel } from './index.js';
import { estimated, panelOf, unit } from './panels-for-spec.js';

const figures = fc.integer({ min: 0, max: 100 });
const panels = fc
  .array(
    fc.record({
      cohort: fc.constantFrom(null, 3, 4),
      weight: fc.integer({ min: 1, max: 9 }),
      y: fc.array(figures, { minLength: 5, maxLength: 5 }),
    }),
    { minLength: 4, maxLength: 8 },
  )
  .map((rows) =>
    panelOf(
      unit('T', 3, [1, 2, 3, 4, 5]),
      unit('N', null, [5, 3, 4, 1, 2]),
      ...rows.map(({ cohort, weight, y }, index) => unit(`U${index}`, cohort, y, weight)),
    ),
  );
const changed = (
  panel: Panel,
  value: (y: number, unit: number, time: number) => number,
): Panel => ({
  ...panel,
  units: panel.units.map((u, i) => ({ ...u, y: u.y.map((y, t) => value(y ?? 0, i, t)) })),
});
const close = (a: GroupTimeEffects, b: GroupTimeEffects, times = 1): void => {
  expect(a.simple.att).toBeCloseTo(b.simple.att * times, 8);
  expect(a.dynamic.att).toBeCloseTo(b.dynamic.att * times, 8);
  expect(a.group.se ?? 0).toBeCloseTo((b.group.se ?? 0) * Math.abs(times), 8);
  expect(a.calendar.se ?? 0).toBeCloseTo((b.calendar.se ?? 0) * Math.abs(times), 8);
  expect(a.twfe?.coef).toBeCloseTo((b.twfe?.coef ?? NaN) * times, 8);
};

describe('groupTimeEffects, always', () => {
  it('does not care for the level of a council or of a period, and scales with the outcome', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const before = estimated(panel);
        close(estimated(changed(panel, (y, u, t) => y + 7 * u - 3 * t * t)), before);
        close(estimated(changed(panel, (y) => -2 * y)), before, -2);
      }),
      { numRuns: 25 },
    );
  });

  it('does not care for the order of councils, their names, or the unit of their weights', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const units = panel.units
          .toReversed()
          .map((u) => ({ ...u, id: `x${u.id}`, weight: (u.weight ?? 1) * 10 }));
        close(estimated({ ...panel, units }), estimated(panel));
      }),
      { numRuns: 25 },
    );
  });
});
