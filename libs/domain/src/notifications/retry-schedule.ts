const MINUTE = 60_000;

/** How often a message is tried before it waits for a person, and the ceilings of the waits between, in milliseconds. */
export const RETRIES = { most: 12, first: 2 * MINUTE, longest: 360 * MINUTE } as const;

/** A wait is at least this long, so that a message is never due again at the moment at which it failed. */
const SHORTEST = 1_000;

/** The ceiling of the wait after so many attempts: it doubles, up to six hours. */
export const retryCeiling = (tries: number): number =>
  Math.min(RETRIES.longest, RETRIES.first * 2 ** (tries - 1));

/**
 * When a message that failed is tried again: at a random moment below a ceiling that doubles ("full jitter", Brooker,
 * "Exponential Backoff and Jitter", AWS 2015), so that what failed together does not come back together. All attempts
 * lie within 27 hours. Null when it was tried as often as it is.
 * @param tries attempts so far, from 1.
 * @param uniform a number from 0 up to, not including, 1.
 */
export function nextAttempt(tries: number, failedAt: Date, uniform: number): Date | null {
  if (tries >= RETRIES.most) return null;
  const wait = SHORTEST + Math.floor(uniform * (retryCeiling(tries) - SHORTEST));
  return new Date(failedAt.getTime() + wait);
}
