import type { InParts } from '../../parts.js';
import type { Finding } from '../finding.js';
import type { IntakeTable } from '../intake-table.js';
import { mapColumns } from '../map-columns.js';
import { say } from '../say.js';
import { meaningOf, type ColumnNames } from '../understand-columns.js';
import type { ValidationRule } from '../validation-rule.js';
import { findHeader, textsOf } from '../workbook/find-header.js';
import { cellName, sheetPlace } from '../workbook/places.js';
import type { Workbook, WorkbookRow, WorkbookSheet, WorkbookText } from '../workbook/workbook.js';
import { isPersonIn } from './person-in-row.js';
import { isPersonalHeader } from './personal-header.js';
import { MOST_FINDINGS, notNamesIn, textFindings } from './scan-for-personal-data.js';

/** Longer texts are sentences about columns, not their names. */
const LONGEST_NAME = 40;
const MOST_HEADERS = 20;
/** Rows or texts between two pauses. */
const PART = 1_000;

type Look = {
  readonly rules: readonly ValidationRule[];
  readonly notNames: ReadonlySet<string>;
  readonly names: ColumnNames;
  /** A date before this year may be a birth date. */
  readonly aboutYear: number | null;
};

/**
 * Whether anything in a workbook beside the table made of it looks like data about a person: other sheets, rows above the
 * header and hidden ones, and every text that is no cell. No finding holds any of the content; each names its place.
 */
export function* scanWorkbook(
  workbook: Workbook,
  used: { readonly index: number; readonly table: IntakeTable } | null,
  { rules, names }: { readonly rules: readonly ValidationRule[]; readonly names: ColumnNames },
): InParts<readonly Finding[]> {
  const aboutYear = used ? earliestYear(used.table) : null;
  const look: Look = { rules, notNames: notNamesIn(rules), names, aboutYear };
  const found: Finding[] = [];
  for (const [n, text] of workbook.texts.entries()) {
    if (found.length >= MOST_FINDINGS) break;
    if (n % PART === PART - 1) yield;
    found.push(...textsFindings(text, look));
  }
  for (const [index, sheet] of workbook.sheets.entries()) {
    const inTable = used?.index === index ? new Set(used.table.rows.map(({ row }) => row)) : null;
    if (inTable && used?.table.headerRow !== undefined) inTable.add(used.table.headerRow);
    found.push(...(yield* sheetFindings(sheet, index, inTable, look)));
  }
  return found.slice(0, MOST_FINDINGS);
}

function textsFindings({ place, texts, heads }: WorkbookText, look: Look): readonly Finding[] {
  const at = { column: place };
  const found = texts.flatMap((text) => textFindings(text, at, look.rules));
  if (found.length > 0) return found;
  const speaks = heads
    ? texts.some((text) => isPersonalName(text) || isPerson([text], look))
    : isPerson(texts, look);
  return speaks ? say(look.rules, 'PERSONAL_DATA_NAME_AND_BIRTH', at) : [];
}

/** A formula holds texts in quotation marks: each is looked at by itself, too. */
function isPerson(texts: readonly string[], { aboutYear, notNames }: Look): boolean {
  const quoted = texts.flatMap((text) => text.match(/"[^"]+"/g) ?? []);
  const all = [...texts, ...quoted.map((text) => text.slice(1, -1))];
  return isPersonIn(all, aboutYear, notNames);
}

const isPersonalName = (text: string): boolean =>
  text.length <= LONGEST_NAME && isPersonalHeader(text);

/** The rows of a sheet that are not in the table. */
function* sheetFindings(
  sheet: WorkbookSheet,
  index: number,
  inTable: ReadonlySet<number> | null,
  look: Look,
): InParts<readonly Finding[]> {
  const found: Finding[] = [];
  const of = inTable ? '' : `${sheetPlace(sheet, index)}, `;
  const header = findHeader(sheet, { councilNamed: true, names: look.names });
  const headerRow = header?.isWhole ? sheet.rows[header.index] : undefined;
  const known = headerRow ? knownColumns(textsOf(headerRow, 200), look.names) : new Set<number>();
  const none: ReadonlySet<number> = new Set();
  for (const [n, row] of sheet.rows.entries()) {
    if (found.length >= MOST_FINDINGS) break;
    if (n % PART === PART - 1) yield;
    if (inTable?.has(row.number)) continue;
    const mayHead = n < MOST_HEADERS && row.cells.length > 1;
    const inColumns = header !== null && n >= header.index ? known : none;
    found.push(...rowFindings(row, { of, known: inColumns, mayHead }, look));
  }
  return found;
}

function rowFindings(
  { number, hidden, cells }: WorkbookRow,
  { of, known, mayHead }: { of: string; known: ReadonlySet<number>; mayHead: boolean },
  look: Look,
): readonly Finding[] {
  const found = cells.flatMap(({ column, text }) => {
    const at = { column: `${of}cell ${cellName(number, column)}${hidden ? ' (hidden)' : ''}` };
    return mayHead && isPersonalName(text)
      ? say(look.rules, 'PERSONAL_DATA_NAME_AND_BIRTH', at)
      : textFindings(text, at, look.rules);
  });
  if (found.length > 0) return found;
  const strange = cells.filter(({ column }) => !known.has(column)).map(({ text }) => text);
  if (!isPerson(strange, look)) return [];
  const place = `${of}row ${number}${hidden ? ' (hidden)' : ''}`;
  return say(look.rules, 'PERSONAL_DATA_NAME_AND_BIRTH', { column: place });
}

/** Columns that the return knows, those of single measures among them. */
const knownColumns = (columns: readonly string[], names: ColumnNames): ReadonlySet<number> =>
  new Set(columns.flatMap((column, index) => (meaningOf(column, names) === null ? [] : [index])));

/** The first year that a table is about; null when it does not say. */
function earliestYear(table: IntakeTable): number | null {
  const { at } = mapColumns(table);
  const column = at.period ?? at.time_period;
  if (column === undefined) return null;
  let first: number | null = null;
  for (const { cells } of table.rows) {
    const found = /(?:19|20)\d{2}/.exec(cells[column] ?? '');
    if (found && (first === null || Number(found[0]) < first)) first = Number(found[0]);
  }
  return first;
}
