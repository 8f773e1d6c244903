import type { WorkbookSheet } from './workbook.js';

/** Names that say nothing of anybody. Any other is a text of the sender's: it could be a child's. */
const ORDINARY =
  /^(?:sheet|data|return|returns|template|lists?|lookups?|notes|guidance|figures|summary|pivot|table|chart)(?: ?\d{1,3})?$/i;

/** A sheet in a finding of the personal-data guard: by its name only where that is an ordinary word. */
export function sheetPlace(
  { name, visibility }: Pick<WorkbookSheet, 'name' | 'visibility'>,
  index: number,
): string {
  const called = ORDINARY.test(name) ? `sheet "${name}"` : `sheet ${index + 1}`;
  return visibility === 'visible' ? called : `${called} (hidden)`;
}

/** `B7` of row 7 and column 1. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
