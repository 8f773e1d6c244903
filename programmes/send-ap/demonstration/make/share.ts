import { apportion } from './apportion.js';
import type { Random } from './random.js';

export type Share = {
  /** The numerators of the months add up to it. */
  readonly total: number;
  readonly wholes: readonly number[];
  /** Percentages that the path goes through, before it is shifted to give the total. */
  readonly levels: readonly number[];
  /** Months whose numerator is told. */
  readonly fixed: readonly (number | undefined)[];
  readonly smooth: boolean;
};

const HALVINGS = 60;

/**
 * The months' numerators of a percentage: binomial around a path whose odds are multiplied by one number so that the year
 * is expected to give its total, then moved by single cases until it does. `smooth` leaves chance out.
 */
export function dealShare(share: Share, random: Random): number[] {
  const { wholes, fixed, total } = share;
  const told = fixed.reduce((sum: number, one) => sum + (one ?? 0), 0);
  const free = wholes.map((whole, i) => (fixed[i] === undefined ? whole : 0));
  const chances = shifted(free, share.levels, total - told);
  const expected = free.map((whole, i) => whole * (chances[i] ?? 0));
  const dealt = share.smooth
    ? apportion(total - told, expected, free)
    : exactly(
        total - told,
        free.map((whole, i) => binomial(whole, chances[i] ?? 0, random)),
        {
          free,
          random,
        },
      );
  return dealt.map((one, i) => fixed[i] ?? one);
}

function shifted(
  wholes: readonly number[],
  levels: readonly number[],
  total: number,
): readonly number[] {
  const within = levels.map((level) => Math.min(0.999, Math.max(0.001, level / 100)));
  const by = (odds: number): readonly number[] =>
    within.map((p) => (odds * p) / (1 - p + odds * p));
  const expected = (odds: number): number =>
    by(odds).reduce((sum, p, i) => sum + p * (wholes[i] ?? 0), 0);
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (expected(middle / (1 - middle)) < total) low = middle;
    else high = middle;
  }
  return by(low / (1 - low));
}

const binomial = (n: number, p: number, random: Random): number =>
  Array.from({ length: n }, random.unit).filter((u) => u < p).length;

/** Adds or takes away single cases, each where there are most of the kind to take it from. */
function exactly(
  total: number,
  drawn: readonly number[],
  { free, random }: { free: readonly number[]; random: Random },
): number[] {
  const parts = [...drawn];
  for (let left = total - parts.reduce((a, b) => a + b, 0); left !== 0; left -= Math.sign(left)) {
    const room = parts.map((part, i) => (left > 0 ? (free[i] ?? 0) - part : part));
    const at = pick(room, random);
    parts[at] = (parts[at] ?? 0) + Math.sign(left);
  }
  return parts;
}

/** A place, with a chance that is proportional to its weight. Throws when all weights are 0. */
function pick(weights: readonly number[], random: Random): number {
  let left = random.unit() * weights.reduce((a, b) => a + b, 0);
  for (const [i, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return i;
  }
  throw new Error('there is no room for the total');
}
