import type { JudgedPoint } from '../../assessment/index.js';
import type { Unit } from '../../metrics/metric.js';
import { formatPeriod } from '../../periods/index.js';

const SUFFIX: Readonly<Record<Unit, string>> = {
  percent: '%',
  per100: ' per 100',
  pounds: ' pounds',
  count: '',
  score: '',
  category: '',
};

/** A number in a metric's unit, to one decimal at most. */
export const inUnit = (value: number, unit: Unit): string =>
  `${Math.round(value * 10) / 10}${SUFFIX[unit]}`;

/** A difference in a metric's unit, to two decimals at most: percentages differ by points. */
export const changeInUnit = (value: number, unit: Unit): string =>
  `${Math.round(value * 100) / 100}${unit === 'percent' ? ' points' : SUFFIX[unit]}`;

/** `6.7% (1 of 15) in January 2023`. */
export function figureWords(
  { period, value, numerator, denominator }: JudgedPoint,
  unit: Unit,
): string {
  const counts =
    numerator !== null && denominator !== null ? ` (${numerator} of ${denominator})` : '';
  return `${value ?? 'no figure'}${value === null ? '' : SUFFIX[unit]}${counts} in ${formatPeriod(period)}`;
}
