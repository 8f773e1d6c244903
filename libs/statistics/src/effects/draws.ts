/** Uniform numbers from 0 to below 1. */
export type Random = () => number;

/** Random draws where there are too many possibilities to go through. */
export const DRAWS = 9_999;

/** The seed where a case brings none. */
export const DEFAULT_SEED = 1;

/** A seed that may be stored and used again: a whole number from 0 to 2³² − 1. */
export const isSeed = (seed: number): boolean =>
  Number.isInteger(seed) && seed >= 0 && seed <= 0xffff_ffff;
