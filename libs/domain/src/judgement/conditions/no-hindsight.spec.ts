import fc from 'fast-check';
import type { Told } from '../../assessment/series-for-spec.js';
import type { AlertCondition } from '../judgement-types.js';
import { judgeCondition } from './judge-condition.js';
import { planOf, watchedOf } from './watched-for-spec.js';

const conditions: readonly AlertCondition[] = [
  { kind: 'plan-band', untilBaseline: ['spec'], minimumCases: 20, confidence: 0.95 },
  { kind: 'off-trajectory', minimumCases: 20 },
  { kind: 'getting-worse', minimumCases: 20, byMonthlyChange: {}, leftOut: {}, quietMonths: 3 },
  { kind: 'target-unlikely', below: 10, clearAt: 20, fromMonth: 12, minimumCases: 20 },
  {
    ...{ kind: 'gain-with-side-effect', gain: 10, sideEffect: 5, z: 3.09 },
    ...{ within: 3, clearAfter: 6, minimumCases: 20 },
  },
  {
    ...{ kind: 'backlog-building', outflow: 'other', months: 6, times: 3 },
    ...{ clearTimes: 2.5, running: 3, minimumWaiting: 20 },
  },
];

const counts = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 30 }))
  .map(([some, all]): Told => [Math.min(some, all), all]);
const months = fc.array(
  fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 12, arbitrary: counts }),
  {
    minLength: 2,
    maxLength: 48,
  },
);

describe('what a condition says of a month', () => {
  it.each(conditions.map((condition) => [condition.kind, condition] as const))(
    'is not changed by later months: %s',
    (_kind, condition) => {
      fc.assert(
        fc.property(months, months, fc.integer({ min: 1, max: 48 }), (told, other, upTo) => {
          const plan = planOf([
            { from: '2022-06-01', value: 60 },
            { from: '2026-01-01', value: 80 },
          ]);
          const of = { balancedBy: [{ metric: 'other', adverse: 'up' as const }] };
          const judged = (count: number) =>
            judgeCondition(condition, {
              series: watchedOf(told.slice(0, count), { plan, of }),
              beside: () => watchedOf(other.slice(0, count), { of: { code: 'other' } }),
              funnels: [],
            });
          const cut = Math.min(upTo, told.length);
          expect(judged(cut)).toEqual(judged(told.length).slice(0, cut));
        }),
        { numRuns: 100 },
      );
    },
  );
});
