export type ImprovementLabel = 'improved' | 'improved, with side-effects to check';

/** How many of its last points a balancing measure is looked at. */
const LAST = 3;

/**
 * The label of an improvement. `balancing` holds, for each balancing measure, whether each of its points (oldest first)
 * shows special-cause concern.
 */
export function improvementLabel(balancing: readonly (readonly boolean[])[]): ImprovementLabel {
  return balancing.some((concerns) => concerns.slice(-LAST).some(Boolean))
    ? 'improved, with side-effects to check'
    : 'improved';
}
