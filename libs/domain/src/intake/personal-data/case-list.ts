import type { Finding } from '../finding.js';
import type { IntakeTable } from '../intake-table.js';
import { mapColumns } from '../map-columns.js';
import { ruleIn, numberParam, say } from '../say.js';
import type { ValidationRule } from '../validation-rule.js';

const CODE = 'PERSONAL_DATA_ROW_LEVEL';
const MOST_ROWS = 13;

/**
 * PERSONAL_DATA_ROW_LEVEL: many rows for one measure of one council and month are a list of cases, even when nothing in
 * it names anybody.
 */
export function caseListFindings(
  table: IntakeTable,
  rules: readonly ValidationRule[],
): readonly Finding[] {
  const { at } = mapColumns(table);
  if (!ruleIn(rules, CODE) || at.measure === undefined) return [];
  const columns = [at.council, at.period, at.time_period, at.time_identifier, at.measure].filter(
    (column) => column !== undefined,
  );
  const counts = new Map<string, number>();
  let largest = 0;
  for (const { cells } of table.rows) {
    let key = '';
    for (const column of columns) key += `${cells[column] ?? ''}\u0000`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    largest = Math.max(largest, count);
  }
  const most = numberParam(rules, CODE, 'mostRows', MOST_ROWS);
  return largest > most ? say(rules, CODE, {}, { n: largest }) : [];
}
