import { designCells } from './design-cells.js';
import { at } from './numbers.js';
import type { CellDesign, Design } from './panel.js';

/** An estimate and what each council contributes to its error (the influence function). */
export interface Estimate {
  readonly att: number;
  readonly influence: Float64Array;
}

export interface Cell extends Estimate {
  readonly cohort: number;
  readonly time: number;
  readonly after: boolean;
  /** How many councils it is compared with. */
  readonly controls: number;
}

/** Below this a standard error is rounding: nothing varies. */
const NO_ERROR = 1.5e-7;

/** Standard error from influences, without a correction of the degrees of freedom; null when nothing varies. */
export function standardError(influence: Float64Array): number | null {
  const error =
    Math.sqrt(influence.reduce((sum, value) => sum + value * value, 0)) / influence.length;
  return error > NO_ERROR ? error : null;
}

/**
 * The effect in every cohort and period: weighted mean change since the base period in the cohort less the same among its
 * comparison, in the unit of the outcome. Source: Callaway and Sant'Anna (2021), without covariates.
 */
export function groupTimeCells(design: Design): Cell[] {
  return designCells(design).map((cell) => estimate(design, cell));
}

function estimate(design: Design, cell: CellDesign): Cell {
  const { units } = design;
  const n = units.length;
  const influence = new Float64Array(n);
  const change = units.map(({ y }) => at(y, cell.at) - at(y, cell.base));
  const side = units.map(({ cohort }) =>
    cohort === cell.cohort ? 1 : cell.compares(cohort) ? -1 : 0,
  );
  const { cohort, time, after } = cell;
  const controls = side.filter((sign) => sign === -1).length;
  if (cell.at === cell.base) return { cohort, time, after, controls, att: 0, influence };
  let att = 0;
  for (const sign of [1, -1]) {
    let [total, weight] = [0, 0];
    units.forEach((unit, index) => {
      if (side[index] !== sign) return;
      total += unit.weight * at(change, index);
      weight += unit.weight;
    });
    const mean = total / weight;
    att += sign * mean;
    units.forEach((unit, index) => {
      if (side[index] !== sign) return;
      influence[index] = (sign * n * unit.weight * (at(change, index) - mean)) / weight;
    });
  }
  return { cohort, time, after, controls, att, influence };
}
