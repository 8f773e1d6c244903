import fc from 'fast-check';
import { contextFor, metrics, rules } from './context-for-spec.js';
import {
  checkSubmission,
  columnNames,
  examineTable,
  type ColumnMeaning,
  type Finding,
  type IntakeTable,
} from './index.js';

const monthly = metrics.filter(({ type }) => type !== 'published');
const remembering = (meanings: Readonly<Record<string, ColumnMeaning>>) =>
  columnNames(monthly, new Map(Object.entries(meanings)));

function checked(table: IntakeTable, names = columnNames(monthly)) {
  const examined = examineTable(table, { texts: [], rules, names, councilNamed: true });
  if (examined.kind !== 'table') return { said: examined.findings, accepted: [] };
  const { findings, accepted } = checkSubmission(examined.table, contextFor({}));
  return { said: findings, accepted: accepted ?? [] };
}
const figures = ({ accepted }: ReturnType<typeof checked>) =>
  accepted.map(({ metric, value }) => [metric, value]).sort();
const words = (said: readonly Finding[]) =>
  said.map(({ code, metric, value, message }) => ({ code, metric, value, message }));

describe('a table whose columns are understood', () => {
  it('takes measures and boxes by their titles as well as by their codes', () => {
    const read = checked({
      columns: ['council', 'month', 'measure', 'value'],
      rows: [
        { row: 2, cells: ['Rutland', 'Sep 2024', 'Requests received', '6'] },
        { row: 3, cells: ['Rutland', 'Sep 2024', 'n_plans', '4'] },
      ],
    });
    expect(figures(read)).toEqual([
      ['n_plans', '4'],
      ['n_requests', '6'],
    ]);
  });

  it('says the same of a wide table as of a long one, whatever the numbers are', () => {
    const codes = ['n_requests', 'n_decisions', 'n_decisions_6wk', 'n_plans', 'n_exceptions'];
    const number = fc.constantFrom('0', '3', '6', '12', '<5', 'six', '75%', '-2', '6.5', '');
    fc.assert(
      fc.property(fc.array(number, { minLength: 5, maxLength: 5 }), (numbers) => {
        const wide = checked({
          columns: ['council', 'period', ...codes],
          rows: [{ row: 2, cells: ['857', '2024-09', ...numbers] }],
        });
        const long = checked({
          columns: ['council', 'period', 'measure', 'value'],
          rows: codes.map((code, index) => ({
            row: index + 2,
            cells: ['857', '2024-09', code, numbers[index] ?? ''],
          })),
        });
        expect(figures(wide)).toEqual(figures(long));
        expect(words(wide.said)).toEqual(expect.arrayContaining(words(long.said)));
        expect(wide.said).toHaveLength(long.said.length);
      }),
    );
  });

  it('names the row and the column of a number in a wide table', () => {
    const { said } = checked({
      columns: ['LA code', 'Month', 'Requests received', 'n_plans'],
      rows: [{ row: 2, cells: ['857', '2024-09', '<5', '6'] }],
    });
    expect(said).toMatchObject([
      { code: 'VALUE_SUPPRESSED', row: 2, column: 'Requests received', value: '<5' },
    ]);
  });

  it('does not miss an empty cell of a measure that only some councils are asked for', () => {
    const { said, accepted } = checked({
      columns: ['council', 'period', 'n_requests', 'n_el_supported', 'n_plans'],
      rows: [{ row: 2, cells: ['857', '2024-09', '6', '', ''] }],
    });
    expect(said).toMatchObject([{ code: 'VALUE_MISSING', metric: 'n_plans' }]);
    expect(accepted).toHaveLength(1);
  });

  it('counts the cells of a row as they came when a wide table is ragged', () => {
    const { said } = checked({
      columns: ['council', 'period', 'n_requests', 'n_plans'],
      rows: [{ row: 2, cells: ['857', '2024-09', '1', '204', '6'] }],
    });
    expect(said).toMatchObject([{ code: 'ROW_RAGGED', row: 2 }]);
    expect(said[0]?.message).toContain('5 cells');
    expect(said[0]?.message).toContain('4');
  });

  it('reads columns as the council once explained them, and leaves out what it said to ignore', () => {
    const names = remembering({
      'our council': 'council',
      'how many': 'value',
      what: 'measure',
      wann: 'period',
      internal: 'ignored',
      'new plans': { code: 'n_plans' },
    });
    const long = checked(
      {
        columns: ['Our council', 'Wann', 'What', 'How many', 'internal'],
        rows: [{ row: 2, cells: ['857', '2024-09', 'n_requests', '6', 'x'] }],
      },
      names,
    );
    expect(figures(long)).toEqual([['n_requests', '6']]);
    expect(long.said).toEqual([]);
    const wide = checked(
      {
        columns: ['Our council', 'Wann', 'New plans'],
        rows: [{ row: 2, cells: ['857', '2024-09', 'six'] }],
      },
      names,
    );
    expect(wide.said).toMatchObject([
      { code: 'VALUE_NOT_A_NUMBER', column: 'New plans', metric: 'n_plans' },
    ]);
  });

  it('refuses two columns that were explained as the same', () => {
    const { said } = checked(
      {
        columns: ['council', 'period', 'measure', 'a', 'b'],
        rows: [{ row: 2, cells: ['857', '2024-09', 'n_requests', '6', '7'] }],
      },
      remembering({ a: 'value', b: 'value' }),
    );
    expect(said).toMatchObject([{ code: 'COLUMN_REPEATED' }]);
  });

  it('takes many rows of one council and month in a wide table for a list of cases', () => {
    const rows = Array.from({ length: 40 }, (_, n) => ({
      row: n + 2,
      cells: ['857', '2024-09', '1', '0'],
    }));
    const { said } = checked({ columns: ['council', 'period', 'n_requests', 'n_plans'], rows });
    expect(said).toMatchObject([{ code: 'PERSONAL_DATA_ROW_LEVEL' }]);
  });
});
