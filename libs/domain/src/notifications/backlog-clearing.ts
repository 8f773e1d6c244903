/** A drawn point as far as it matters here, oldest first. */
type Limited = { readonly value: number; readonly upper: number | null };

/**
 * Whether old cases are being cleared: the newest outflow (plans issued) lies above its own upper limit, and the stock
 * (children waiting) fell in each of the last `months`. Fewer months than that say nothing; a month without a number of the
 * stock breaks the row.
 */
export function isBacklogBeingCleared(
  outflow: readonly Limited[],
  stock: readonly (number | null)[],
  months: number,
): boolean {
  const newest = outflow.at(-1);
  if (!newest || newest.upper === null || newest.value <= newest.upper) return false;
  const lately = stock.slice(-(months + 1));
  return (
    lately.length === months + 1 &&
    lately.every((value, at) => {
      const before = lately[at - 1];
      return value !== null && (at === 0 || (typeof before === 'number' && value < before));
    })
  );
}

/** The numbers of a chart's points month by month, null where a month has none. */
export const everyMonth = (
  points: readonly { readonly value: number; readonly gapBefore: number }[],
): readonly (number | null)[] =>
  points.flatMap(({ value, gapBefore }) => [...Array<null>(gapBefore).fill(null), value]);
