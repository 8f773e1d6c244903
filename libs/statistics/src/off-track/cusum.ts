const { max } = Math;

/**
 * One step of a one-sided cumulative sum: what is left of the shortfalls so far (0 or above) after this one (in sigmas,
 * positive when worse than expected), less the allowance. Source: Page (1954).
 */
export const nextSum = (sum: number, shortfall: number, allowance: number): number =>
  max(0, sum + shortfall - allowance);

/** The cumulative sums after each of these shortfalls, from 0. */
export function sumPath(shortfalls: readonly number[], allowance: number): number[] {
  let sum = 0;
  return shortfalls.map((shortfall) => (sum = nextSum(sum, shortfall, allowance)));
}
