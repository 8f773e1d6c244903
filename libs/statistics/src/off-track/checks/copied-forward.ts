/** The fewest equal figures in a row that look copied. */
const FEWEST = 3;

export type CopiedForward = { readonly repeated: number; readonly flagged: boolean };

/**
 * Whether the newest figures look copied from month to month: how many of the last values, the newest among them, are equal,
 * flagged from three on. Zeros are not counted: none this month is a usual figure. Gaps (null) are passed over.
 */
export function copiedForward(values: readonly (number | null)[]): CopiedForward {
  const observed = values.filter((value) => value !== null);
  const newest = observed.at(-1);
  if (newest === undefined || newest === 0) return { repeated: 0, flagged: false };
  const other = observed.findLastIndex((value) => value !== newest);
  const repeated = observed.length - 1 - other;
  return { repeated, flagged: repeated >= FEWEST };
}
