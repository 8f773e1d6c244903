/** What a CSV file begins with, so that Excel reads it as UTF-8. */
export const CSV_START = '\ufeff';

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One line of a CSV file (RFC 4180), with its line end. A text that a spreadsheet would take for a formula is written
 * with an apostrophe before it; a number is not. Null is an empty cell.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(cellText).join(',')}\r\n`;

function cellText(cell: string | number | null): string {
  const text = String(cell ?? '');
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
