import type { Random } from './seeded-random.js';

// Taken out of Math once: these stand in the innermost loops of simulations.
const { exp, floor, log, sqrt } = Math;

/** Above this, e^−mean and (1 − p)ⁿ would lose their digits; the draw is the sum of two of half the size. */
const MOST_AT_ONCE = 500;

/** A draw of the normal distribution with mean 0 and standard deviation 1. Source: Marsaglia's polar method (1964). */
export function normalDraw({ uniform }: Random): number {
  for (;;) {
    const x = 2 * uniform() - 1;
    const y = 2 * uniform() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * sqrt((-2 * log(square)) / square);
  }
}

/**
 * A draw of Student's t with 5 degrees of freedom (variance 5/3): a normal draw over the root of a fifth of a chi-squared
 * one, itself two exponential draws and the square of a normal one.
 */
export function t5Draw(random: Random): number {
  const z = normalDraw(random);
  const last = normalDraw(random);
  const four = -2 * log((1 - random.uniform()) * (1 - random.uniform()));
  return z / sqrt((four + last * last) / 5);
}

/** A draw of the Poisson distribution; 0 for a mean of 0 or below, or no number. Source: sequential inversion. */
export function poissonDraw(random: Random, mean: number): number {
  if (!(mean > 0) || mean === Infinity) return 0;
  if (mean > MOST_AT_ONCE) {
    return poissonDraw(random, mean / 2) + poissonDraw(random, mean / 2);
  }
  let left = random.uniform();
  let chance = exp(-mean);
  let count = 0;
  while (left >= chance && chance > 0) {
    left -= chance;
    count += 1;
    chance *= mean / count;
  }
  return count;
}

/**
 * A draw of how many of `trials` independent cases, each with chance `probability`, succeed; 0 where there are no cases, the
 * probability held to 0 to 1. Source: sequential inversion, from the side with fewer cases.
 */
export function binomialDraw(random: Random, trials: number, probability: number): number {
  if (!(trials > 0) || !(probability > 0)) return 0;
  if (probability >= 1) return trials;
  if (probability > 0.5) return trials - binomialDraw(random, trials, 1 - probability);
  if (trials > MOST_AT_ONCE) {
    const half = floor(trials / 2);
    return (
      binomialDraw(random, half, probability) + binomialDraw(random, trials - half, probability)
    );
  }
  const odds = probability / (1 - probability);
  let left = random.uniform();
  let chance = (1 - probability) ** trials;
  let count = 0;
  while (left >= chance && count < trials) {
    left -= chance;
    count += 1;
    chance *= ((trials - count + 1) / count) * odds;
  }
  return count;
}
