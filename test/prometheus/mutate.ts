const LETTERS = ['.', 'p', 'f', 'r'] as const;

/**
 * The states of a batch with one step of one case changed to another state, and in how many expectations that shows: the
 * one that it is taken from and the one that it is put in; being inactive is nobody's.
 */
export function mutate(
  states: readonly string[],
  draw: () => number,
): { readonly changed: readonly string[]; readonly places: number } {
  const upTo = (n: number): number => Math.floor(draw() * n);
  const id = upTo(states.length);
  const before = states[id] ?? '';
  const step = upTo(before.length);
  const letter = before[step];
  const others = LETTERS.filter((one) => one !== letter);
  const other = others[upTo(others.length)] ?? '.';
  const after = before.slice(0, step) + other + before.slice(step + 1);
  return {
    changed: states.map((one, index) => (index === id ? after : one)),
    places: [letter, other].filter((one) => one !== '.').length,
  };
}
