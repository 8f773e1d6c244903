import { screenedSigma } from './screened-sigma.js';

/** Which way a measure gets better. */
export type BetterWhen = 'increase' | 'decrease';

/** 1 where more is better, −1 where less is: times a value, so that more is better always. */
export const signOf = (better: BetterWhen): 1 | -1 => (better === 'increase' ? 1 : -1);

export type OrientedBaseline = {
  /** How many points it stands on. */
  readonly points: number;
  readonly mean: number;
  /** By the screened mean moving range; null where it is undefined or 0: a constant baseline. */
  readonly sigma: number | null;
  /** First-lag correlation, about −1 to 1; null for a constant baseline. */
  readonly lag1: number | null;
};

/** The mean, spread and first-lag correlation of a frozen baseline's oriented values, oldest first; at least one value. */
export function orientedBaseline(values: readonly number[]): OrientedBaseline {
  const mean = meanOf(values);
  const sigma = screenedSigma(values);
  return {
    points: values.length,
    mean,
    sigma: sigma !== null && sigma > 0 ? sigma : null,
    lag1: sigma === null ? null : firstLagCorrelation(values),
  };
}

/** Σ eₜeₜ₋₁ / Σ eₜ² of the deviations from the mean; null where they are all 0. Source: Box and Jenkins (1970). */
export function firstLagCorrelation(values: readonly number[]): number | null {
  const mean = meanOf(values);
  let [products, squares, before] = [0, 0, 0];
  for (const value of values) {
    const deviation = value - mean;
    products += deviation * before;
    squares += deviation * deviation;
    before = deviation;
  }
  return squares > 0 ? products / squares : null;
}

/** The arithmetic mean; at least one value. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The standard deviation with n − 1; 0 for fewer than two values. */
export function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1));
}
