import type { Finding } from '../finding.js';
import type { IntakeRow, TableHead } from '../intake-table.js';
import { mapColumns } from '../map-columns.js';
import { ruleIn, numberParam, say } from '../say.js';
import type { ValidationRule } from '../validation-rule.js';

const CODE = 'PERSONAL_DATA_ROW_LEVEL';
const MOST_ROWS = 13;

/** Figures beyond these are not counted any more: a file about so many different ones is no list of cases. */
const MOST_COUNTED = 50_000;

/**
 * PERSONAL_DATA_ROW_LEVEL: many rows for one measure of one council and month are a list of cases, even when nothing in
 * it names anybody. Counts rows as they come.
 */
export function caseListCount(
  head: TableHead,
  rules: readonly ValidationRule[],
): {
  readonly take: (rows: readonly IntakeRow[]) => void;
  readonly findings: () => readonly Finding[];
} {
  const { at } = mapColumns(head);
  const columns = [at.council, at.period, at.time_period, at.time_identifier, at.measure].filter(
    (column) => column !== undefined,
  );
  const isAsked = ruleIn(rules, CODE) !== undefined && at.measure !== undefined;
  const counts = new Map<string, number>();
  let largest = 0;
  return {
    take: (rows) => {
      if (!isAsked) return;
      for (const { cells } of rows) {
        let key = '';
        for (const column of columns) key += `${cells[column] ?? ''}\u0000`;
        const count = (counts.get(key) ?? 0) + 1;
        if (count > 1 || counts.size < MOST_COUNTED) counts.set(key, count);
        largest = Math.max(largest, count);
      }
    },
    findings: () => {
      const most = numberParam(rules, CODE, 'mostRows', MOST_ROWS);
      return largest > most ? say(rules, CODE, {}, { n: largest }) : [];
    },
  };
}
