import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  ratioOf,
  subtractDecimals,
  type Decimal,
} from '../../decimal/decimal.js';
import { publishedState } from '../../intake/read-state.js';
import { readNumber } from '../../intake/read-value.js';
import type { ValueState } from '../../observations/observation.js';
import type { EesIndicator, EesRate } from './mapping.js';

export type EesCell = {
  readonly number: Decimal | null;
  readonly state: ValueState;
  readonly symbol: string | null;
  /** Neither a number nor a symbol: taken as not available. */
  readonly unreadable: boolean;
};

/** A cell of an indicator column: a number, a symbol of official statistics, or blank (not available). */
export function readEesCell(raw: string): EesCell {
  const text = raw.trim();
  const number = readNumber(text);
  if (number !== null) return { number, state: 'value', symbol: null, unreadable: false };
  const state = publishedState(text);
  return {
    number: null,
    state: state ?? 'x',
    symbol: text === '' ? null : text,
    unreadable: text !== '' && state === null,
  };
}

export type EesFigure = EesCell & {
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  /** The two published counts do not make the published value: the denominator is another one, so it is left out. */
  readonly partsDiffer: boolean;
};

/**
 * One metric of a row. Where both counts and a percentage are published and the counts do not make it, the percentage
 * stands and the denominator is left out, since it is not what the percentage was made with.
 */
export function readIndicator(
  indicator: EesIndicator,
  cell: (column: string) => EesCell,
): EesFigure {
  const sum = (columns: readonly string[] | undefined): EesCell | null => {
    if (!columns) return null;
    const cells = columns.map(cell);
    const without = cells.find(({ number }) => number === null);
    return without ?? { ...PLAIN, number: addDecimals(cells.map(({ number }) => number ?? '0')) };
  };
  const [numerator, denominator] = [sum(indicator.numerator), sum(indicator.denominator)];
  const published = indicator.value === undefined ? null : scaled(cell(indicator.value), indicator);
  const value = published ?? workedOut(indicator, numerator, denominator);
  const [n, d] = [numerator?.number ?? null, denominator?.number ?? null];
  const partsDiffer =
    n !== null &&
    d !== null &&
    published !== null &&
    published.number !== null &&
    !makes([n, d], published.number, indicator.rate ?? PERCENT);
  return { ...value, numerator: n, denominator: partsDiffer ? null : d, partsDiffer };
}

const PERCENT: EesRate = { times: 100, decimals: 1 };
const PLAIN = { state: 'value', symbol: null, unreadable: false } as const;

const scaled = (cell: EesCell, { scale }: EesIndicator): EesCell =>
  cell.number === null || scale === undefined
    ? cell
    : { ...cell, number: multiplyDecimals(cell.number, scale) };

function workedOut(
  { rate = PERCENT }: EesIndicator,
  numerator: EesCell | null,
  denominator: EesCell | null,
): EesCell {
  const [n, d] = [numerator?.number ?? null, denominator?.number ?? null];
  const number = n === null || d === null ? null : ratioOf(n, d, rate.times, rate.decimals);
  if (number !== null) return { ...PLAIN, number };
  const without = [numerator, denominator].find((part) => part && part.number === null);
  return without ?? { number: null, state: 'x', symbol: null, unreadable: false };
}

/** Whether the counts make the value, rounded either way at a half. */
function makes(
  parts: readonly [Decimal, Decimal],
  value: Decimal,
  { times, decimals }: EesRate,
): boolean {
  const [n, d] = parts;
  const made = multiplyDecimals(n, String(times));
  const gap = subtractDecimals(made, multiplyDecimals(value, d));
  const size = gap.startsWith('-') ? gap.slice(1) : gap;
  return compareDecimals(multiplyDecimals(size, `2${'0'.repeat(decimals)}`), d) <= 0;
}
