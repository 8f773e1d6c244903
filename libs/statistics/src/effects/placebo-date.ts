import { aggregate, type Effect } from './aggregate-effects.js';
import { councilCounts, type CouncilCounts } from './council-counts.js';
import { groupTimeCells } from './group-time-cells.js';
import type { Design, PanelCase } from './panel.js';
import { prepareDesign } from './prepare-design.js';

/** How many periods before their true start councils are pretended to have started. */
const SHIFT = 4;

/**
 * The simple effect of a start four periods too early, estimated from the periods before anybody started (or anticipated)
 * alone: where it is not about 0, the councils were already moving apart. Null where too few periods or councils are left.
 */
export function placeboDate(design: Design): (Effect & CouncilCounts) | null {
  const placebo = prepareDesign(shifted(design));
  if ('error' in placebo) return null;
  const cells = groupTimeCells(placebo);
  const aggregates = aggregate(placebo, cells);
  if ('error' in aggregates) return null;
  return { ...aggregates.simple, ...councilCounts(placebo, cells) };
}

function shifted({ times, units, controlGroup, basePeriod, anticipation }: Design): PanelCase {
  const first = Math.min(...units.map(({ cohort }) => cohort));
  const before = times.filter((time) => time + anticipation < first);
  const place = (cohort: number): number => {
    const found = times.findIndex((time) => time >= cohort);
    return found < 0 ? times.length : found;
  };
  return {
    options: { controlGroup, basePeriod, anticipation },
    panel: {
      times: before,
      units: units.map(({ id, cohort, weight, y }) => ({
        id,
        cohort: cohort === Infinity ? null : (times[Math.max(0, place(cohort) - SHIFT)] ?? null),
        weight,
        y: y.slice(0, before.length),
      })),
    },
  };
}
