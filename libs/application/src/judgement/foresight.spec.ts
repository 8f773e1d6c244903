import fc from 'fast-check';
import type { AgreedPlan, AssessedInput, JudgedPoint } from '#domain/assessment';
import {
  judgeCondition,
  watchSeries,
  type AlertCondition,
  type WatchedSeries,
} from '#domain/judgement';
import { monthOf, monthsBefore } from '#domain/periods';
import { Foresight } from './foresight.js';

const conditions: readonly AlertCondition[] = [
  { kind: 'plan-band', untilBaseline: ['spec'], minimumCases: 20, confidence: 0.95 },
  { kind: 'off-trajectory', minimumCases: 20 },
  { kind: 'getting-worse', minimumCases: 20, byMonthlyChange: {}, leftOut: {}, quietMonths: 3 },
  {
    ...{ kind: 'getting-worse', minimumCases: 0, byMonthlyChange: { spec: 2 } },
    ...{ leftOut: { spec: ['August'] }, quietMonths: 3 },
  },
  { kind: 'target-unlikely', below: 10, clearAt: 20, fromMonth: 12, minimumCases: 20 },
  { kind: 'published-floor', floor: 60, clearAt: 70, confidence: 0.95, minimumDenominator: 20 },
];
const FIRST = monthOf(2022, 1);
const plan: AgreedPlan = {
  ...{ councilId: 1, metric: 'spec', version: 1, status: 'agreed', interpolation: 'step' },
  ...{ tolerance: 5, agreedOn: '2022-01-01', note: '' },
  points: [
    { from: '2022-06-01', value: 60 },
    { from: '2026-01-01', value: 80 },
  ],
};

/** A month: how many of how many, suppressed, or nothing. */
const figures = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('c' as const, 'missing' as const) },
  { weight: 12, arbitrary: fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 30 })) },
);
const pointOf = (told: 'c' | 'missing' | readonly [number, number], at: number): JudgedPoint => {
  const period = monthsBefore(FIRST, -at);
  if (typeof told === 'string')
    return { period, numerator: null, denominator: null, value: null, state: told, standing: null };
  const [some, all] = [Math.min(...told), told[1]];
  return {
    ...{ period, numerator: String(some), denominator: String(all) },
    ...{ value: String((some / all) * 100), state: 'value', standing: 'approved' },
  };
};

const setting = fc.record({
  told: fc.array(figures, { minLength: 2, maxLength: 48 }),
  goLive: fc.option(fc.integer({ min: 0, max: 40 }).map((n) => monthsBefore(FIRST, -n).start)),
  rebase: fc.option(fc.integer({ min: 0, max: 40 }).map((n) => monthsBefore(FIRST, -n).start)),
  hasPlan: fc.boolean(),
  corrected: fc.option(fc.nat(47)),
});

const watchedOf = (points: readonly JudgedPoint[], more: Partial<AssessedInput>): WatchedSeries => {
  const metric: WatchedSeries['metric'] = {
    ...{ code: 'spec', type: 'measure', title: 'Plans in time', unit: 'percent', basis: 'flow' },
    ...{ direction: 'up', balancedBy: [] },
  };
  return watchSeries({
    metric,
    late: new Set(['2023 May']),
    input: {
      ...{ metric: { ...metric, major: 1, decimals: 1 }, points, plan: null, goLive: null },
      ...{ rebases: [], baseline: null, newest: { matured: true, tooLate: false } },
      ...more,
    },
  });
};
const alone = (series: WatchedSeries) => ({ series, beside: () => null, funnels: [] });

describe('judging every moment at once', () => {
  it.each(conditions.map((condition) => [condition.kind, condition] as const))(
    'says of each what judging it by itself says: %s',
    (_kind, condition) => {
      fc.assert(
        fc.property(setting, ({ told, goLive, rebase, hasPlan, corrected }) => {
          const first = told.map(pointOf);
          const more = {
            ...{ goLive, plan: hasPlan ? plan : null },
            rebases: rebase === null ? [] : [{ from: rebase, by: 'spec', reason: 'spec' }],
          };
          // Month after month comes; then, perhaps, one of them is corrected.
          const states = first.map((_, at) => watchedOf(first.slice(0, at + 1), more));
          const changed = first.map((point, at) =>
            at === corrected ? pointOf([1, 9], at) : point,
          );
          states.push(watchedOf(changed, more));
          const foresight = new Foresight();
          states.forEach((state, at) => foresight.note(states[at - 1] ?? null, state));
          for (const state of states)
            expect(foresight.verdicts(condition, alone(state))).toEqual(
              judgeCondition(condition, alone(state)),
            );
        }),
        { numRuns: 25 },
      );
    },
  );
});
