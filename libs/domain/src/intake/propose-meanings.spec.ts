import { contextFor, metrics } from './context-for-spec.js';
import { columnNames, proposeMeanings, type IntakeTable } from './index.js';

const { register } = contextFor({});
const look = { names: columnNames(metrics), register, today: '2024-10-10' };
const proposed = (table: IntakeTable) =>
  proposeMeanings(table, look).map((one) => [one.column, one.proposed]);

describe('what columns may mean', () => {
  it('is told by their names, and otherwise by what they hold', () => {
    const table: IntakeTable = {
      columns: ['Gebiet', 'wann', 'was', 'wieviel', 'comment', 'intern'],
      rows: [
        { row: 2, cells: ['Rutland', 'Sep 2024', 'n_requests', '6', '', 'a b'] },
        { row: 3, cells: ['Rutland', 'Sep 2024', 'New plans issued', '1,204', '', 'c'] },
      ],
    };
    expect(proposed(table)).toEqual([
      ['Gebiet', 'council'],
      ['wann', 'period'],
      ['was', 'measure'],
      ['wieviel', 'value'],
      ['comment', 'comment'],
      ['intern', null],
    ]);
  });

  it('is told by the words of a box, where each column holds the numbers of one', () => {
    const table: IntakeTable = {
      columns: ['LA', 'Reporting month', "EHC requests rec'd", 'Decs in 6 wks', 'Our notes'],
      rows: [{ row: 2, cells: ['Rutland', 'Dec 2024', '31', '25', 'all fine'] }],
    };
    expect(proposed(table)).toEqual([
      ['LA', 'council'],
      ['Reporting month', 'period'],
      ["EHC requests rec'd", { code: 'n_requests' }],
      ['Decs in 6 wks', { code: 'n_decisions_6wk' }],
      ['Our notes', null],
    ]);
  });

  it('gives no role twice', () => {
    const table: IntakeTable = {
      columns: ['a', 'b', 'value'],
      rows: [{ row: 2, cells: ['6', '7', '8'] }],
    };
    expect(proposed(table)).toEqual([
      ['a', null],
      ['b', null],
      ['value', 'value'],
    ]);
  });

  it('shows the first different texts of a column', () => {
    const rows = ['6', '6', '', '7', '8', '9'].map((text, n) => ({ row: n + 2, cells: [text] }));
    expect(proposeMeanings({ columns: ['n'], rows }, look)[0]?.samples).toEqual(['6', '7', '8']);
  });
});
