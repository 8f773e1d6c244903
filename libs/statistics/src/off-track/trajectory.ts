/** A value that was agreed for a position of the series. */
export type Milestone = { readonly position: number; readonly value: number };

/**
 * Where a straight plan stands after `month` of `months` months, from `start` to `target`; beyond its last month the line
 * goes on.
 */
export const onStraightLine = (
  start: number,
  target: number,
  { month, months }: { readonly month: number; readonly months: number },
): number => start + ((target - start) * month) / months;

/**
 * Where a plan stands at a position of its series: straight between the start and its dated milestones, in any order (the
 * last of two at one position counts), and level after the last. Null before the start, and without a milestone after it.
 */
export function onMilestones(
  start: Milestone,
  milestones: readonly Milestone[],
  position: number,
): number | null {
  const later = milestones
    .filter((milestone) => milestone.position > start.position)
    .sort((a, b) => a.position - b.position);
  const last = later.at(-1);
  if (last === undefined || position < start.position) return null;
  if (position >= last.position) return last.value;
  const from = later.findLast((milestone) => milestone.position <= position) ?? start;
  const to = later.find((milestone) => milestone.position > position) ?? last;
  return onStraightLine(from.value, to.value, {
    month: position - from.position,
    months: to.position - from.position,
  });
}
