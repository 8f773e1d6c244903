/** The candidate that takes the fewest letters changed, added or left out; null when none is near. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  const scored = candidates.map((candidate) => ({
    candidate,
    steps: stepsBetween(text.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = scored.reduce<{ candidate: string; steps: number } | null>(
    (a, b) => (a && a.steps <= b.steps ? a : b),
    null,
  );
  return best && best.steps <= Math.max(2, text.length / 3) ? best.candidate : null;
}

/** Levenshtein's distance, bounded by the lengths of codes. */
function stepsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 12) return 99;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min((row[j - 1] ?? 0) + 1, (before[j] ?? 0) + 1, (before[j - 1] ?? 0) + same);
    }
    before = row;
  }
  return before[b.length] ?? 99;
}
