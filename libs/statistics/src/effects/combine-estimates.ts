import type { Estimate } from './group-time-cells.js';
import { at, sumOf } from './numbers.js';
import type { KeptUnit } from './panel.js';

/** An estimate that belongs to one cohort. */
export type CohortEstimate = Estimate & { readonly cohort: number };

/**
 * Mean weighted by the size of the cohorts (the sum of their weights). That those sizes are themselves estimated is part of
 * the influences. Null for no estimates. Source: Callaway and Sant'Anna (2021), section 4.
 */
export function weightedMean(
  parts: readonly CohortEstimate[],
  units: readonly KeptUnit[],
): Estimate | null {
  if (parts.length === 0) return null;
  const size = new Map<number, number>();
  for (const { cohort, weight } of units) size.set(cohort, (size.get(cohort) ?? 0) + weight);
  const total = sumOf(parts.map(({ cohort }) => size.get(cohort) ?? 0));
  const shares = parts.map(({ cohort }) => (size.get(cohort) ?? 0) / total);
  const mean = mix(parts, shares);
  // What a council adds to the sizes: weight × n / total × the sum over its cohort's parts of (ATT − mean).
  const excess = new Map<number, number>();
  for (const { cohort, att } of parts)
    excess.set(cohort, (excess.get(cohort) ?? 0) + att - mean.att);
  units.forEach(({ cohort, weight }, index) => {
    const of = (weight * units.length * (excess.get(cohort) ?? 0)) / total;
    mean.influence[index] = at(mean.influence, index) + of;
  });
  return mean;
}

/** Plain mean of estimates, and of their influences. Null for none. */
export function plainMean(parts: readonly Estimate[]): Estimate | null {
  if (parts.length === 0) return null;
  return mix(
    parts,
    parts.map(() => 1 / parts.length),
  );
}

function mix(parts: readonly Estimate[], shares: readonly number[]): Estimate {
  const influence = new Float64Array(parts[0]?.influence.length ?? 0);
  parts.forEach((part, index) => {
    const share = at(shares, index);
    for (let unit = 0; unit < influence.length; unit += 1)
      influence[unit] = at(influence, unit) + share * at(part.influence, unit);
  });
  return { att: sumOf(parts.map(({ att }, index) => att * at(shares, index))), influence };
}
