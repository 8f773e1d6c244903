import type { ForecastOptions } from './forecast.js';
import { FEWEST_BASELINE_POINTS } from './frozen-baseline.js';
import type { BetterWhen } from './oriented-baseline.js';

export type SeriesOptions = {
  readonly improvementDirection: BetterWhen;
  /** How many of the first values are the baseline: a whole number of at least 13. */
  readonly baselineN: number;
  /** The plan's last month, counted from 1 at the first value; needed with a target. */
  readonly endIndex?: number | null;
  /** As the values are written, not oriented; null or left out without a plan. */
  readonly target?: number | null;
  /** Left out: 0.5 and 5. */
  readonly cusumK?: number;
  readonly cusumH?: number;
  /** Left out: 0.2 and 2.7. */
  readonly ewmaLambda?: number;
  readonly ewmaL?: number;
  readonly forecast?: Partial<ForecastOptions>;
};

/** One series with its options; months without a value do not stand in it. */
export type SeriesCase = {
  /** Oldest first. */
  readonly y: readonly number[];
  readonly options: SeriesOptions;
};

export type OffTrackRefusal = {
  readonly error:
    | 'INVALID_VALUE'
    | 'INVALID_DIRECTION'
    | 'BASELINE_TOO_SHORT'
    | 'INVALID_TARGET'
    | 'INVALID_END'
    | 'INVALID_OPTION';
};

/** Values beyond this would overflow when squared; no figure comes near it. */
const LARGEST = 1e100;

/** A number that can be reckoned with: finite and of any size a figure has. */
export const isFigure = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= LARGEST;

/**
 * What is wrong with a series, or null. INVALID_VALUE: not a list, or a value is no finite number. BASELINE_TOO_SHORT: fewer
 * than 13 baseline points asked for or at hand, or no whole number. INVALID_END: with a target, an end that is no whole
 * number or not after the baseline. INVALID_OPTION: another option outside its range.
 */
export function checkSeries({ y, options }: SeriesCase): OffTrackRefusal | null {
  if (!Array.isArray(y) || !y.every(isFigure)) return { error: 'INVALID_VALUE' };
  if (!isDirection(options?.improvementDirection)) return { error: 'INVALID_DIRECTION' };
  const { baselineN, target, endIndex } = options;
  if (!isBaseline(baselineN, y.length)) return { error: 'BASELINE_TOO_SHORT' };
  if (target !== null && target !== undefined) {
    if (!isFigure(target)) return { error: 'INVALID_TARGET' };
    if (!Number.isInteger(endIndex) || Number(endIndex) <= baselineN)
      return { error: 'INVALID_END' };
  }
  return optionsAreInRange(options) ? null : { error: 'INVALID_OPTION' };
}

export const isDirection = (value: unknown): value is BetterWhen =>
  value === 'increase' || value === 'decrease';

export const isBaseline = (points: unknown, atHand: number): boolean =>
  Number.isInteger(points) && Number(points) >= FEWEST_BASELINE_POINTS && Number(points) <= atHand;

const within = (value: unknown, [least, most]: readonly [number, number]): boolean =>
  value === undefined || (typeof value === 'number' && value >= least && value <= most);

function optionsAreInRange({ forecast, ...options }: SeriesOptions): boolean {
  return (
    within(options.cusumK, [0, LARGEST]) &&
    within(options.cusumH, [0, LARGEST]) &&
    within(options.ewmaLambda, [Number.MIN_VALUE, 1]) &&
    within(options.ewmaL, [0, LARGEST]) &&
    within(forecast?.alpha, [0, 1]) &&
    within(forecast?.beta, [0, 1]) &&
    within(forecast?.phi, [0, 1]) &&
    within(forecast?.window, [4, Number.MAX_SAFE_INTEGER])
  );
}
