import { alertPath, type RuleMonth } from './alert-path.js';
import type { RuleReason, RuleStanding } from './assessment-types.js';
import type { OrientedFigure, SumJudge } from './sum-judge.js';

type Judged = NonNullable<RuleMonth> & { readonly measure: number; readonly reason: RuleReason };

export type SumMonth = {
  readonly figure: OrientedFigure;
  /** The plan's oriented level; left out for rule A. */
  readonly level?: number;
  readonly muted: boolean;
};

/**
 * Rule A (months without a level) or B (with one) month by month. Above its limit the sum is carried on as the limit: an alarm
 * is the same, and one that has lasted for years does not take years to clear.
 */
export function sumRulePath(months: readonly SumMonth[], judge: SumJudge): RuleStanding[] {
  let sum = 0;
  const judged = months.map(({ figure, level, muted }): Judged | null => {
    const next = judge.next(sum, figure, level ?? null);
    if (next === null) return null;
    sum = Math.min(next, judge.limit);
    const extreme = level === undefined && judge.isExtreme(figure);
    const above = next > judge.limit;
    return {
      measure: next,
      alarm: above || extreme,
      calm: next <= judge.limit / 2 && !extreme,
      muted,
      reason: above ? 'SUM_ABOVE_LIMIT' : extreme ? 'SINGLE_VALUE' : 'INSIDE_LIMIT',
    };
  });
  return standings(judged);
}

/** Rule C alerts below the first, and is calm from the second on. */
const [UNLIKELY, CALM] = [0.1, 0.2];
const FIRST_MONTH = 12;

export type ChanceMonth = {
  /** Counted from 1 at the first month after the baseline. */
  readonly month: number;
  /** Null where there is no forecast. */
  readonly pMet: number | null;
  readonly muted: boolean;
};

/** Rule C month by month: two observed months in a row below 10%, the second of them month 12 of monitoring or later. */
export function chanceRulePath(months: readonly ChanceMonth[]): RuleStanding[] {
  let before = false;
  const judged = months.map(({ month, pMet, muted }): Judged | null => {
    if (pMet === null) return null;
    const below = pMet < UNLIKELY;
    const alarm = below && before && month >= FIRST_MONTH;
    before = below;
    return {
      measure: pMet,
      alarm,
      calm: pMet >= CALM,
      muted,
      reason: alarm ? 'CHANCE_BELOW_LIMIT' : 'INSIDE_LIMIT',
    };
  });
  return standings(judged);
}

function standings(judged: readonly (Judged | null)[]): RuleStanding[] {
  return alertPath(judged).map((standing, at) => {
    const month = judged[at] ?? null;
    if (month === null) return { ...standing, measure: null, reason: 'NO_FIGURE' };
    const waiting = standing.open && !month.alarm;
    return {
      ...standing,
      measure: month.measure,
      reason: waiting ? 'NOT_YET_CLEAR' : month.reason,
    };
  });
}
