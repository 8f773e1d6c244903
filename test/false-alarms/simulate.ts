import type { HeavyFault, HeavyNumbers } from '#application/ports';
import type { Result } from '#domain';
import { allOf } from '#platform/heavy-numbers';
import { distanceOf, type Comparison, type Expected, type ExpectedCell } from './expected.js';
import {
  FORECASTERS,
  forecastScores,
  PATHS,
  type ForecastScore,
  type PlanRuleFigures,
} from './plans.js';
import { oddsAThird, RATE_CELLS, type RatePair } from './rates.js';
import { nameOf, type Cell, type RunLengths } from './run-lengths.js';
import type { simulationTasks } from './tasks.js';

/** Cells that the table does not have, reported as ours. */
const MORE_NOISE = ['binom:15', 't5', 'ar:0.5'];
const MORE_SCENARIOS = ['step -1 sd', 'step -2 sd', 'step -3 sd', 'ramp -0.1 sd/month'];
/** More would tell little of plans, and take long: each month of each run makes a forecast. */
const MOST_PLAN_RUNS = 2000;

export type SimulationOptions = {
  readonly runs: number;
  readonly seed: number;
  /** Only cells whose name holds this text. */
  readonly only: string;
  readonly say: (line: string) => void;
  readonly numbers: HeavyNumbers<typeof simulationTasks>;
  /** Cells that are calculated at the same time: as many as there are threads. */
  readonly atOnce: number;
};

export type CellResult = { readonly cell: Cell; readonly found: ReadonlyMap<string, RunLengths> };

export type RateResult = {
  readonly cases: number;
  readonly share: number;
  readonly steady: RatePair;
  readonly varied: RatePair;
  readonly third: RatePair;
  /** A constant 100%, then a fall to 10%. */
  readonly collapse: RatePair;
};

export type PlanResult = {
  readonly path: string;
  readonly gain: number;
  readonly correlation: number;
  readonly rules: readonly PlanRuleFigures[];
};

export type Simulation = {
  readonly cells: readonly CellResult[];
  readonly comparisons: readonly (Comparison & { readonly inControl: boolean })[];
  readonly rates: readonly RateResult[];
  readonly plans: readonly PlanResult[];
  readonly scores: readonly ForecastScore[];
};

/** Runs everything that is asked for. What comes of a seed does not depend on how many cells run at once. */
export async function simulate(
  expected: Expected,
  options: SimulationOptions,
): Promise<Simulation> {
  const done = await cells(expected, options);
  return {
    cells: done.map(({ cell, found }) => ({ cell, found })),
    comparisons: done.flatMap(({ own }) => own),
    rates: await rates(options),
    ...(await plans(options)),
  };
}

/** What a task gave; that one fails is a fault of the simulation. */
function valueOf<Value>(answer: Result<Value, HeavyFault>): Value {
  if (answer.ok) return answer.value;
  throw new Error(answer.error.kind === 'failed' ? answer.error.message : answer.error.kind);
}

const cells = (expected: Expected, options: SimulationOptions) =>
  allOf(
    [...expected.runLengths, ...moreCells()].filter((cell) => nameOf(cell).includes(options.only)),
    options.atOnce,
    async (cell: Cell) => {
      const { runs, seed, numbers } = options;
      const definitions = expected.detectorDefinitions;
      const found = valueOf(await numbers.run('runLengths', { cell, definitions, runs, seed }));
      const own = isExpected(cell) ? compared(cell, found, runs) : [];
      const worst = Math.max(0, ...own.map(({ distance }) => distance));
      const line = isExpected(cell) ? `furthest ${worst.toFixed(2)} tolerances` : 'ours only';
      options.say(`${nameOf(cell)}: ${line}`);
      return { cell, found, own };
    },
  );

const isExpected = (cell: Cell): cell is ExpectedCell => 'detectors' in cell;

const moreCells = (): readonly Cell[] =>
  MORE_NOISE.flatMap((noise) => [
    { baselineN: 13, noise, scenario: 'in-control', maxMonths: 600 },
    ...MORE_SCENARIOS.map((scenario) => ({ baselineN: 13, noise, scenario, maxMonths: 200 })),
  ]);

function compared(
  cell: ExpectedCell,
  found: ReadonlyMap<string, RunLengths>,
  runs: number,
): (Comparison & { inControl: boolean })[] {
  return Object.entries(cell.detectors).map(([detector, { within12 }]) => {
    const pair = { expected: within12, found: found.get(detector)?.within12 ?? NaN };
    const distance = distanceOf(pair, { replications: cell.replications, runs });
    const inControl = cell.scenario === 'in-control';
    return { cell: nameOf(cell), detector, ...pair, distance, inControl };
  });
}

const rates = ({ runs, seed, only, say, numbers, atOnce }: SimulationOptions) =>
  allOf(
    RATE_CELLS.filter(([cases, share]) => rateName(cases, share).includes(only)),
    atOnce,
    async ([cases, share]): Promise<RateResult> => {
      const run = async (before: number, after: number, logOddsSd = 0): Promise<RatePair> => {
        const scenario = { cases, before, after, logOddsSd };
        return valueOf(await numbers.run('rates', { scenario, runs, seed }));
      };
      const result = {
        ...{ cases, share },
        steady: await run(share, share),
        varied: await run(share, share, 0.4),
        third: await run(share, oddsAThird(share)),
        collapse: await run(1, 0.1),
      };
      say(`${rateName(cases, share)}: done`);
      return result;
    },
  );

const rateName = (cases: number, share: number): string => `rates ${cases} ${share}`;

async function plans(options: SimulationOptions): Promise<Pick<Simulation, 'plans' | 'scores'>> {
  const { seed, numbers } = options;
  const runs = Math.min(options.runs, MOST_PLAN_RUNS);
  const cases = Object.entries(PATHS)
    .flatMap(([path, slope]) =>
      [2, 4, 6].flatMap((gain) =>
        [0, 0.3].map((correlation) => ({ path, slope, gain, correlation })),
      ),
    )
    .filter((one) => planName(one).includes(options.only));
  const done = await allOf(cases, options.atOnce, async ({ path, ...scenario }) => {
    const figures = valueOf(await numbers.run('plans', { scenario, runs, seed }));
    options.say(`${planName({ path, ...scenario })}: done`);
    return { path, gain: scenario.gain, correlation: scenario.correlation, ...figures };
  });
  const forecasts = done.flatMap((one) => one.forecasts);
  return {
    plans: done.map(({ path, gain, correlation, rules }) => ({ path, gain, correlation, rules })),
    scores: forecasts.length === 0 ? [] : forecastScores(forecasts),
  };
}

const planName = (one: { path: string; gain: number; correlation: number }): string =>
  `plans ${one.path} gain ${one.gain} ar:${one.correlation}`;

export const FORECAST_NAMES = ['always the base rate', ...FORECASTERS];
