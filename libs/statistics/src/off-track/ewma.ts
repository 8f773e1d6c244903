export type EwmaOptions = {
  readonly mean: number;
  readonly sigma: number;
  /** Weight of the newest value, over 0 and up to 1. */
  readonly lambda: number;
  /** Limit in standard deviations of the average. */
  readonly reach: number;
};

export type EwmaPath = {
  readonly average: number[];
  readonly lower: number[];
  /** Whether the average is below its lower limit. */
  readonly alarm: boolean[];
};

/**
 * The exponentially weighted moving average of oriented values, from the baseline's mean, with its exact lower limits. A
 * comparison for the benchmark; no alert uses it. Source: Roberts (1959); Lucas and Saccucci (1990).
 */
export function ewmaPath(
  values: readonly number[],
  { mean, sigma, lambda, reach }: EwmaOptions,
): EwmaPath {
  let last = mean;
  const average = values.map((value) => (last = lambda * value + (1 - lambda) * last));
  const lower = values.map((_, at) => ewmaLower({ mean, sigma, lambda, reach }, at + 1));
  return { average, lower, alarm: average.map((value, at) => value < (lower[at] ?? 0)) };
}

/** The lower limit of the average after `months` values. */
export function ewmaLower({ mean, sigma, lambda, reach }: EwmaOptions, months: number): number {
  const settled = 1 - (1 - lambda) ** (2 * months);
  return mean - reach * sigma * Math.sqrt((lambda / (2 - lambda)) * settled);
}
