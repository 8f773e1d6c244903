import { apportion } from './apportion.js';
import type { Random } from './random.js';

export type Flow = {
  readonly total: number;
  /** What is expected of each month, up to a common factor. */
  readonly weights: readonly number[];
  readonly fixed: readonly (number | undefined)[];
};

/** The months' counts of something that happens: as much by chance as counts vary (Poisson), adding up to the total. */
export function dealFlow({ total, weights, fixed }: Flow, random: Random): number[] {
  const told = fixed.reduce((sum: number, one) => sum + (one ?? 0), 0);
  const sum = weights.reduce((a, b) => a + b, 0);
  const noisy = weights.map((weight, i) => {
    const expected = (total * weight) / sum;
    const chance = Math.sqrt(expected) * random.normal();
    return fixed[i] === undefined ? Math.max(expected / 4, expected + chance) : 0;
  });
  const left = total - told;
  if (left < 0) throw new Error(`the figures told add up to ${told}, the year only to ${total}`);
  return apportion(left, noisy).map((one, i) => fixed[i] ?? one);
}
