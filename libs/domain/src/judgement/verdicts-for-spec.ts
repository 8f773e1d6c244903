import fc from 'fast-check';
import { monthOf } from '../periods/index.js';
import type { Persistence } from './fold-episodes.js';
import type { Verdict } from './judgement-types.js';

const KINDS = {
  b: 'breach',
  c: 'clear',
  h: 'hold',
  n: 'no-data',
  x: 'not-judged',
} as const satisfies Record<string, Verdict['kind']>;
export type Letter = keyof typeof KINDS;

/** One verdict a month from January 2000: b breach, c clear, h hold, n no data, x not judged. */
export const verdictsOf = (letters: string): readonly Verdict[] =>
  [...letters].map((letter, index) => ({
    period: monthOf(2000 + Math.floor(index / 12), (index % 12) + 1),
    kind: KINDS[letter as Letter],
    reason: `${letter} ${index}.`,
  }));

/** Verdicts as letters, with gaps and holds among them, and runs long enough to fire and to resolve. */
export const anyLetters = fc
  .array(
    fc.tuple(
      fc.constantFrom<Letter>('b', 'b', 'b', 'c', 'c', 'h', 'n', 'x'),
      fc.integer({ min: 1, max: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((runs) => runs.map(([letter, length]) => letter.repeat(length)).join(''));

export const anyPersistence: fc.Arbitrary<Persistence> = fc.record({
  forPeriods: fc.integer({ min: 0, max: 5 }),
  keepFiringFor: fc.integer({ min: 0, max: 5 }),
});
