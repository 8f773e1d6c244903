import type { Finding } from './finding.js';
import type { TableHead } from './intake-table.js';
import { mapColumns, type ColumnMap } from './map-columns.js';
import { say } from './say.js';
import type { ValidationRule } from './validation-rule.js';

/**
 * What makes a whole table unusable: no rows, a column named twice, or no column for what every row must say. A council
 * may be named once for the whole submission instead.
 */
export function tableFindings(
  table: TableHead,
  rows: number,
  {
    rules,
    councilNamed,
  }: { readonly rules: readonly ValidationRule[]; readonly councilNamed: boolean },
): readonly Finding[] {
  if (rows === 0) return say(rules, 'FILE_EMPTY', {});
  const { at, repeated } = mapColumns(table);
  const twice = repeated.flatMap((name) =>
    say(rules, 'COLUMN_REPEATED', { column: name }, { name }),
  );
  const missing = missingColumns(at, councilNamed);
  return [...twice, ...missing.flatMap((what) => say(rules, 'COLUMN_MISSING', {}, { what }))];
}

/** What every row must say and no column holds. */
export function missingColumns(at: ColumnMap['at'], councilNamed: boolean): readonly string[] {
  const hasPeriod =
    at.period !== undefined || (at.time_period !== undefined && at.time_identifier !== undefined);
  return [
    ...(at.council === undefined && !councilNamed ? ['the council'] : []),
    ...(hasPeriod ? [] : ['the month']),
    ...(at.measure === undefined ? ['the measure or box'] : []),
    ...(at.value === undefined && at.numerator === undefined ? ['the number'] : []),
  ];
}
