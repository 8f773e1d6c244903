import { binomialUpperTail } from '../../small-numbers/index.js';

/** How seldom chance alone may do it. */
const LEVEL = 0.01;

export type ShareCheck = {
  /** How many of `of` did it. */
  readonly count: number;
  readonly of: number;
  /** The chance of as many or more; 1 where there is nothing to look at. */
  readonly chance: number;
  readonly flagged: boolean;
};

/** Whether more of them did it than the expected share allows: the one-sided exact binomial test, at 1% or `level`. */
export function shareCheck(
  count: number,
  of: number,
  { expected, level = LEVEL }: { readonly expected: number; readonly level?: number | undefined },
): ShareCheck {
  const chance = of === 0 ? 1 : binomialUpperTail(of, count, expected);
  return { count, of, chance, flagged: chance <= level };
}
