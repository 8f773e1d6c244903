import { designCells } from './design-cells.js';
import type { Design } from './panel.js';

/** The simple effect when council i is given cohort `labels[i]` (a place in `cohorts`; -1: left out); null: not estimable. */
export type LabelledEffect = (labels: Int32Array) => number | null;

export interface CohortEffect {
  readonly cohorts: readonly number[];
  /** The labels that the councils have. */
  readonly labels: Int32Array;
  readonly effect: LabelledEffect;
}

/**
 * The simple effect of any assignment of cohorts to councils, for permutations and for leaving councils out. The effect is
 * linear in the cohorts' weighted means, so that an assignment costs one sum over the panel; which periods and comparisons
 * make it up is worked out once. Cells without councils or without comparison are skipped.
 */
export function cohortEffect(design: Design): CohortEffect {
  const { units, periods } = design;
  const cohorts = [...new Set(units.map(({ cohort }) => cohort))].sort((a, b) => a - b);
  const labels = Int32Array.from(units, ({ cohort }) => cohorts.indexOf(cohort));
  const weighted = units.map(({ y, weight }) =>
    Float64Array.from(y.slice(0, periods), (value) => weight * value),
  );
  const cells = designCells(design)
    .filter(({ after }) => after)
    .map((cell) => ({
      label: cohorts.indexOf(cell.cohort),
      at: cell.at,
      base: cell.base,
      controls: cohorts.flatMap((cohort, label) => (cell.compares(cohort) ? [label] : [])),
    }));
  const sums = cohorts.map(() => new Float64Array(periods));
  const sizes = new Float64Array(cohorts.length);

  // The innermost loops read typed arrays directly: a shared reader of many kinds of list is ten times slower.
  const change = (label: number, now: number, base: number): number => {
    const sum = sums[label];
    return sum ? (sum[now] ?? 0) - (sum[base] ?? 0) : 0;
  };
  const addUp = (given: Int32Array): void => {
    for (const sum of sums) sum.fill(0);
    sizes.fill(0);
    weighted.forEach((values, index) => {
      const label = given[index] ?? -1;
      const sum = sums[label];
      if (!sum) return;
      sizes[label] = (sizes[label] ?? 0) + (units[index]?.weight ?? 0);
      for (let time = 0; time < periods; time += 1)
        sum[time] = (sum[time] ?? 0) + (values[time] ?? 0);
    });
  };
  const effect: LabelledEffect = (given) => {
    addUp(given);
    let [total, weight] = [0, 0];
    for (const cell of cells) {
      const size = sizes[cell.label] ?? 0;
      let [controls, against] = [0, 0];
      for (const label of cell.controls) {
        controls += sizes[label] ?? 0;
        against += change(label, cell.at, cell.base);
      }
      if (size === 0 || controls === 0) continue;
      total += change(cell.label, cell.at, cell.base) - (size * against) / controls;
      weight += size;
    }
    return weight > 0 ? total / weight : null;
  };
  return { cohorts, labels, effect };
}
