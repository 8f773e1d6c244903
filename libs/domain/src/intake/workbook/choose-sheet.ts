import { findHeader, type Header } from './find-header.js';
import type { Workbook, WorkbookSheet } from './workbook.js';

/** A sheet that holds the return, or comes nearest to one. */
export type ChosenSheet = {
  readonly sheet: WorkbookSheet;
  /** Place in the workbook's sheets. */
  readonly index: number;
  readonly header: Header | null;
};

export type SheetChoice =
  | { readonly kind: 'sheet'; readonly chosen: ChosenSheet }
  /** Two that both look like returns: nobody but the sender knows which is meant. */
  | { readonly kind: 'several'; readonly names: readonly [string, string] }
  | { readonly kind: 'empty' };

/**
 * Which sheet holds the return: the only visible one with all its columns and a row under them. One without rows gives way
 * to one with; where none has all columns, the one that names most is taken, so that what is missing can be told.
 */
export function chooseSheet(
  workbook: Workbook,
  look: Parameters<typeof findHeader>[1],
): SheetChoice {
  const visible = workbook.sheets
    .map((sheet, index): ChosenSheet => ({ sheet, index, header: null }))
    .filter(({ sheet }) => sheet.visibility === 'visible' && sheet.rows.some(isShown))
    .map((one) => ({ ...one, header: findHeader(one.sheet, look) }));
  const whole = visible.filter(({ header }) => header?.isWhole);
  const filled = whole.filter(hasRows);
  const [a, b] = filled;
  if (a && b) return { kind: 'several', names: [a.sheet.name, b.sheet.name] };
  const chosen = a ?? whole[0] ?? nearest(visible);
  return chosen ? { kind: 'sheet', chosen } : { kind: 'empty' };
}

const isShown = ({ hidden }: { readonly hidden: boolean }): boolean => !hidden;

const hasRows = ({ sheet, header }: ChosenSheet): boolean =>
  header !== null && sheet.rows.slice(header.index + 1).some(isShown);

function nearest(sheets: readonly ChosenSheet[]): ChosenSheet | undefined {
  const roles = ({ header }: ChosenSheet): number => header?.roles ?? 0;
  return sheets.toSorted((a, b) => roles(b) - roles(a))[0];
}
