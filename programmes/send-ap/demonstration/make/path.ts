import { FIRST_YEAR, indexOfMonth } from './months.js';

/** Where a path goes through: a level at a month. */
export type Points = Readonly<Record<string, number>>;

/**
 * A level for every month, straight between the points and flat beyond them. Each year's own level stands in its middle;
 * points of the story take the place of those that lie between the story's first and last.
 */
export function pathThrough(
  yearly: ReadonlyMap<number, number>,
  told: Points | undefined,
  months: number,
): readonly number[] {
  const own = Object.entries(told ?? {}).map(
    ([month, level]) => [indexOfMonth(month), level] as const,
  );
  const [first, last] = [Math.min(...own.map(([at]) => at)), Math.max(...own.map(([at]) => at))];
  const points = [...yearly]
    .map(([year, level]) => [(year - FIRST_YEAR) * 12 + 5.5, level] as const)
    .filter(([at]) => own.length === 0 || at < first || at > last)
    .concat(own)
    .sort(([a], [b]) => a - b);
  return Array.from({ length: months }, (_, i) => levelAt(points, i));
}

function levelAt(points: readonly (readonly [number, number])[], at: number): number {
  const after = points.findIndex(([when]) => when >= at);
  if (after <= 0) return points.at(after)?.[1] ?? 0;
  const [from, low] = points[after - 1] ?? [0, 0];
  const [to, high] = points[after] ?? [0, 0];
  return low + ((high - low) * (at - from)) / (to - from);
}
