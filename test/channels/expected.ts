import { wholeOf } from '#domain';
import {
  checkSubmission,
  chooseSheet,
  columnNames,
  examineTable,
  readCsv,
  tableOfWorkbook,
  type Finding,
  type IntakeTable,
} from '#domain/intake';
import { monthPeriod } from '#domain/periods';
import {
  contextFor,
  metrics,
  rules,
  type Case,
} from '../../libs/domain/src/intake/context-for-spec.js';
import type { Carried } from './carried.js';

/** A finding as every channel tells it. */
export type Told = Pick<
  Finding,
  'code' | 'severity' | 'row' | 'column' | 'value' | 'message' | 'fix' | 'ruleVersion'
>;

const names = columnNames(metrics.filter(({ type }) => type !== 'published'));

/** What the rules say of a case in the shape that a channel gives it; `month` is the month of the page. */
export function expectedOf(one: Case, carried: Carried, month: string | null): readonly Told[] {
  return everythingSaid(one, carried, month).map(toldOf);
}

export const toldOf = (finding: Told): Told => ({
  code: finding.code,
  severity: finding.severity,
  row: finding.row,
  column: finding.column,
  value: finding.value,
  message: finding.message,
  fix: finding.fix,
  ruleVersion: finding.ruleVersion,
});

function everythingSaid(one: Case, carried: Carried, month: string | null): readonly Finding[] {
  const table = tableOfCarried(carried);
  if (!('columns' in table)) return table;
  const examined = examineTable(table, { texts: [], rules, names, councilNamed: true });
  if (examined.kind !== 'table') return examined.findings;
  const named = carried.kind === 'rows' ? carried.council : null;
  const context = contextFor(one, {
    expectedPeriod: month === null ? null : monthPeriod(month),
    ...(named === null ? {} : { defaultCouncil: named }),
  });
  return checkSubmission(examined.table, context).findings;
}

function tableOfCarried(carried: Carried): IntakeTable | readonly Finding[] {
  switch (carried.kind) {
    case 'cannot':
      return [];
    case 'rows':
    case 'typed':
      return carried.table;
    case 'file': {
      const bytes = new TextEncoder().encode(carried.csv);
      const read = readCsv({ bytes, fileName: null, announcedLength: null }, rules);
      return read.ok ? read.value : read.error;
    }
    case 'workbook': {
      const choice = chooseSheet(carried.book, { councilNamed: true, names });
      const read = wholeOf(tableOfWorkbook(carried.book, choice, rules));
      return read.ok ? read.value : read.error;
    }
  }
}
