import type { EesOddity, OddityKind } from './reading.js';

const MOST_EXAMPLES = 3;

/** `1 row`, `2 rows`. */
export const counted = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? '' : 's'}`;

type Say = (examples: string, count: number) => string;
type Note = {
  readonly kind: OddityKind;
  readonly say: Say;
  places: readonly string[];
  count: number;
  others: boolean;
};

/**
 * Counts what is odd by kind and subject, and keeps the first few places in the order of their text, so that the
 * sentence is the same however the file's rows were ordered.
 */
export class OddityNotes {
  private readonly notes = new Map<string, Note>();

  /** `place` is where; `say` makes the sentence from a few places and the number of times. */
  add(kind: OddityKind, subject: string, at: { place: string; say: Say }): void {
    const key = `${kind} ${subject}`;
    const note = this.notes.get(key) ?? { kind, say: at.say, places: [], count: 0, others: false };
    note.count += 1;
    if (!note.places.includes(at.place)) {
      const places = [...note.places, at.place].toSorted();
      note.places = places.slice(0, MOST_EXAMPLES);
      note.others ||= places.length > MOST_EXAMPLES;
    }
    this.notes.set(key, note);
  }

  list(): readonly EesOddity[] {
    return [...this.notes]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { kind, say, places, count, others }]) => ({
        kind,
        count,
        sentence: say(`${places.join('; ')}${others ? ' and others' : ''}`, count),
      }));
  }
}
