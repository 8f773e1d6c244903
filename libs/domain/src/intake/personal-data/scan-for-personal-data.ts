import type { Finding } from '../finding.js';
import type { IntakeRow, IntakeTable, TableHead } from '../intake-table.js';
import { mapColumns, type ColumnMap } from '../map-columns.js';
import { ruleIn, say, type Place } from '../say.js';
import type { ValidationRule } from '../validation-rule.js';
import { identifierIn } from './identifier-in.js';
import { isPersonIn, saysBirthDate } from './person-in-row.js';
import { isPersonalHeader } from './personal-header.js';

/** Enough to see what kind of file it is; a list of children would otherwise fill a thousand lines. */
export const MOST_FINDINGS = 20;

/** A table as the guard looks at it. */
type Guarded = {
  readonly at: ColumnMap['at'];
  /** Columns that the return knows. */
  readonly known: ReadonlySet<number>;
  readonly rules: readonly ValidationRule[];
  readonly notNames: ReadonlySet<string>;
  /** How a column is named in a finding: by its header only where the return knows it, since any other could be content. */
  readonly column: (index: number) => string;
};

/**
 * Whether anything in a table, or in the texts that came with it (comment, file name), looks like data about a person.
 * Runs before anything is stored. No finding holds any of the content.
 */
export function scanForPersonalData(
  table: IntakeTable,
  texts: readonly string[],
  rules: readonly ValidationRule[],
): readonly Finding[] {
  const scan = personalDataScan(table, texts, rules);
  scan.take(table.rows);
  return scan.findings();
}

/** Looks at rows as they come, and remembers only what it found. */
export type PersonalDataScan = {
  readonly take: (rows: readonly IntakeRow[]) => void;
  readonly findings: () => readonly Finding[];
};

/** The same for a table whose rows come in parts. */
export function personalDataScan(
  head: TableHead,
  texts: readonly string[],
  rules: readonly ValidationRule[],
): PersonalDataScan {
  const guarded = guardedOf(head, rules);
  const findings = [
    ...headerFindings(head, guarded),
    ...texts.flatMap((text) => textFindings(text, { column: 'comment' }, rules)),
  ];
  return {
    take: (rows) => {
      for (const row of rows) {
        if (findings.length >= MOST_FINDINGS) break;
        findings.push(...rowFindings(row, guarded));
      }
    },
    findings: () => findings.slice(0, MOST_FINDINGS),
  };
}

function guardedOf(table: TableHead, rules: readonly ValidationRule[]): Guarded {
  const { at } = mapColumns(table);
  const known = new Set(Object.values(at));
  return {
    at,
    known,
    rules,
    notNames: notNamesIn(rules),
    column: (index) => (known.has(index) ? (table.columns[index] ?? '') : `column ${index + 1}`),
  };
}

/** Words that are written like names and are none. */
export function notNamesIn(rules: readonly ValidationRule[]): ReadonlySet<string> {
  const words = ruleIn(rules, 'PERSONAL_DATA_NAME_AND_BIRTH')?.params['notNames'];
  return new Set(Array.isArray(words) ? words.map((word) => String(word).toLowerCase()) : []);
}

function headerFindings(table: TableHead, { rules, column }: Guarded): readonly Finding[] {
  return table.columns.flatMap((header, index) => {
    const place = { row: table.headerRow ?? 1, column: column(index) };
    return isPersonalHeader(header)
      ? say(rules, 'PERSONAL_DATA_NAME_AND_BIRTH', { ...place, column: `column ${index + 1}` })
      : textFindings(header, place, rules);
  });
}

function rowFindings({ row, cells }: IntakeRow, guarded: Guarded): readonly Finding[] {
  const { rules, known } = guarded;
  const found: Finding[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    if (cell.length >= 5)
      found.push(...textFindings(cell, { row, column: guarded.column(index) }, rules));
  }
  if (cells.length <= known.size) return found;
  const strange = cells.filter((_, index) => !known.has(index));
  if (found.length === 0 && isPersonIn(strange, yearOf(cells, guarded), guarded.notNames))
    found.push(...say(rules, 'PERSONAL_DATA_NAME_AND_BIRTH', { row }));
  return found;
}

/** What one text holds of a person, at a place. */
export function textFindings(
  text: string,
  place: Place,
  rules: readonly ValidationRule[],
): readonly Finding[] {
  const kind = identifierIn(text);
  if (kind) return say(rules, 'PERSONAL_DATA_IDENTIFIER', place, { kind });
  return saysBirthDate(text) ? say(rules, 'PERSONAL_DATA_NAME_AND_BIRTH', place) : [];
}

/** The year that a row is about; null when it does not say. */
function yearOf(cells: readonly string[], { at }: Guarded): number | null {
  const column = at.period ?? at.time_period;
  const year = /(?:19|20)\d{2}/.exec(column === undefined ? '' : (cells[column] ?? ''));
  return year ? Number(year[0]) : null;
}
