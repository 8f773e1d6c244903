import type { Candidate } from '../candidate.js';

/** The middle number, or the mean of the middle two; 0 for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** What was sent of a month and holds so far, with its number. */
export type SentNumber = { readonly candidate: Candidate; readonly value: number };

/** The numbers that were sent now and that no rule has refused. */
export const sentNumbers = (candidates: readonly Candidate[]): readonly SentNumber[] =>
  candidates.flatMap((candidate) =>
    candidate.blocked || candidate.value === null
      ? []
      : [{ candidate, value: Number(candidate.value) }],
  );
