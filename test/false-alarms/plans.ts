import { chanceOfTarget, nextSum, onStraightLine, orientedBaseline } from '#statistics/off-track';
import { seededRandom } from '#statistics/random';
import { seriesOf } from './noise.js';

const BASELINE = 24;
/** The plan's months; its last is its end. */
const MONTHS = 24;
const LENGTH = BASELINE + MONTHS;
/** Before it, the page says that it is too early to tell. */
const FIRST_TELLING = 6;
const FORECAST_MONTHS = [6, 12, 18] as const;

/** The true slope, as a multiple of the one the plan needs. */
export const PATHS = {
  'on track (1.15 of the needed slope)': 1.15,
  'exactly on the plan': 1,
  'half the needed slope': 0.5,
  'no change': 0,
  'decline (half the needed slope downwards)': -0.5,
} as const;

export const PLAN_RULES = [
  'below the plan',
  'over 1 sigma below the plan',
  'rule B',
  'P(met) < 0.2 twice',
  'rule B or C',
] as const;

export type PlanRuleFigures = {
  /** Of the months in which a plan is judged, 1 to 23. */
  readonly shareRed: number;
  readonly changesPerYear: number;
  readonly redWithin12: number;
  /** Null where no run ever was red. */
  readonly medianFirstRed: number | null;
};

export type Forecast = {
  readonly month: number;
  readonly met: boolean;
  /** In the order of FORECASTERS. */
  readonly chances: readonly number[];
};
export const FORECASTERS = [
  'mean of both',
  'damped trend',
  'random walk with drift',
  'red or green',
] as const;

export type PlanScenario = {
  readonly slope: number;
  /** What the plan asks for, in sigmas. */
  readonly gain: number;
  readonly correlation: number;
};

export type PlanFigures = {
  readonly rules: readonly PlanRuleFigures[];
  readonly forecasts: readonly Forecast[];
};

/** How often rules are red on the way of a plan of 24 months, by months' own states (no clearing), from a fixed seed. */
export function planFigures(
  scenario: PlanScenario,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): PlanFigures {
  const random = seededRandom(`${seed} plans ${JSON.stringify(scenario)}`);
  const fill = seriesOf(`ar:${scenario.correlation}`, random);
  const change = { step: 0, ramp: (scenario.slope * scenario.gain) / MONTHS };
  const values = new Float64Array(LENGTH);
  const forecasts: Forecast[] = [];
  const tallies = PLAN_RULES.map(() => ({ red: 0, changes: 0, early: 0, first: [] as number[] }));
  for (let run = 0; run < runs; run += 1) {
    fill(values, { baselineN: BASELINE, length: LENGTH, change });
    const states = statesOf(Array.from(values), scenario.gain, forecasts);
    states.forEach((months, rule) => {
      const tally = tallies[rule];
      if (!tally) return;
      tally.red += months.filter(Boolean).length;
      tally.changes += months.filter((red, at) => at > 0 && red !== months[at - 1]).length;
      const first = months.indexOf(true) + 1;
      if (first > 0) tally.first.push(first);
      if (first > 0 && first <= 12) tally.early += 1;
    });
  }
  const judged = MONTHS - 1;
  const rules = tallies.map(({ red, changes, early, first }) => ({
    shareRed: red / (runs * judged),
    changesPerYear: changes / runs / ((judged - 1) / 12),
    redWithin12: early / runs,
    medianFirstRed: first.sort((a, b) => a - b)[Math.floor(first.length / 2)] ?? null,
  }));
  return { rules, forecasts };
}

/** Each rule's state in months 1 to 23 of one run; its forecasts are added to `forecasts`. */
function statesOf(values: readonly number[], gain: number, forecasts: Forecast[]): boolean[][] {
  const { mean, sigma } = orientedBaseline(values.slice(0, BASELINE));
  const spread = sigma ?? Infinity;
  const target = mean + gain;
  const met = (last(values, 0) + last(values, 1) + last(values, 2)) / 3 >= target;
  const states: boolean[][] = PLAN_RULES.map(() => []);
  let [sum, before] = [0, 1];
  for (let month = 1; month < MONTHS; month += 1) {
    const so = values.slice(0, BASELINE + month);
    const value = last(so, 0);
    const plan = onStraightLine(mean, target, { month, months: MONTHS });
    const chance = chanceOfTarget(so, { target, ahead: MONTHS - month });
    const pMet = month < FIRST_TELLING ? 1 : (chance?.pMet ?? 1);
    sum = nextSum(sum, (plan - value) / spread, 0.5);
    const isB = sum > 5;
    const isC = month >= 12 && Math.max(pMet, before) < 0.1;
    const red = [
      value < plan,
      value < plan - spread,
      isB,
      Math.max(pMet, before) < 0.2,
      isB || isC,
    ];
    red.forEach((is, rule) => states[rule]?.push(is));
    before = pMet;
    if (chance !== null && FORECAST_MONTHS.some((at) => at === month))
      forecasts.push({
        month,
        met,
        chances: [pMet, chance.holt.p, chance.drift.p, value < plan ? 0 : 1],
      });
  }
  return states;
}

const last = (values: readonly number[], back: number): number => values.at(-1 - back) ?? NaN;

export type ForecastScore = {
  readonly month: number;
  readonly baseRate: number;
  /** Brier's score of always saying the base rate, then of each of FORECASTERS. */
  readonly brier: readonly number[];
};

/** Brier's scores (0 is perfect) of these forecasts by month. Source: Brier (1950). */
export function forecastScores(forecasts: readonly Forecast[]): readonly ForecastScore[] {
  return FORECAST_MONTHS.map((month) => {
    const those = forecasts.filter((forecast) => forecast.month === month);
    const mean = (of: (forecast: Forecast) => number) =>
      those.reduce((sum, forecast) => sum + of(forecast), 0) / those.length;
    const baseRate = mean(({ met }) => Number(met));
    const score = (chanceOf: (forecast: Forecast) => number) =>
      mean((forecast) => (chanceOf(forecast) - Number(forecast.met)) ** 2);
    const own = FORECASTERS.map((_, at) => score(({ chances }) => chances[at] ?? 0));
    return { month, baseRate, brier: [score(() => baseRate), ...own] };
  });
}
