import type { Design, PanelCase, PanelRefusal, Refused } from './panel.js';
import { prepareDesign } from './prepare-design.js';
import { fitTwoWay } from './two-way.js';

export interface TwoWayEffect {
  readonly coef: number;
  /** Clustered by council (CR1). */
  readonly se: number;
  readonly clusters: number;
}

/**
 * The two-way fixed effects coefficient: outcome on "reform live" with council and period effects, unweighted, over the
 * councils kept and all periods. A diagnostic only: where effects grow or differ, councils that have started act as
 * comparison and it is wrong. Takes a panel with its design. Refusals: PanelRefusal; NO_PERIOD_AFTER_START also when the
 * treatment does not vary or leaves no degrees of freedom. Source: Goodman-Bacon (2021) on its failure; Liang and Zeger
 * (1986) on the variance.
 */
export function twoWayFixedEffects(input: PanelCase): TwoWayEffect | Refused<PanelRefusal> {
  const design = prepareDesign(input);
  if ('error' in design) return design;
  return twoWayDiagnostic(design) ?? { error: 'NO_PERIOD_AFTER_START' };
}

export function twoWayDiagnostic({ units, times }: Design): TwoWayEffect | null {
  const [clusters, periods] = [units.length, times.length];
  const rows = {
    unit: Int32Array.from({ length: clusters * periods }, (_, row) => Math.floor(row / periods)),
    time: Int32Array.from({ length: clusters * periods }, (_, row) => row % periods),
    units: clusters,
    times: periods,
  };
  const live = units.flatMap(({ cohort }) => times.map((time) => (time >= cohort ? 1 : 0)));
  const fit = fitTwoWay(
    rows,
    live,
    units.flatMap(({ y }) => y),
  );
  const observations = clusters * periods;
  const freedom = observations - (1 + periods);
  if (!fit || clusters < 2 || freedom <= 0) return null;
  const factor = (clusters / (clusters - 1)) * ((observations - 1) / freedom);
  return { coef: fit.coef, se: Math.sqrt(fit.variance * factor), clusters };
}
