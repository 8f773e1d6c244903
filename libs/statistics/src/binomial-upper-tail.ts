import { incompleteBeta } from './incomplete-beta.js';

/**
 * The chance of `least` or more of `trials` independent cases, each with chance `probability` (0 to 1): the p-value of the
 * one-sided exact binomial test. 1 for `least` 0 or below, 0 above `trials`. Source: the beta form of the binomial tail.
 */
export function binomialUpperTail(trials: number, least: number, probability: number): number {
  if (least <= 0) return 1;
  if (least > trials) return 0;
  return incompleteBeta(probability, least, trials - least + 1);
}
