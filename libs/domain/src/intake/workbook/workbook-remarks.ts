import type { Finding } from '../finding.js';
import { mapColumns } from '../map-columns.js';
import { say } from '../say.js';
import type { ValidationRule } from '../validation-rule.js';
import type { ChosenSheet } from './choose-sheet.js';
import { textsOf } from './find-header.js';
import type { Workbook, WorkbookRow, WorkbookSheet } from './workbook.js';

/** What was in a workbook beside the return: HIDDEN_CONTENT for what a sender does not see, SHEET_IGNORED for sheets. */
export function workbookRemarks(
  workbook: Workbook,
  chosen: ChosenSheet,
  rules: readonly ValidationRule[],
): readonly Finding[] {
  const what = hiddenIn(workbook, chosen);
  const hidden =
    what.length === 0
      ? []
      : say(rules, 'HIDDEN_CONTENT', {}, { what: listed(what), sheet: chosen.sheet.name });
  const ignored = workbook.sheets.filter(
    ({ visibility, rows }, index) =>
      visibility === 'visible' && rows.length > 0 && index !== chosen.index,
  );
  return [
    ...hidden,
    ...ignored.flatMap(({ name }) => say(rules, 'SHEET_IGNORED', { column: name }, { name })),
  ];
}

function hiddenIn(workbook: Workbook, { sheet, header }: ChosenSheet): readonly string[] {
  const { traces, sheets } = workbook;
  const found: readonly (readonly [boolean | number, string])[] = [
    [sheets.some(({ visibility }) => visibility !== 'visible'), 'a hidden sheet'],
    [sheet.rows.some((row) => row.hidden && hasFigure(row)), 'hidden rows with figures'],
    [hasHiddenColumn(sheet, sheet.rows[header?.index ?? 0]), 'hidden columns'],
    [traces.pivotCaches, 'a pivot table that keeps a copy of its source'],
    [traces.externalLinks, 'a link to another workbook'],
    [traces.comments, 'comments on cells'],
    [traces.embeddedFiles, 'another file inside it'],
  ];
  return found.flatMap(([is, words]) => (is ? [words] : []));
}

const hasFigure = ({ cells }: WorkbookRow): boolean => cells.some(({ text }) => /\d/.test(text));

/** A hidden column that the return knows is used like any other: templates hide their codes. */
function hasHiddenColumn(
  { hiddenColumns, rows }: WorkbookSheet,
  header: WorkbookRow | undefined,
): boolean {
  if (!header || hiddenColumns.length === 0) return false;
  const known = new Set(Object.values(mapColumns({ columns: textsOf(header, 200) }).at));
  const isUnused = (column: number): boolean =>
    !known.has(column) && hiddenColumns.some(([from, to]) => column >= from && column <= to);
  return rows.some(({ cells }) => cells.some(({ column }) => isUnused(column)));
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
