/** A numerator and its denominator; null or nothing where it is not known. */
export type Counts = { readonly numerator?: number | null; readonly denominator?: number | null };

/** `INVALID_VALUE`: no finite number, or too large for a count. `INVALID_COUNTS`: negative, or a part larger than its whole. */
export function countFault(
  { numerator, denominator }: Counts,
  isPart: boolean,
): 'INVALID_VALUE' | 'INVALID_COUNTS' | null {
  const [above, below] = [numerator ?? 0, denominator ?? 0];
  if (!isSized(above) || !isSized(below)) return 'INVALID_VALUE';
  if (above < 0 || below < 0) return 'INVALID_COUNTS';
  const both = typeof numerator === 'number' && typeof denominator === 'number';
  return isPart && both && above > below ? 'INVALID_COUNTS' : null;
}

const isSized = (value: unknown): boolean =>
  typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;

/** Strictly outside of the limits, by more than the noise of the arithmetic. */
export const isBeyond = (value: number, [low, high]: readonly [number, number]): boolean =>
  value - high > 1e-9 * Math.abs(high) || low - value > 1e-9 * Math.abs(low);
