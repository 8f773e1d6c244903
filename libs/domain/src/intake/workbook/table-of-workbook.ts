import { err, ok, type Result } from '../../result.js';
import type { Finding } from '../finding.js';
import type { InParts } from '../../parts.js';
import type { IntakeRow, IntakeTable } from '../intake-table.js';
import { MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS } from '../read-csv.js';
import { say } from '../say.js';
import type { ValidationRule } from '../validation-rule.js';
import type { ChosenSheet, SheetChoice } from './choose-sheet.js';
import { textsOf } from './find-header.js';
import { workbookRemarks } from './workbook-remarks.js';
import type { Workbook, WorkbookRow } from './workbook.js';

/**
 * The return in a workbook as the table that a CSV file would be: the header row and every shown row under it that has a
 * text, with the numbers of the sheet's rows. What makes the workbook unusable is a finding. A long sheet is read in parts.
 */
export function* tableOfWorkbook(
  workbook: Workbook,
  choice: SheetChoice,
  rules: readonly ValidationRule[],
): InParts<Result<IntakeTable, readonly Finding[]>> {
  switch (choice.kind) {
    case 'empty':
      return err(say(rules, 'FILE_EMPTY', {}));
    case 'several': {
      const [a, b] = choice.names;
      return err(say(rules, 'SHEET_AMBIGUOUS', {}, { a, b }));
    }
    case 'sheet': {
      const table = yield* tableOf(choice.chosen, rules);
      if (!table.ok) return table;
      return ok({ ...table.value, remarks: workbookRemarks(workbook, choice.chosen, rules) });
    }
  }
}

/** Rows between two pauses. */
const PART = 5_000;

const hasText = ({ cells }: WorkbookRow): boolean => cells.some(({ text }) => text.trim() !== '');

function* tableOf(
  { sheet, header }: ChosenSheet,
  rules: readonly ValidationRule[],
): InParts<Result<IntakeTable, readonly Finding[]>> {
  const tooLarge = (size: string, row: number | null = null) =>
    err(say(rules, 'FILE_TOO_LARGE', { row }, { size }));
  const shown = sheet.rows.slice(header?.index ?? 0).filter((row) => !row.hidden && hasText(row));
  const [first, ...body] = shown;
  if (!first) return err(say(rules, 'FILE_EMPTY', {}));
  if (body.length > MOST_ROWS) return tooLarge('more than 1,000,000 rows');
  if (shown.some((row) => widthOf(row) > MOST_COLUMNS)) return tooLarge('more than 200 columns');
  const long = shown.find(({ cells }) => cells.some(({ text }) => text.length > MOST_CHARACTERS));
  if (long) return tooLarge('a cell of more than 10,000 characters', long.number);
  const named = widthOf(first);
  // A row that ends early has empty cells; one with a text beyond the last named column has too many, and is told so.
  const filled = (row: WorkbookRow): readonly string[] => {
    const texts = textsOf(row, Math.max(named, widthOf(row)));
    return [...texts, ...Array.from({ length: Math.max(0, named - texts.length) }, () => '')];
  };
  const rows: IntakeRow[] = [];
  for (const row of body) {
    rows.push({ row: row.number, cells: filled(row) });
    if (rows.length % PART === 0) yield;
  }
  return ok({
    columns: filled(first),
    headerRow: first.number,
    rows,
  });
}

/** Columns as far as the last that has a text. */
const widthOf = ({ cells }: WorkbookRow): number =>
  (cells.findLast(({ text }) => text.trim() !== '')?.column ?? -1) + 1;
