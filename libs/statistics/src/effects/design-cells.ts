import type { CellDesign, Design } from './panel.js';

/**
 * Every cohort in every period that can be estimated, by cohort and then by period. The base of a period after the start is
 * the last one before the start (and before anticipation); before the start it is the period before, or with a universal
 * base the same as after. Source: Callaway and Sant'Anna (2021).
 */
export function designCells(design: Design): CellDesign[] {
  const times = design.times.slice(0, design.periods);
  const universal = design.basePeriod === 'universal';
  return design.cohorts.flatMap((cohort) => {
    const common = times.findLastIndex((time) => time + design.anticipation < cohort);
    return times.flatMap((time, at) => {
      if (at === 0 && !universal) return [];
      const after = time >= cohort;
      const base = after || universal ? common : at - 1;
      return [{ cohort, time, after, at, base, compares: comparison(design, cohort, at, base) }];
    });
  });
}

function comparison(
  design: Design,
  ...[cohort, at, base]: [number, number, number]
): CellDesign['compares'] {
  if (design.controlGroup === 'nevertreated') return (other) => other === Infinity;
  const until = (design.times[Math.max(at, base)] ?? 0) + design.anticipation;
  return (other) => other > until && other !== cohort;
}
