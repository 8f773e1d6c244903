import type { Finding } from '../finding.js';
import type { IntakeTable } from '../intake-table.js';
import { mapColumns } from '../map-columns.js';
import { ruleIn, say } from '../say.js';
import type { ValidationRule } from '../validation-rule.js';
import { hasBirthDate, identifierIn, isPersonalHeader, looksLikeName } from './patterns.js';

/** Enough to see what kind of file it is; a list of children would otherwise fill a thousand lines. */
const MOST_FINDINGS = 20;

/**
 * Whether anything in a table, or in the texts that came with it (comment, file name), looks like data about a person.
 * Runs before anything is stored. No finding holds any of the content.
 */
export function scanForPersonalData(
  table: IntakeTable,
  texts: readonly string[],
  rules: readonly ValidationRule[],
): readonly Finding[] {
  const findings = [
    ...headerFindings(table, rules),
    ...texts.flatMap((text) => identifierFinding(text, { row: null, column: 'comment' }, rules)),
  ];
  const { at } = mapColumns(table.columns);
  const known = new Set(Object.values(at));
  for (const { row, cells } of table.rows) {
    if (findings.length >= MOST_FINDINGS) break;
    for (const [index, cell] of cells.entries()) {
      findings.push(
        ...identifierFinding(cell, { row, column: table.columns[index] ?? null }, rules),
      );
    }
    if (isPersonRow(cells, known))
      findings.push(...say(rules, 'PERSONAL_DATA_NAME_AND_BIRTH', { row }));
  }
  if (findings.length === 0) findings.push(...rowLevelFindings(table, rules));
  return findings.slice(0, MOST_FINDINGS);
}

const headerFindings = (table: IntakeTable, rules: readonly ValidationRule[]): Finding[] =>
  table.columns.flatMap((header, index) =>
    isPersonalHeader(header)
      ? say(rules, 'PERSONAL_DATA_NAME_AND_BIRTH', { row: 1, column: `column ${index + 1}` })
      : [],
  );

function identifierFinding(
  text: string,
  place: { row: number | null; column: string | null },
  rules: readonly ValidationRule[],
): readonly Finding[] {
  const kind = identifierIn(text);
  return kind ? say(rules, 'PERSONAL_DATA_IDENTIFIER', place, { kind }) : [];
}

/** A birth date beside a name, in columns that the return does not know. */
function isPersonRow(cells: readonly string[], known: ReadonlySet<number>): boolean {
  const strange = cells.filter((_, index) => !known.has(index));
  return strange.some(hasBirthDate) && strange.some(looksLikeName);
}

/** Many rows for one measure of one month: a list of cases, even when nothing in it names anybody. */
function rowLevelFindings(
  table: IntakeTable,
  rules: readonly ValidationRule[],
): readonly Finding[] {
  const rule = ruleIn(rules, 'PERSONAL_DATA_ROW_LEVEL');
  const { at } = mapColumns(table.columns);
  if (!rule || at.measure === undefined) return [];
  const most = Number(rule.params['mostRows'] ?? 20);
  const columns = [at.council, at.period, at.time_period, at.time_identifier, at.measure].filter(
    (c) => c !== undefined,
  );
  const counts = new Map<string, number>();
  let largest = 0;
  for (const { cells } of table.rows) {
    const key = columns.map((column) => cells[column] ?? '').join('\u0000');
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    largest = Math.max(largest, count);
  }
  return largest > most ? say(rules, 'PERSONAL_DATA_ROW_LEVEL', {}, { n: largest }) : [];
}
