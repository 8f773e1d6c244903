import type { Cell } from './group-time-cells.js';
import type { Design } from './panel.js';

export interface CouncilCounts {
  /** Councils with a period after their start. */
  readonly treated: number;
  /** The fewest councils that any of those periods is compared with. */
  readonly controls: number;
}

/** The sample size on both sides, by which intervals are chosen. */
export function councilCounts({ units }: Design, cells: readonly Cell[]): CouncilCounts {
  const after = cells.filter((cell) => cell.after);
  const cohorts = new Set(after.map(({ cohort }) => cohort));
  return {
    treated: units.filter(({ cohort }) => cohorts.has(cohort)).length,
    controls: after.reduce((least, { controls }) => Math.min(least, controls), units.length),
  };
}
