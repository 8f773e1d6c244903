/**
 * P-values of several metrics of one reform, adjusted so that the chance of any false alarm stays at the level: the
 * smallest times their number, the next times one fewer, and so on, never falling, at most 1. In the given order; null (no
 * p) stays null and does not count. Source: Holm (1979).
 */
export function holmAdjust(values: readonly (number | null)[]): (number | null)[] {
  const adjusted: (number | null)[] = values.map(() => null);
  const ranked = values
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .sort((a, b) => a.p - b.p);
  let highest = 0;
  ranked.forEach(({ p, index }, rank) => {
    highest = Math.min(1, Math.max(highest, p * (ranked.length - rank)));
    adjusted[index] = highest;
  });
  return adjusted;
}
