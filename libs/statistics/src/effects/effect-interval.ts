import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Fewer councils than this on either side: no interval and no p. */
export const LEAST_COUNCILS = 5;
/** From this many on both sides the normal distribution serves. */
const MANY_COUNCILS = 20;
/** Student's t with this many degrees of freedom is the normal distribution to nine digits. */
const NORMAL = 1e10;

export interface IntervalInput {
  readonly att: number;
  readonly se: number | null;
  readonly treated: number;
  readonly controls: number;
  /** 0.95 when absent. */
  readonly level?: number;
  /** How many intervals must hold together (Bonferroni); 1 when absent. */
  readonly together?: number;
}

export interface EffectInterval {
  readonly method: 'normal' | 't';
  /** Treated councils less one; null for the normal distribution. */
  readonly df: number | null;
  readonly lower: number;
  readonly upper: number;
}

/** Whether there are councils enough, five on each side, for an interval or a p to mean anything. */
export const enoughCouncils = (treated: number, controls: number): boolean =>
  treated >= LEAST_COUNCILS && controls >= LEAST_COUNCILS;

/** Whether there are councils enough, 20 on each side, for the normal distribution. */
export const manyCouncils = (treated: number, controls: number): boolean =>
  treated >= MANY_COUNCILS && controls >= MANY_COUNCILS;

/**
 * The interval that may be shown for an effect: normal with 20 councils or more on both sides, otherwise Student's t with
 * treated − 1 degrees of freedom. Null with fewer than five on either side, without an error, and for a level that is not
 * between 0 and 1. Source: Student (1908); Bonferroni (1936), where several must hold together.
 */
export function effectInterval(input: IntervalInput): EffectInterval | null {
  const { att, se, treated, controls, level = 0.95, together = 1 } = input;
  if (se === null || !enoughCouncils(treated, controls)) return null;
  if (!(level > 0 && level < 1) || !(together >= 1)) return null;
  const many = manyCouncils(treated, controls);
  const df = many ? null : treated - 1;
  const reach = se * tQuantile(1 - (1 - level) / (2 * together), df ?? NORMAL);
  return { method: many ? 'normal' : 't', df, lower: att - reach, upper: att + reach };
}
