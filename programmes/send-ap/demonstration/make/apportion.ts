/**
 * Divides a whole number by weights (Hamilton's method of largest remainders; a tie goes to the earlier place): whole
 * numbers, none above its `most`, whose sum is the total. Throws when the total is more than all places hold.
 */
export function apportion(
  total: number,
  weights: readonly number[],
  most: readonly number[] = weights.map(() => Infinity),
): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (sum > 0 ? (total * weight) / sum : 0));
  const parts = exact.map((part, i) => Math.min(Math.floor(part), most[i] ?? 0));
  let left = total - parts.reduce((a, b) => a + b, 0);
  const turns = exact
    .map((part, i) => ({ i, remainder: part - Math.floor(part), weight: weights[i] ?? 0 }))
    .sort((a, b) => b.remainder - a.remainder || b.weight - a.weight || a.i - b.i);
  while (left > 0) {
    const before = left;
    for (const { i } of turns) {
      if (left === 0 || (parts[i] ?? 0) >= (most[i] ?? 0)) continue;
      parts[i] = (parts[i] ?? 0) + 1;
      left -= 1;
    }
    if (left === before) throw new Error(`${total} do not fit into ${most.join(', ')}`);
  }
  return parts;
}
