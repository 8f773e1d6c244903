import { unreadable } from '../refusal.js';

const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** Row from 1, column from 0. */
export type CellAt = { readonly row: number; readonly column: number };
export type CellRange = { readonly from: CellAt; readonly to: CellAt };

/** `B7`, also `$B$7`. Ends the reading on what is no cell of any sheet. */
export function cellAt(reference: string): CellAt {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  if (column < 1 || column > MOST_COLUMNS) throw unreadable();
  return { row: rowNumber(row), column: column - 1 };
}

export function rowNumber(row: number): number {
  if (!Number.isInteger(row) || row < 1 || row > MOST_ROWS) throw unreadable();
  return row;
}

/** `B2:D9`, or one cell alone. */
export function cellRange(reference: string): CellRange {
  const [from = '', to = from] = reference.split(':');
  return { from: cellAt(from), to: cellAt(to) };
}

export const isWithin = ({ row, column }: CellAt, { from, to }: CellRange): boolean =>
  row >= from.row && row <= to.row && column >= from.column && column <= to.column;
