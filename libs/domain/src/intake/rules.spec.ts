import { ok, type Result } from '../result.js';
import { contextFor, rules, tableOf, workbookOf, type Case } from './context-for-spec.js';
import {
  checkSubmission,
  chooseSheet,
  readCsv,
  scanForPersonalData,
  tableFindings,
  tableOfWorkbook,
  type Finding,
  type IntakeTable,
} from './index.js';

function readCase(one: Case): Result<IntakeTable, readonly Finding[]> {
  if (one.send) return ok(tableOf(one.send));
  if (one.workbook) {
    const workbook = workbookOf(one);
    return tableOfWorkbook(workbook, chooseSheet(workbook, true), rules);
  }
  const bytes = new TextEncoder().encode(one.csv ?? '');
  return readCsv({ bytes, fileName: null, announcedLength: one.announcedLength ?? null }, rules);
}

/** Everything that is said of a case, in the order in which the service would ask. */
function saidOf(one: Case): readonly Finding[] {
  const table = readCase(one);
  if (!table.ok) return table.error;
  const personal = scanForPersonalData(table.value, [], rules);
  if (personal.length > 0) return personal;
  const shape = tableFindings(table.value, rules, true);
  return shape.length > 0 ? shape : checkSubmission(table.value, contextFor(one)).findings;
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
