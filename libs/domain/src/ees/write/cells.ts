import type { ValueState } from '../../observations/index.js';
import type { EesFigure } from './written.js';

/**
 * The symbol where there is no number. A figure that has not come is not available, as EES has it; a rate of 0 in 0 cases
 * is not applicable.
 */
const SYMBOLS: Readonly<Record<ValueState, string>> = {
  value: 'z',
  missing: 'x',
  z: 'z',
  x: 'x',
  c: 'c',
  low: 'low',
};

/** Low reliability is read as not available, and written as it was published. */
const LOW_RELIABILITY = 'u';

/** Why a figure has no number. */
function symbolOf({ state, symbol }: EesFigure): string {
  return state === 'x' && symbol === LOW_RELIABILITY ? LOW_RELIABILITY : SYMBOLS[state];
}

/**
 * A figure's cells: its value, and the two counts that it is made of where the file has columns for them. Numbers are
 * exact, with a point and no thousands separator; no cell is empty.
 */
export function figureCells(figure: EesFigure, withParts: boolean): readonly string[] {
  const why = symbolOf(figure);
  const value = figure.value ?? why;
  if (!withParts) return [value];
  const part = (number: string | null): string =>
    number ?? (figure.state === 'value' ? SYMBOLS.x : why);
  return [value, part(figure.numerator), part(figure.denominator)];
}
