/**
 * The answers for all items in their order, with at most `atOnce` (at least 1) of them worked on at any time. Rejects with
 * the first rejection.
 */
export async function allOf<Item, Answer>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers = new Array<Answer>(items.length);
  const rest = items.entries();
  const one = async (): Promise<void> => {
    // Every turn takes the next item of the same list.
    for (const [index, item] of rest) answers[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return answers;
}
