import { TOLERANCE, type Limits } from './ranges.js';

/** A primary is protected if the release says no more of it than the rule does: that it may be 1, and may be S. */
export const isProtected = ({ lo, hi }: Limits, largest: number): boolean =>
  Math.ceil(lo - TOLERANCE) <= 1 && (hi === null || Math.floor(hi + TOLERANCE) >= largest);

export const isRecovered = ({ lo, hi }: Limits): boolean => hi !== null && hi - lo <= TOLERANCE;

/** Whole numbers in the limits beyond the S that are required: with two or more an integer attacker hardly does better. */
export const spareOf = ({ lo, hi }: Limits, largest: number): number =>
  (hi === null ? Number.POSITIVE_INFINITY : Math.floor(hi + TOLERANCE)) -
  Math.ceil(lo - TOLERANCE) +
  1 -
  largest;
