import { seededRandom } from '#statistics/random';
import type { AlertCase } from './alert-states.js';

/** `for` and `keep_firing_for` go from 0 to this, in our periods. */
const MOST_PERIODS = 6;
const LONGEST = 120;

type Rule = Pick<AlertCase, 'forPeriods' | 'keepFiringFor'>;
type Draw = () => number;
/** Draws how long the next stretch of breaches, or of clears, lasts; at least 1. */
type Shape = (draw: Draw, rule: Rule) => (isBreach: boolean) => number;

const upTo = (draw: Draw, n: number): number => Math.floor(draw() * n);
/** The length of a stretch that ends after each step with this probability. */
function geometric(draw: Draw, ends: number): number {
  let length = 1;
  while (length < LONGEST && draw() >= ends) length += 1;
  return length;
}

const SHAPES: readonly Shape[] = [
  // Never, always, or changed once.
  (draw) => (isBreach) => (isBreach === draw() < 0.5 ? LONGEST : 1 + upTo(draw, LONGEST)),
  // To and fro at each step, now and then for two.
  (draw) => () => (draw() < 0.9 ? 1 : 2),
  // By the toss of a coin.
  (draw) => () => geometric(draw, 0.5),
  // As long for breaches, and for clears, as the series has it: short against long too.
  (draw) => {
    const [breach, clear] = [0.03 + 0.6 * draw(), 0.03 + 0.6 * draw()];
    return (isBreach) => geometric(draw, isBreach ? breach : clear);
  },
  // One less than the rule asks for, as much, or one more: where machines differ that count differently.
  (draw, { forPeriods, keepFiringFor }) =>
    (isBreach) =>
      Math.max(1, (isBreach ? forPeriods : keepFiringFor) - 1 + upTo(draw, 3)),
];

/**
 * `size` series of one length, from 1 to 120 steps, with rules in turn from `first` on, so that batches go round all rules.
 * The same seed and the same `first` give the same cases.
 */
export function generateCases(
  seed: number,
  { first, size }: { readonly first: number; readonly size: number },
): readonly AlertCase[] {
  const { uniform } = seededRandom(`${seed} alerts from ${first}`);
  const length = 1 + upTo(uniform, LONGEST);
  const rules = MOST_PERIODS + 1;
  return Array.from({ length: size }, (_, n) => {
    const turn = first + n;
    const rule = { forPeriods: turn % rules, keepFiringFor: Math.floor(turn / rules) % rules };
    const shape = SHAPES[upTo(uniform, SHAPES.length)] ?? SHAPES[0];
    const stretch = shape?.(uniform, rule) ?? (() => 1);
    let series = '';
    for (let isBreach = uniform() < 0.5; series.length < length; isBreach = !isBreach)
      series += (isBreach ? '1' : '0').repeat(stretch(isBreach));
    return { series: series.slice(0, length), ...rule };
  });
}
