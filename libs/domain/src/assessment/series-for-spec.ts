import type { JudgedPoint } from './judged-point.js';
import { monthOf } from '../periods/index.js';
import type { AssessedInput } from './assessment-types.js';

/** One month's figure: a number, how many of how many, or none. */
export type Told = number | readonly [numerator: number, denominator: number] | null;

/** Months from January 2022 on; a pair is a percentage with its counts. */
const monthsOf = (told: readonly Told[]): readonly JudgedPoint[] =>
  told.map((one, index) => {
    const counts = typeof one === 'number' || one === null ? null : one;
    const value = typeof one === 'number' ? one : counts && (counts[0] / counts[1]) * 100;
    return {
      period: monthOf(2022 + Math.floor(index / 12), (index % 12) + 1),
      numerator: counts && String(counts[0]),
      denominator: counts && String(counts[1]),
      value: value === null ? null : String(value),
      state: value === null ? 'missing' : 'value',
      standing: value === null ? null : 'approved',
    };
  });

/** A monthly percentage where more is better, without plan, go-live or decisions. */
export const seriesOf = (
  told: readonly Told[],
  more: Partial<AssessedInput> = {},
): AssessedInput => ({
  metric: {
    ...{ code: 'spec', major: 1, type: 'measure', unit: 'percent', basis: 'flow' },
    ...{ direction: 'up', decimals: 1 },
  },
  points: monthsOf(told),
  ...{ plan: null, goLive: null, rebases: [], baseline: null },
  newest: { matured: true, tooLate: false },
  ...more,
});
