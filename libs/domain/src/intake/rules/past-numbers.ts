import { monthsBefore } from '../../periods/index.js';
import type { Candidate } from '../candidate.js';
import type { MonthFigures, Months } from './month-figures.js';

/** The numbers of a box in the months before one, oldest first; null for a month without a number. */
export const pastNumbers = (
  months: Months,
  { councilId, period }: Pick<MonthFigures, 'councilId' | 'period'>,
  { box, count }: { readonly box: string; readonly count: number },
): readonly (number | null)[] =>
  Array.from({ length: count }, (_, index) => {
    const value = months.of(councilId, monthsBefore(period, count - index)).value(box);
    return value === null ? null : Number(value);
  });

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
