import { mapColumns } from '../map-columns.js';
import { MOST_COLUMNS } from '../read-csv.js';
import { missingColumns } from '../table-findings.js';
import { understandColumns, type ColumnNames } from '../understand-columns.js';
import type { WorkbookRow, WorkbookSheet } from './workbook.js';

/** Titles, notes and logos stand above a header; no more rows than these. */
const MOST_ABOVE = 20;
/** One name alone may be a word of a title. */
const CHANCE = 1;

export type Header = {
  /** Place in the sheet's rows. */
  readonly index: number;
  /** Columns of the return that it names. */
  readonly roles: number;
  readonly isWhole: boolean;
};

/**
 * The row that names the columns of a return: the first that names all, otherwise the one that names most. Null when none
 * of the first rows names two. Hidden rows are not looked at.
 */
export function findHeader(
  sheet: WorkbookSheet,
  { councilNamed, names }: { readonly councilNamed: boolean; readonly names: ColumnNames },
): Header | null {
  let best: Header | null = null;
  let above = 0;
  for (const [index, row] of sheet.rows.entries()) {
    if (row.hidden) continue;
    if (above > MOST_ABOVE) break;
    above += 1;
    const header = { columns: textsOf(row, MOST_COLUMNS), rows: [] };
    const { at } = mapColumns(understandColumns(header, names));
    const roles = Object.keys(at).length;
    if (missingColumns(at, councilNamed).length === 0) return { index, roles, isWhole: true };
    if (roles > (best?.roles ?? CHANCE)) best = { index, roles, isWhole: false };
  }
  return best;
}

/** The texts of a row, one for each column as far as `width`. */
export function textsOf({ cells }: WorkbookRow, width: number): readonly string[] {
  const last = cells.at(-1)?.column ?? -1;
  const texts = Array.from({ length: Math.min(width, last + 1) }, () => '');
  for (const { column, text } of cells) if (column < texts.length) texts[column] = text;
  return texts;
}
