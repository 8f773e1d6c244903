import { groupTimeEffects } from './index.js';
import type { DesignOptions, GroupTimeEffects, Panel } from './index.js';

/** One council of a panel made by hand. */
export const unit = (id: string, cohort: number | null, y: (number | null)[], weight = 1) => ({
  id,
  cohort,
  weight,
  y,
});

/** A panel whose periods are 1, 2, 3 and so on. */
export const panelOf = (...units: ReturnType<typeof unit>[]): Panel => ({
  times: (units[0]?.y ?? []).map((_, index) => index + 1),
  units,
});

/** The effects of a panel that can be estimated. */
export const estimated = (panel: Panel, options: DesignOptions = {}): GroupTimeEffects => {
  const result = groupTimeEffects({ panel, options });
  if ('error' in result) throw new Error(result.error);
  return result;
};
