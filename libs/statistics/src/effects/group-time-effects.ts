import { aggregate, type EffectBy, type Effect } from './aggregate-effects.js';
import { groupTimeCells, standardError } from './group-time-cells.js';
import type { PanelCase, PanelRefusal, Refused } from './panel.js';
import { preTrend, type PreTrend } from './pre-trend.js';
import { prepareDesign } from './prepare-design.js';
import { twoWayDiagnostic, type TwoWayEffect } from './two-way-fixed-effects.js';

export interface GroupTimeEffects {
  readonly nUnitsUsed: number;
  readonly droppedUnits: readonly string[];
  readonly attgt: readonly (Effect & { readonly cohort: number; readonly time: number })[];
  /** All effects before the start together; null where it cannot be computed. */
  readonly pretest: PreTrend | null;
  readonly simple: Effect;
  readonly dynamic: EffectBy;
  readonly group: EffectBy;
  readonly calendar: EffectBy;
  /** Null where the treatment does not vary beyond councils and periods. */
  readonly twfe: TwoWayEffect | null;
}

/**
 * The effect of a reform by cohort and period, its aggregates, the test before the start, and the two-way fixed effects
 * diagnostic. Takes a panel with its design; effects are in the unit of the outcome (percentage points), standard errors
 * without a small-sample correction (`effectInterval` decides whether an interval may be shown). Refusals: PanelRefusal.
 * Source: Callaway and Sant'Anna (2021), without covariates.
 */
export function groupTimeEffects(input: PanelCase): GroupTimeEffects | Refused<PanelRefusal> {
  const design = prepareDesign(input);
  if ('error' in design) return design;
  const cells = groupTimeCells(design);
  const aggregates = aggregate(design, cells);
  if ('error' in aggregates) return aggregates;
  return {
    nUnitsUsed: design.units.length,
    droppedUnits: design.dropped,
    attgt: cells.map(({ cohort, time, att, influence }) => ({
      cohort,
      time,
      att,
      se: standardError(influence),
    })),
    pretest: preTrend(cells.filter(({ after }) => !after)),
    ...aggregates,
    twfe: twoWayDiagnostic(design),
  };
}
