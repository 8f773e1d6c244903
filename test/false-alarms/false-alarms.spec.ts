import { pathToFileURL } from 'node:url';
import { SameThreadHeavyNumbers } from '#testing/heavy-numbers';
import { ThreadedHeavyNumbers } from '#platform/heavy-numbers';
import { distanceOf, readExpected } from './expected.js';
import { defaultFigures, verdicts } from './verdicts.js';
import { changeOf, summary } from './run-lengths.js';
import { simulate, type Simulation } from './simulate.js';
import { simulationTasks } from './tasks.js';

const table = readExpected(process.cwd());
/** Given up early: a share of the first twelve months needs no more. */
const expected = {
  ...table,
  runLengths: table.runLengths.map((cell) => ({ ...cell, maxMonths: 30 })),
};
const quietly = {
  ...{ seed: 1, say: () => undefined, atOnce: 1 },
  numbers: new SameThreadHeavyNumbers(simulationTasks),
};
const run = (only: string, runs: number): Promise<Simulation> =>
  simulate(expected, { ...quietly, runs, only });

describe('the simulation of false alarms', () => {
  it('lies within the published table’s tolerance, months that depend on each other included', async () => {
    const { comparisons } = await run('24 ar:0.3 in-control', 300);
    expect(comparisons).toHaveLength(21);
    expect(comparisons.filter(({ distance }) => distance > 1)).toEqual([]);
  });

  it('finds our default rule quick and seldom wrong with normal noise', async () => {
    const simulation = await run('24 normal', 200);
    expect(verdicts(simulation).filter(({ passed }) => !passed)).toEqual([]);
    const figures = defaultFigures(simulation, '24 normal');
    expect(figures?.steady.within12).toBeLessThan(0.06);
    expect(figures?.changed).toHaveLength(4);
  });

  it('finds rule A on values wrong near a bound, and rule A′ on counts right', async () => {
    const { rates } = await run('rates 8 0.9', 150);
    expect(rates[0]?.steady.values.within12).toBeGreaterThan(0.1);
    expect(rates[0]?.steady.counts.within12).toBeLessThan(0.06);
    expect(rates[0]?.collapse.counts.median).toBeLessThanOrEqual(2);
  });

  it('gives the same figures for the same seed, whatever the number of threads', async () => {
    const onThreads = async (threads: number, only: string): Promise<Simulation> => {
      const script = pathToFileURL('dist/test/false-alarms/tasks.js');
      const limits = { threads, waiting: 8, heapMegabytes: 512 };
      const numbers = new ThreadedHeavyNumbers<typeof simulationTasks>(script, limits);
      const options = { ...quietly, runs: 20, only, numbers, atOnce: 4 };
      return simulate(expected, options).finally(() => numbers.close());
    };
    for (const only of ['13 normal step', 'rates 18', 'plans no change gain 2']) {
      const here = await run(only, 20);
      expect(here.cells.length + here.rates.length + here.plans.length).toBeGreaterThan(1);
      for (const threads of [1, 2, 3]) expect(await onThreads(threads, only)).toEqual(here);
    }
  });

  it('can fail: a detector that is another one lies far away', async () => {
    const swapped = {
      ...expected,
      detectorDefinitions: { 'CUSUM_k.5_h5': { type: 'cusum', k: 0.5, h: 3 } },
      runLengths: expected.runLengths.map((cell) => ({
        ...cell,
        detectors: { 'CUSUM_k.5_h5': cell.detectors['CUSUM_k.5_h5'] ?? { within12: 0, median: 0 } },
      })),
    };
    const only = '24 normal in-control';
    const simulation = await simulate(swapped, { ...quietly, runs: 400, only });
    expect(verdicts(simulation)[0]?.passed).toBe(false);
  });
});

describe('its measures', () => {
  it('read a scenario’s name', () => {
    expect(changeOf('in-control')).toEqual({ step: 0, ramp: 0 });
    expect(changeOf('step -1.5 sd')).toEqual({ step: -1.5, ramp: 0 });
    expect(changeOf('ramp -0.1 sd/month')).toEqual({ step: 0, ramp: -0.1 });
  });

  it('take the median with runs that were given up as the longest', () => {
    // Of four runs: one each in months 1 and 3, two given up at 5.
    expect(summary(Int32Array.from([2, 1, 0, 1, 0, 0]), 4)).toEqual({ within12: 0.5, median: 4 });
  });

  it('tell a distance in tolerances of both simulations', () => {
    // 3 √(0.25 · (1/3000 + 1/3000)) + 0.002 = 0.0407.
    const distance = distanceOf(
      { expected: 0.5, found: 0.5407 },
      { replications: 3000, runs: 3000 },
    );
    expect(distance).toBeCloseTo(1, 2);
  });
});
