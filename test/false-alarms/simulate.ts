import { defaultRule, detectorOf, type Detector } from './detectors.js';
import { distanceOf, type Comparison, type Expected, type ExpectedCell } from './expected.js';
import {
  FORECASTERS,
  forecastScores,
  PATHS,
  planFigures,
  type ForecastScore,
  type PlanRuleFigures,
} from './plans.js';
import { oddsAThird, RATE_CELLS, rateRunLengths, type RatePair } from './rates.js';
import { nameOf, runLengths, type Cell, type RunLengths } from './run-lengths.js';

export const DEFAULT_RULE = 'our default rule';
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

/** Runs everything that is asked for, on one core. */
export function simulate(expected: Expected, options: SimulationOptions): Simulation {
  const detectors: ReadonlyMap<string, Detector> = new Map([
    ...Object.entries(expected.detectorDefinitions).map(
      ([name, definition]) => [name, detectorOf(definition)] as const,
    ),
    [DEFAULT_RULE, defaultRule] as const,
  ]);
  const comparisons: (Comparison & { inControl: boolean })[] = [];
  const cells = [...expected.runLengths, ...moreCells()].flatMap((cell): CellResult[] => {
    if (!nameOf(cell).includes(options.only)) return [];
    const found = runLengths(cell, detectors, options);
    const own = isExpected(cell) ? compared(cell, found, options.runs) : [];
    comparisons.push(...own);
    const worst = Math.max(0, ...own.map(({ distance }) => distance));
    const line = isExpected(cell) ? `furthest ${worst.toFixed(2)} tolerances` : 'ours only';
    options.say(`${nameOf(cell)}: ${line}`);
    return [{ cell, found }];
  });
  return { cells, comparisons, rates: rates(options), ...plans(options) };
}

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

function rates(options: SimulationOptions): readonly RateResult[] {
  return RATE_CELLS.flatMap(([cases, share]) => {
    const name = `rates ${cases} ${share}`;
    if (!name.includes(options.only)) return [];
    const run = (before: number, after: number, logOddsSd = 0) =>
      rateRunLengths({ cases, before, after, logOddsSd }, options);
    const result = {
      ...{ cases, share },
      steady: run(share, share),
      varied: run(share, share, 0.4),
      third: run(share, oddsAThird(share)),
      collapse: run(1, 0.1),
    };
    options.say(`${name}: done`);
    return [result];
  });
}

function plans(options: SimulationOptions): Pick<Simulation, 'plans' | 'scores'> {
  const runs = Math.min(options.runs, MOST_PLAN_RUNS);
  const cases = Object.entries(PATHS).flatMap(([path, slope]) =>
    [2, 4, 6].flatMap((gain) =>
      [0, 0.3].map((correlation) => ({ path, slope, gain, correlation })),
    ),
  );
  const done = cases.flatMap(({ path, slope, gain, correlation }) => {
    const name = `plans ${path} gain ${gain} ar:${correlation}`;
    if (!name.includes(options.only)) return [];
    const figures = planFigures({ slope, gain, correlation }, { runs, seed: options.seed });
    options.say(`${name}: done`);
    return [{ path, gain, correlation, ...figures }];
  });
  const forecasts = done.flatMap((one) => one.forecasts);
  return {
    plans: done.map(({ path, gain, correlation, rules }) => ({ path, gain, correlation, rules })),
    scores: forecasts.length === 0 ? [] : forecastScores(forecasts),
  };
}

export const FORECAST_NAMES = ['always the base rate', ...FORECASTERS];
