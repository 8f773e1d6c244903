import { isList } from '../outside-shapes.js';
import { leastSquares } from './least-squares.js';
import { defaultLag, neweyWest } from './newey-west.js';
import { at, isFigure, meanOf, sumOf } from './numbers.js';
import type { Refused } from './panel.js';

export interface ItsOptions {
  /** First period with the reform live, counted from 1. */
  readonly interventionIndex: number;
  /** Periods in a year: 12 (default) or 4. */
  readonly period?: number | null;
  /** Pairs of waves for the season; when absent, none under three years, then two by month and one by quarter. */
  readonly harmonics?: number | null;
  /** Periods over which residuals may follow each other; when absent 4(n/100)^(2/9), its whole part. */
  readonly neweyWestLag?: number | null;
  /** Periods after the start for which the effect is told; 6 when absent. */
  readonly horizon?: number | null;
}

export interface ItsCase {
  readonly options: ItsOptions;
  /** One value a period, none missing. */
  readonly y: readonly number[];
}

/** By term: (Intercept), t (slope), D (step), S (change of slope), s1, c1, s2, c2 … (season). */
export type ByTerm = Readonly<Record<string, number>>;

export interface InterruptedTimeSeries {
  readonly coefficients: ByTerm;
  readonly seOls: ByTerm;
  readonly seNeweyWest: ByTerm;
  /** With the factor n/(n − k): the one to show. */
  readonly seNeweyWestAdj: ByTerm;
  readonly sigma: number;
  /** Null for a series that never changes. */
  readonly r2: number | null;
  readonly effectAtHorizon: number;
  /** Without the factor. */
  readonly seEffectAtHorizon: number;
  /** Both null when the line fits to the last digit. */
  readonly durbinWatson: number | null;
  readonly acf1: number | null;
}

/**
 * INVALID_SERIES: a value that is missing or no number. INVALID_OPTIONS: a start that is no place in the series, more
 * harmonics than half the period, or a lag or horizon that is no whole number from 0. TOO_FEW_POINTS: fewer than 12 before
 * the start or 6 from it, or fewer than terms. COLLINEAR: terms that explain each other.
 */
export type ItsRefusal = 'INVALID_SERIES' | 'INVALID_OPTIONS' | 'TOO_FEW_POINTS' | 'COLLINEAR';

const LEAST_BEFORE = 12;
const LEAST_AFTER = 6;
/** Years before a season can be told from a change. */
const SEASONAL_YEARS = 3;
/** Residuals under this share of the values' squares are rounding. */
const PERFECT = 1e-24;

/**
 * A series' level and slope before and after a start, with its season, by OLS with Newey–West errors. Weaker than a
 * comparison with other councils: whatever else changed at the same time is in the effect. Takes a series in order of time;
 * effects are in its unit. Source: Wagner et al. (2002); Newey and West (1987); Durbin and Watson (1950).
 */
export function interruptedTimeSeries(input: ItsCase): InterruptedTimeSeries | Refused<ItsRefusal> {
  const { y } = input;
  if (!isList(y) || !y.every(isFigure)) return { error: 'INVALID_SERIES' };
  const options = completed(input.options, y.length);
  if (!options) return { error: 'INVALID_OPTIONS' };
  const before = options.interventionIndex - 1;
  if (before < LEAST_BEFORE || y.length - before < LEAST_AFTER) return { error: 'TOO_FEW_POINTS' };
  const terms = termsOf(options);
  if (y.length <= terms.length) return { error: 'TOO_FEW_POINTS' };
  const rows = y.map((_, index) => terms.map(({ at: value }) => value(index + 1)));
  const fit = leastSquares(rows, y);
  if (!fit) return { error: 'COLLINEAR' };
  const { neweyWestLag, horizon } = options;
  const covariance = neweyWest(rows, fit, neweyWestLag);
  const variance = fit.rss / (y.length - terms.length);
  const adjusted = y.length / (y.length - terms.length);
  const robust = covariance.diagonal();
  const byTerm = (value: (index: number) => number): ByTerm =>
    Object.fromEntries(terms.map(({ name }, index) => [name, value(index)]));
  const errors = (of: readonly number[], factor: number): ByTerm =>
    byTerm((index) => root(at(of, index) * factor));
  const atHorizon =
    covariance.get(2, 2) + 2 * horizon * covariance.get(2, 3) + horizon ** 2 * covariance.get(3, 3);
  return {
    coefficients: byTerm((index) => at(fit.coefficients, index)),
    seOls: errors(fit.inverse.diagonal(), variance),
    seNeweyWest: errors(robust, 1),
    seNeweyWestAdj: errors(robust, adjusted),
    sigma: Math.sqrt(variance),
    effectAtHorizon: at(fit.coefficients, 2) + horizon * at(fit.coefficients, 3),
    seEffectAtHorizon: root(atHorizon),
    ...fitOf(y, fit.residuals, fit.rss),
  };
}

/** Rounding can leave a variance of nothing just under 0. */
const root = (variance: number): number => Math.sqrt(Math.max(0, variance));

type Completed = { readonly [Option in keyof ItsOptions]-?: number };

function completed(options: ItsOptions | undefined, n: number): Completed | null {
  if (!options) return null;
  const { interventionIndex } = options;
  const [period, horizon] = [options.period ?? 12, options.horizon ?? 6];
  const season = n >= SEASONAL_YEARS * period ? (period >= 12 ? 2 : 1) : 0;
  const harmonics = options.harmonics ?? season;
  const neweyWestLag = options.neweyWestLag ?? defaultLag(n);
  const whole = [interventionIndex, period, harmonics, neweyWestLag, horizon].every(
    (value) => Number.isInteger(value) && isFigure(value) && value >= 0,
  );
  if (!whole || interventionIndex < 1 || interventionIndex > n) return null;
  if (period < 1 || 2 * harmonics > period || harmonics > n) return null;
  return { interventionIndex, period, harmonics, neweyWestLag, horizon };
}

interface Term {
  readonly name: string;
  readonly at: (t: number) => number;
}

function termsOf({ interventionIndex: start, period, harmonics }: Completed): Term[] {
  const waves = Array.from({ length: harmonics }, (_, index) => index + 1).flatMap((k) => {
    const angle = (t: number): number => (2 * Math.PI * k * t) / period;
    const cosine = { name: `c${k}`, at: (t: number) => Math.cos(angle(t)) };
    // At half the period the sine is 0 throughout.
    if (period === 2 * k) return [cosine];
    return [{ name: `s${k}`, at: (t: number) => Math.sin(angle(t)) }, cosine];
  });
  return [
    { name: '(Intercept)', at: () => 1 },
    { name: 't', at: (t) => t },
    { name: 'D', at: (t) => (t >= start ? 1 : 0) },
    { name: 'S', at: (t) => (t >= start ? t - start : 0) },
    ...waves,
  ];
}

function fitOf(
  y: readonly number[],
  residuals: readonly number[],
  rss: number,
): Pick<InterruptedTimeSeries, 'r2' | 'durbinWatson' | 'acf1'> {
  const mean = meanOf(y);
  const total = sumOf(y.map((value) => (value - mean) ** 2));
  const r2 = total > 0 ? 1 - rss / total : null;
  if (rss <= PERFECT * sumOf(y.map((value) => value * value)))
    return { r2, durbinWatson: null, acf1: null };
  const next = residuals.slice(1);
  const steps = sumOf(next.map((value, index) => (value - at(residuals, index)) ** 2));
  const together = sumOf(next.map((value, index) => value * at(residuals, index)));
  return { r2, durbinWatson: steps / rss, acf1: together / rss };
}
