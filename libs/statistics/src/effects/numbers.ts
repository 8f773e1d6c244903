/** The entry at a place that is known to exist. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] ?? 0;

export function sumOf(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export const meanOf = (values: ArrayLike<number> & Iterable<number>): number =>
  sumOf(values) / values.length;

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < a.length; index += 1) total += at(a, index) * at(b, index);
  return total;
}

const LARGEST = 1e15;

/** A number that is small enough for sums of squares and of their products to stay finite. */
export const isFigure = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= LARGEST;

/** Whether data from outside has an object here; it does not narrow, so that the declared type stays. */
export const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
