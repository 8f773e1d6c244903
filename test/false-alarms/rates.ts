import {
  adaptiveLimit,
  nextSum,
  orientedBaseline,
  ODDS_RATIO,
  RATE_LIMIT,
  rateBaseline,
  rateWeight,
  singleValueReach,
} from '#statistics/off-track';
import {
  binomialDraw,
  normalDraw,
  poissonDraw,
  seededRandom,
  type Random,
} from '#statistics/random';
import { summary, type RunLengths } from './run-lengths.js';

/** Percentages near a bound: mean cases a month, share of good outcomes, as the specification's table has them. */
export const RATE_CELLS = [
  [4, 0.9],
  [8, 0.9],
  [18, 0.9],
  [18, 0.95],
  [40, 0.95],
  [100, 0.98],
  [18, 0.8],
] as const;

const BASELINE = 24;
const MONTHS = 120;
const LENGTH = BASELINE + MONTHS;

export type RateScenario = {
  readonly cases: number;
  /** The share of good outcomes in the baseline, and after it. */
  readonly before: number;
  readonly after: number;
  /** How much the log-odds vary between months: a standard deviation. */
  readonly logOddsSd: number;
};

/** Rule A on the values and rule A′ on the counts, on the same months. */
export type RatePair = { readonly values: RunLengths; readonly counts: RunLengths };

/** How long both forms run on fresh series with a baseline of 24 months, from a fixed seed. */
export function rateRunLengths(
  scenario: RateScenario,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): RatePair {
  const random = seededRandom(`${seed} rates ${JSON.stringify(scenario)}`);
  const [good, all] = [new Float64Array(LENGTH), new Float64Array(LENGTH)];
  const [byValues, byCounts] = [new Int32Array(MONTHS + 1), new Int32Array(MONTHS + 1)];
  for (let run = 0; run < runs; run += 1) {
    fillCounts({ good, all }, scenario, random);
    const values = monthByValues(good, all);
    const counts = monthByCounts(good, all);
    byValues[values] = (byValues[values] ?? 0) + 1;
    byCounts[counts] = (byCounts[counts] ?? 0) + 1;
  }
  return { values: summary(byValues, runs), counts: summary(byCounts, runs) };
}

type Counts = { readonly good: Float64Array; readonly all: Float64Array };

function fillCounts({ good, all }: Counts, scenario: RateScenario, random: Random): void {
  const { cases, before, after, logOddsSd } = scenario;
  for (let t = 0; t < LENGTH; t += 1) {
    const n = poissonDraw(random, cases) || 1;
    const share = t < BASELINE ? before : after;
    all[t] = n;
    good[t] = binomialDraw(random, n, logOddsSd > 0 ? varied(share, logOddsSd, random) : share);
  }
}

const varied = (share: number, deviation: number, random: Random): number =>
  1 / (1 + ((1 - share) / share) * Math.exp(-deviation * normalDraw(random)));

/** Rule A on the percentages; it never alarms where they do not change in the baseline. */
function monthByValues(good: Float64Array, all: Float64Array): number {
  const baseline = orientedBaseline(
    Array.from({ length: BASELINE }, (_, t) => (good[t] ?? 0) / (all[t] ?? 1)),
  );
  const { mean, sigma, points } = baseline;
  if (sigma === null) return 0;
  const [limit, reach] = [adaptiveLimit(baseline), singleValueReach(points)];
  let sum = 0;
  for (let month = 1; month <= MONTHS; month += 1) {
    const t = BASELINE + month - 1;
    const score = ((good[t] ?? 0) / (all[t] ?? 1) - mean) / sigma;
    sum = nextSum(sum, -score, 0.5);
    if (sum > limit || score < -reach) return month;
  }
  return 0;
}

function monthByCounts(good: Float64Array, all: Float64Array): number {
  const { share, dispersion } = rateBaseline(
    Array.from({ length: BASELINE }, (_, t) => ({ good: good[t] ?? 0, all: all[t] ?? 1 })),
  );
  const count = { good: 0, all: 0 };
  const weighing = { dispersion, oddsRatio: ODDS_RATIO };
  let sum = 0;
  for (let month = 1; month <= MONTHS; month += 1) {
    count.good = good[BASELINE + month - 1] ?? 0;
    count.all = all[BASELINE + month - 1] ?? 0;
    sum = nextSum(sum, rateWeight(count, share, weighing), 0);
    if (sum > RATE_LIMIT) return month;
  }
  return 0;
}

/** The share whose odds are a third of this one's. */
export const oddsAThird = (share: number): number => share / (share + 3 * (1 - share));
