import { ODDS_RATIO, RATE_LIMIT } from './alert-limits.js';
import { sumPath } from './cusum.js';
import type { BetterWhen } from './oriented-baseline.js';
import { plannedShare, rateBaseline, rateWeight, type MonthCount } from './rate-cusum.js';
import { isBaseline, isDirection } from './series-case.js';

export type RateCase = {
  /** Numerators as sent, oldest first: whole numbers from 0 to the month's denominator. */
  readonly x: readonly number[];
  /** Denominators; a month with 0 is left out. */
  readonly n: readonly number[];
  readonly options: {
    /** Whether more of the numerator is better. */
    readonly improvementDirection: BetterWhen;
    /** How many of the months that have cases are the baseline: a whole number of at least 13. */
    readonly baselineN: number;
    /** How much worse the odds are that the sum looks for, over 1. Left out: 3. */
    readonly oddsRatio?: number;
    /** Left out: 4.5. */
    readonly h?: number;
    /**
     * The planned proportions of the last months, oriented as the numerator is: one for each month as sent, or one for each
     * monitored month that has cases. Months before a shorter plan are held to the baseline's share.
     */
    readonly plan?: readonly number[] | null;
  };
};

/** Lists hold one entry for each monitored month that has cases. */
export type RateResult = {
  readonly pTilde: number;
  readonly phi: number;
  readonly rarerPerMonth: number;
  readonly w: readonly number[];
  readonly c: readonly number[];
  /** Whether the sum is above its limit. */
  readonly alarm: readonly boolean[];
};

export type RateRefusal = {
  readonly error:
    'NOT_COUNTS' | 'INVALID_DIRECTION' | 'BASELINE_TOO_SHORT' | 'INVALID_PLAN' | 'INVALID_OPTION';
};

/**
 * Rule A on counts (A′), and rule B in its form where a plan is given: the cumulative sum of log-likelihood ratios for odds
 * of the good outcome that are `oddsRatio` times worse. Refuses with NOT_COUNTS (lists of unequal length, no whole numbers,
 * more in the numerator than in all), INVALID_DIRECTION, BASELINE_TOO_SHORT (fewer than 13 months with cases asked for or at
 * hand), INVALID_PLAN (no proportions) and INVALID_OPTION; never throws. Source: Steiner, Cook, Farewell and Treasure (2000).
 */
export function offTrackRate(input: RateCase): RateResult | RateRefusal {
  const { x, n, options } = input;
  if (!areCounts(x, n)) return { error: 'NOT_COUNTS' };
  if (!isDirection(options?.improvementDirection)) return { error: 'INVALID_DIRECTION' };
  const up = options.improvementDirection === 'increase';
  const kept = n.flatMap((all, at) => (all > 0 ? [{ at, all, x: x[at] ?? 0 }] : []));
  if (!isBaseline(options.baselineN, kept.length)) return { error: 'BASELINE_TOO_SHORT' };
  const { oddsRatio = ODDS_RATIO, h = RATE_LIMIT, plan = null } = options;
  if (!(oddsRatio > 1 && oddsRatio <= 1e6) || !(h >= 0)) return { error: 'INVALID_OPTION' };
  if (!isPlan(plan)) return { error: 'INVALID_PLAN' };
  const months = kept.map((month): MonthCount & { at: number } => ({
    at: month.at,
    all: month.all,
    good: up ? month.x : month.all - month.x,
  }));
  const baseline = rateBaseline(months.slice(0, options.baselineN));
  const monitored = months.slice(options.baselineN);
  const planned = plannedFor(monitored, { plan: plan ?? [], sent: n.length });
  const w = monitored.map((month, order) => {
    const proportion = planned(order);
    const share =
      proportion === undefined ? baseline.share : plannedShare(up ? proportion : 1 - proportion);
    return rateWeight(month, share, { dispersion: baseline.dispersion, oddsRatio });
  });
  const c = sumPath(w, 0);
  return {
    pTilde: baseline.share,
    phi: baseline.dispersion,
    rarerPerMonth: baseline.rarerPerMonth,
    w,
    c,
    alarm: c.map((sum) => sum > h),
  };
}

/** The plan's entry of a monitored month: by its order where the plan has one for each, else by its place as sent. */
function plannedFor(
  monitored: readonly { readonly at: number }[],
  { plan, sent }: { readonly plan: readonly number[]; readonly sent: number },
): (order: number) => number | undefined {
  if (plan.length === monitored.length) return (order) => plan[order];
  const first = sent - plan.length;
  return (order) => plan[(monitored[order]?.at ?? -1) - first];
}

function areCounts(x: unknown, n: unknown): boolean {
  if (!Array.isArray(x) || !Array.isArray(n) || x.length !== n.length) return false;
  return n.every((all: unknown, at) => {
    const some: unknown = x[at];
    return Number.isSafeInteger(all) && Number.isSafeInteger(some)
      ? Number(some) >= 0 && Number(some) <= Number(all)
      : false;
  });
}

const isPlan = (plan: unknown): boolean =>
  plan === null ||
  (Array.isArray(plan) && plan.every((p) => typeof p === 'number' && p >= 0 && p <= 1));
