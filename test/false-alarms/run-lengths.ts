import { orientedBaseline } from '#statistics/off-track';
import { seededRandom } from '#statistics/random';
import type { Detector, Standardised } from './detectors.js';
import { seriesOf, type Change, type Noise } from './noise.js';

export type Cell = {
  readonly baselineN: number;
  readonly noise: Noise;
  /** As the table names it: `in-control`, `step -1 sd`, `ramp -0.1 sd/month`. */
  readonly scenario: string;
  /** Runs are given up, and counted as this long, after so many months. */
  readonly maxMonths: number;
};

export type RunLengths = {
  /** The share of runs with an alarm in the first twelve months. */
  readonly within12: number;
  /** In months; a run that was given up counts as the most. */
  readonly median: number;
};

/** What the table's name of a scenario means. */
export function changeOf(scenario: string): Change {
  const size = Number(/-[\d.]+/.exec(scenario)?.[0] ?? 0);
  return scenario.startsWith('ramp') ? { step: 0, ramp: size } : { step: size, ramp: 0 };
}

export const nameOf = ({ baselineN, noise, scenario }: Cell): string =>
  `${baselineN} ${noise} ${scenario}`;

/** How long every detector runs, each on the same series, from a fixed seed. */
export function runLengths(
  cell: Cell,
  detectors: ReadonlyMap<string, Detector>,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): ReadonlyMap<string, RunLengths> {
  const { baselineN, maxMonths } = cell;
  const fill = seriesOf(cell.noise, seededRandom(`${seed} ${nameOf(cell)}`));
  const length = baselineN + maxMonths;
  const u = new Float64Array(length);
  const stretch = { baselineN, length, change: changeOf(cell.scenario) };
  const each = [...detectors.values()];
  const counts = each.map(() => new Int32Array(maxMonths + 1));
  for (let run = 0; run < runs; run += 1) {
    fill(u, stretch);
    const baseline = orientedBaseline(Array.from(u.subarray(0, baselineN)));
    const sigma = baseline.sigma ?? Infinity;
    for (let t = 0; t < length; t += 1) u[t] = ((u[t] ?? 0) - baseline.mean) / sigma;
    const series: Standardised = { u, baselineN, months: maxMonths, baseline };
    for (let at = 0; at < each.length; at += 1) {
      const month = each[at]?.(series) ?? 0;
      const count = counts[at];
      if (count) count[month] = (count[month] ?? 0) + 1;
    }
  }
  return new Map([...detectors.keys()].map((name, at) => [name, summary(counts[at], runs)]));
}

/** Of how many runs ended in each month; the first entry is of runs that were given up. */
export function summary(counts: Int32Array | undefined, runs: number): RunLengths {
  const ended = counts ?? new Int32Array(1);
  const within12 = ended.subarray(1, 13).reduce((sum, count) => sum + count, 0) / runs;
  const [low, high] = [Math.ceil(runs / 2), Math.floor(runs / 2) + 1];
  return { within12, median: (monthOf(ended, low) + monthOf(ended, high)) / 2 };
}

function monthOf(ended: Int32Array, rank: number): number {
  let so = 0;
  for (let month = 1; month < ended.length; month += 1) {
    so += ended[month] ?? 0;
    if (so >= rank) return month;
  }
  return ended.length - 1;
}
