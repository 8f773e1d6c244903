import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';

/**
 * The chance of `least` or more of `trials` independent cases, each with chance `probability` (0 to 1): the p-value of the
 * one-sided exact binomial test. 1 for `least` 0 or below, 0 above `trials`. Taken as the lower tail of the cases that
 * fail, so that a small chance keeps its digits.
 */
export function binomialUpperTail(trials: number, least: number, probability: number): number {
  if (least <= 0) return 1;
  if (least > trials) return 0;
  return binomialCdf(trials - least, trials, 1 - probability);
}
