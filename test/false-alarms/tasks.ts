import { serveTasks } from '#platform/heavy-numbers';
import { defaultRule, detectorOf, type DetectorDefinition } from './detectors.js';
import { planFigures, type PlanFigures, type PlanScenario } from './plans.js';
import { rateRunLengths, type RatePair, type RateScenario } from './rates.js';
import { runLengths, type Cell, type RunLengths } from './run-lengths.js';

export const DEFAULT_RULE = 'our default rule';

type Runs = { readonly runs: number; readonly seed: number };

/** The cells of the simulation, each from its own seed: what one gives rests on no other. */
export const simulationTasks = {
  runLengths: ({
    cell,
    definitions,
    ...runs
  }: Runs & {
    readonly cell: Cell;
    readonly definitions: Readonly<Record<string, DetectorDefinition>>;
  }): ReadonlyMap<string, RunLengths> =>
    runLengths(
      cell,
      new Map([
        ...Object.entries(definitions).map(([name, one]) => [name, detectorOf(one)] as const),
        [DEFAULT_RULE, defaultRule] as const,
      ]),
      runs,
    ),
  rates: ({ scenario, ...runs }: Runs & { readonly scenario: RateScenario }): RatePair =>
    rateRunLengths(scenario, runs),
  plans: ({ scenario, ...runs }: Runs & { readonly scenario: PlanScenario }): PlanFigures =>
    planFigures(scenario, runs),
};

serveTasks(simulationTasks);
