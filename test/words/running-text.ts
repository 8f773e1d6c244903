/** Stands for whatever a sentence is given: a name, a number, another sentence. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_, key) =>
    key === Symbol.toPrimitive
      ? (hint: string) => (hint === 'number' ? 3 : 'Rutland')
      : key === Symbol.iterator
        ? [][Symbol.iterator]
        : anything,
  apply: () => anything,
});

/** What a part of the catalogue says: its texts, and its sentences with something in their gaps. */
export function textsOf(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function') return textsOf(said(part as (...args: unknown[]) => unknown));
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsOf) : [];
}

/** Null for a sentence that chooses by what it is given, and so says nothing of `anything`. */
function said(sentence: (...args: unknown[]) => unknown): unknown {
  try {
    const text = sentence(...Array.from({ length: 9 }, () => anything));
    return typeof text === 'string' && !text.includes('undefined') ? text : null;
  } catch {
    return null;
  }
}

/** Running text alone: names of fields and buttons are no sentences, and would only flatter the count. */
export const isRunning = (text: string): boolean => /[.?!:]$/.test(text.trim());
