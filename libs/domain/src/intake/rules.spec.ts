import { wholeOf } from '../parts.js';
import { ok, type Result } from '../result.js';
import { contextFor, metrics, rules, tableOf, workbookOf, type Case } from './context-for-spec.js';
import {
  checkSubmission,
  chooseSheet,
  columnNames,
  examineTable,
  readCsv,
  tableOfWorkbook,
  type Finding,
  type IntakeTable,
} from './index.js';

const names = columnNames(metrics.filter(({ type }) => type !== 'published'));

function readCase(one: Case): Result<IntakeTable, readonly Finding[]> {
  if (one.send) return ok(tableOf(one.send));
  if (one.workbook) {
    const workbook = workbookOf(one);
    const choice = chooseSheet(workbook, { councilNamed: true, names });
    return wholeOf(tableOfWorkbook(workbook, choice, rules));
  }
  const bytes = new TextEncoder().encode(one.csv ?? '');
  return readCsv({ bytes, fileName: null, announcedLength: one.announcedLength ?? null }, rules);
}

/** Everything that is said of a case, in the order in which the service would ask. */
function saidOf(one: Case): readonly Finding[] {
  const table = readCase(one);
  if (!table.ok) return table.error;
  const look = { texts: [], rules, names, councilNamed: true };
  const examined = examineTable(table.value, look);
  return examined.kind === 'table'
    ? checkSubmission(examined.table, contextFor(one)).findings
    : examined.findings;
}

const rows = (side: 'passes' | 'fails') =>
  rules.flatMap((rule) =>
    rule.cases[side].map((one, n): [string, number, Case] => [rule.code, n + 1, one]),
  );

describe('every validation rule, by the cases that stand beside it', () => {
  it.each(rows('passes'))('%s stays silent on its passing case %i', (code, _n, one) => {
    expect(saidOf(one).map((finding) => finding.code)).not.toContain(code);
  });

  it.each(rows('fails'))(
    '%s speaks in its words, and no other rule does, on its failing case %i',
    (code, _n, one) => {
      const said = saidOf(one);
      expect([...new Set(said.map((finding) => finding.code))]).toEqual([code]);
      expect(said[0]?.severity).toBe(rules.find((rule) => rule.code === code)?.severity);
      expect(`${said[0]?.message} ${said[0]?.fix}`).toBe(one.says);
    },
  );
});
