import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import { deviationOf, meanOf } from './oriented-baseline.js';

/** A forecast of the mean of three months: Student's t around `mean` with scale `se`. */
export type ForecastModel = { readonly mean: number; readonly se: number; readonly df: number };

export type ForecastOptions = {
  readonly alpha: number;
  readonly beta: number;
  readonly phi: number;
  /** How many of the last values the random walk is fitted to: 4 or more. */
  readonly window: number;
};

export const FORECAST_OPTIONS: ForecastOptions = { alpha: 0.3, beta: 0.1, phi: 0.95, window: 12 };

/** The first values, whose mean starts the level. */
const START = 6;
/** Below this no model has degrees of freedom of its own. */
const FEWEST_DF = 3;
/** The fewest values from which both models say something. */
export const FEWEST_FOR_FORECAST = START + 1;

/**
 * The three months that end `ahead` months (1 or more) after the last of these values (oldest first, 7 or more), by
 * exponential smoothing with a damped trend and fixed constants. Source: Holt (1957), Gardner and McKenzie (1985).
 */
export function dampedTrendForecast(
  values: readonly number[],
  ahead: number,
  { alpha, beta, phi }: ForecastOptions,
): ForecastModel {
  let level = meanOf(values.slice(0, START));
  let trend = 0;
  let squares = 0;
  values.forEach((value, at) => {
    const expected = level + phi * trend;
    const error = value - expected;
    trend = phi * trend + alpha * beta * error;
    level = expected + alpha * error;
    if (at >= START) squares += error * error;
  });
  const damped = dampedSums(phi, ahead);
  const months = damped.slice(Math.max(1, ahead - 2) - 1, ahead);
  const middle = Math.max(1, Math.max(1, ahead - 1) - 1);
  const carried = damped
    .slice(0, middle)
    .reduce((sum, steps) => sum + (alpha * (1 + beta * steps)) ** 2, 0);
  return {
    mean: meanOf(months.map((steps) => level + trend * steps)),
    se: Math.sqrt((squares / (values.length - START)) * (1 / 3 + carried)),
    df: Math.max(FEWEST_DF, values.length - 8),
  };
}

/** Σ φⁱ for i = 1 to j, for every j up to `count`. */
function dampedSums(phi: number, count: number): number[] {
  let [power, sum] = [1, 0];
  return Array.from({ length: count }, () => {
    power *= phi;
    sum += power;
    return sum;
  });
}

/**
 * The same three months by a random walk with drift on the last `window` values (4 or more values). Source: Box and Jenkins
 * (1970); the drift's own uncertainty grows with the square of the months ahead.
 */
export function driftForecast(
  values: readonly number[],
  ahead: number,
  { window }: ForecastOptions,
): ForecastModel {
  const last = values.slice(-window);
  const steps = last.slice(1).map((value, at) => value - (last[at] ?? value));
  const middle = ahead - 1;
  return {
    mean: meanOf(values.slice(-3)) + meanOf(steps) * middle,
    se: deviationOf(steps) * Math.sqrt(Math.max(1, middle) + middle ** 2 / steps.length),
    df: Math.max(FEWEST_DF, steps.length - 1),
  };
}

/** The chance that the three months' mean reaches the target; 0 or 1 where the model has no spread. */
export function chanceOfReaching({ mean, se, df }: ForecastModel, target: number): number {
  if (!(se > 0)) return mean >= target ? 1 : 0;
  return tCdf((mean - target) / se, df);
}

export type FanMonth = {
  readonly ahead: number;
  /** The lower and upper end of each model's central band. */
  readonly damped: { readonly mean: number; readonly lower: number; readonly upper: number };
  readonly drift: { readonly mean: number; readonly lower: number; readonly upper: number };
};

/**
 * Both models' bands of the three-month mean for each of the next `months` months, each band holding `share` (over 0, below
 * 1) of its model's distribution; empty for fewer than 7 values or no month ahead.
 */
export function forecastFan(
  values: readonly number[],
  { months, share }: { readonly months: number; readonly share: number },
): readonly FanMonth[] {
  if (values.length < FEWEST_FOR_FORECAST || !(months >= 1)) return [];
  const band = ({ mean, se, df }: ForecastModel) => {
    const reach = se > 0 ? se * tQuantile((1 + share) / 2, df) : 0;
    return { mean, lower: mean - reach, upper: mean + reach };
  };
  return Array.from({ length: Math.floor(months) }, (_, at) => ({
    ahead: at + 1,
    damped: band(dampedTrendForecast(values, at + 1, FORECAST_OPTIONS)),
    drift: band(driftForecast(values, at + 1, FORECAST_OPTIONS)),
  }));
}
