import { shareCheck, type ShareCheck } from './share-check.js';

/** Two of the ten last digits. */
const CHANCE = 0.2;

export type HeapingOptions = {
  /** Smaller numbers are not looked at: 20 when left out. */
  readonly smallest?: number;
  /** With fewer numbers to look at nothing is flagged: 20 when left out. */
  readonly fewest?: number;
  /** How seldom chance alone may do it: 1% when left out. */
  readonly level?: number;
};

/** Whether whole numbers end in 0 or 5 more often than chance: the one-sided exact binomial test. */
export function lastDigitHeaping(
  numbers: readonly number[],
  { smallest = 20, fewest = 20, level }: HeapingOptions = {},
): ShareCheck {
  const looked = numbers.filter((n) => Number.isInteger(n) && n >= smallest);
  const heaped = looked.filter((n) => n % 5 === 0).length;
  const check = shareCheck(heaped, looked.length, { expected: CHANCE, level });
  return looked.length < fewest ? { ...check, flagged: false } : check;
}
