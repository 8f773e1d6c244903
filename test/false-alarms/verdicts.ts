import { areWithin } from './expected.js';
import { nameOf, type RunLengths } from './run-lengths.js';
import type { Simulation } from './simulate.js';
import { DEFAULT_RULE } from './tasks.js';

export type Verdict = { readonly line: string; readonly passed: boolean };

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** What the protocol asks of the simulation, and whether it holds; parts that did not run are left out. */
export function verdicts(simulation: Simulation): readonly Verdict[] {
  return [...ofComparisons(simulation), ...ofDefaultRule(simulation), ...ofRates(simulation)];
}

function ofComparisons({ comparisons }: Simulation): Verdict[] {
  return [true, false].flatMap((inControl) => {
    const those = comparisons.filter((comparison) => comparison.inControl === inControl);
    if (those.length === 0) return [];
    const within = those.filter(({ distance }) => distance <= 1).length;
    const worst = Math.max(...those.map(({ distance }) => distance));
    const what = inControl ? 'false alarms within 12 months' : 'detections within 12 months';
    const line = `${what}: ${within} of ${those.length} within the tolerance of the table, the furthest ${worst.toFixed(2)} tolerances away`;
    return [{ line, passed: areWithin(those) }];
  });
}

/** The most that the default rule may take, with normal noise and 24 baseline points. */
const MOST = { falseAlarms: 0.06, medians: [10, 4, 3] };

/** What the default rule does in one kind of noise; undefined where a cell did not run. */
export function defaultFigures(
  { cells }: Simulation,
  noise: string,
): { readonly steady: RunLengths; readonly changed: readonly RunLengths[] } | undefined {
  const of = (scenario: string) =>
    cells.find(({ cell }) => nameOf(cell) === `${noise} ${scenario}`)?.found.get(DEFAULT_RULE);
  const steady = of('in-control');
  const changed = ['step -1 sd', 'step -2 sd', 'step -3 sd', 'ramp -0.1 sd/month'].flatMap(
    (scenario) => of(scenario) ?? [],
  );
  return steady && changed.length === 4 ? { steady, changed } : undefined;
}

function ofDefaultRule(simulation: Simulation): Verdict[] {
  const figures = defaultFigures(simulation, '24 normal');
  if (!figures) return [];
  const medians = figures.changed.slice(0, 3).map(({ median }) => median);
  const passed =
    figures.steady.within12 <= MOST.falseAlarms &&
    medians.every((median, at) => median <= (MOST.medians[at] ?? 0));
  const line = `default rule, normal noise, 24 baseline months: ${percent(figures.steady.within12)} false alarms within 12 months, medians ${medians.join(' / ')} months at −1 / −2 / −3 sigma`;
  return [{ line, passed }];
}

function ofRates({ rates }: Simulation): Verdict[] {
  if (rates.length === 0) return [];
  const most = Math.max(...rates.map(({ steady }) => steady.counts.within12));
  const slowest = Math.max(...rates.map(({ collapse }) => collapse.counts.median));
  return [
    {
      line: `rule A′ on steady binomial percentages: at most ${percent(most)} false alarms within 12 months`,
      passed: most <= 0.06,
    },
    {
      line: `rule A′ on a fall from a constant 100% to 10%: seen after at most ${slowest} months (median)`,
      passed: slowest <= 2,
    },
  ];
}
