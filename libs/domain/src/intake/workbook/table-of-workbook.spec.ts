import { wholeOf } from '../../parts.js';
import { contextFor, rules } from '../context-for-spec.js';
import {
  checkSubmission,
  chooseSheet,
  columnNames,
  examineTable,
  tableOfWorkbook,
  understandColumns,
  type Workbook,
  type WorkbookSheet,
} from '../index.js';

const HEADER = 'council,period,measure,value';
const ROW = '857,2024-09,n_requests,6';

/** A sheet of CSV lines; an empty line is an empty row, an empty cell no cell. */
const sheet = (lines: readonly string[], more: Partial<WorkbookSheet> = {}): WorkbookSheet => ({
  name: 'September',
  visibility: 'visible',
  hiddenColumns: [],
  rows: lines.flatMap((line, index) => {
    const cells = line
      .split(',')
      .map((text, column) => ({ column, text, kind: 'text' as const }))
      .filter(({ text }) => text !== '');
    return cells.length > 0 ? [{ number: index + 1, hidden: false, cells }] : [];
  }),
  ...more,
});
const none = { pivotCaches: 0, externalLinks: 0, comments: 0, embeddedFiles: 0 };
const book = (
  sheets: readonly WorkbookSheet[],
  traces: Partial<Workbook['traces']> = {},
): Workbook => ({ sheets, traces: { ...none, ...traces }, texts: [] });
const names = columnNames([]);
const read = (workbook: Workbook, councilNamed = false) =>
  wholeOf(tableOfWorkbook(workbook, chooseSheet(workbook, { councilNamed, names }), rules));
const tableOf = (workbook: Workbook, councilNamed = false) => {
  const table = read(workbook, councilNamed);
  if (!table.ok) throw new Error(table.error[0]?.code);
  return table.value;
};
const codes = (workbook: Workbook): readonly string[] => {
  const table = read(workbook);
  if (!table.ok) return table.error.map(({ code }) => code);
  const look = { texts: [], rules, names, councilNamed: false };
  const examined = examineTable(table.value, look);
  const found = examined.kind === 'table' ? [] : examined.findings;
  const beside = new Set(table.value.remarks?.map(({ code }) => code));
  return found.flatMap(({ code }) => (beside.has(code) ? [] : [code]));
};
const remarks = (workbook: Workbook): readonly string[] =>
  (tableOf(workbook).remarks ?? []).map(({ code }) => code);
const hideRow = (one: WorkbookSheet, number: number): WorkbookSheet => ({
  ...one,
  rows: one.rows.map((row) => (row.number === number ? { ...row, hidden: true } : row)),
});

describe('the table of a workbook', () => {
  it('begins at the header, below titles, and keeps the numbers of the rows', () => {
    const table = tableOf(book([sheet(['Return for September', '', 'Rutland', HEADER, '', ROW])]));
    expect(table).toMatchObject({
      columns: ['council', 'period', 'measure', 'value'],
      headerRow: 4,
      rows: [{ row: 6, cells: ['857', '2024-09', 'n_requests', '6'] }],
    });
    const { findings } = checkSubmission(
      tableOf(book([sheet(['Title', HEADER, '857,2024-09,n_requests,six'])])),
      contextFor({}),
    );
    expect(findings).toMatchObject([{ code: 'VALUE_NOT_A_NUMBER', row: 3 }]);
  });

  it('keeps columns in their places, below a merged header and beside empty columns', () => {
    const rows = [',council,period,,measure,value,,', ',857,2024-09,x,n_requests,6,,', ', , '];
    expect(tableOf(book([sheet(rows)]))).toMatchObject({
      columns: ['', 'council', 'period', '', 'measure', 'value'],
      rows: [{ row: 2, cells: ['', '857', '2024-09', 'x', 'n_requests', '6'] }],
    });
  });

  it('tells of a row with a text beyond the last named column, and not of an empty cell there', () => {
    const lines = ['Title', HEADER, `${ROW},,not for you`, '857,2024-08,n_requests,7,, ', ROW];
    const { findings, accepted } = checkSubmission(tableOf(book([sheet(lines)])), contextFor({}));
    expect(findings).toMatchObject([
      {
        code: 'ROW_RAGGED',
        row: 3,
        message: 'This row has 6 cells, the header has 4.',
        fix: 'Look for a comma inside a number or a line break inside a comment; in a workbook, for a cell to the right of the last named column.',
      },
    ]);
    expect(accepted).toHaveLength(2);
  });

  it('tells the same of a workbook with a column for each number', () => {
    const lines = ['council,period,n_requests', '857,2024-09,6,7', '857,2024-08,6'];
    const table = understandColumns(
      tableOf(book([sheet(lines)])),
      columnNames(contextFor({}).metrics),
    );
    const { findings } = checkSubmission(table, contextFor({}));
    expect(findings).toMatchObject([{ code: 'ROW_RAGGED', row: 2 }]);
  });

  it('is of the one visible sheet that has the columns, wherever it stands', () => {
    const guidance = sheet(['Guidance', 'Fill in the sheet September'], { name: 'Guidance' });
    const old = sheet([HEADER, ROW, ROW], { name: 'Old', visibility: 'hidden' });
    const blank = sheet([HEADER], { name: 'Blank' });
    const workbook = book([guidance, old, blank, sheet([HEADER, ROW])]);
    expect(tableOf(workbook).rows).toHaveLength(1);
    expect(remarks(workbook)).toEqual(['HIDDEN_CONTENT', 'SHEET_IGNORED', 'SHEET_IGNORED']);
  });

  it('needs no column of councils where the council was named', () => {
    const workbook = book([sheet(['month,measure,value', '2024-09,n_requests,6'])]);
    expect(tableOf(workbook, true).columns).toEqual(['month', 'measure', 'value']);
    expect(codes(workbook)).toEqual(['COLUMN_MISSING']);
  });

  it.each<[string, readonly WorkbookSheet[], readonly string[]]>([
    ['without sheets', [], ['FILE_EMPTY']],
    ['without texts', [sheet([])], ['FILE_EMPTY']],
    ['with a hidden sheet alone', [sheet([HEADER, ROW], { visibility: 'hidden' })], ['FILE_EMPTY']],
    ['with a header alone', [sheet(['', HEADER])], ['FILE_EMPTY']],
    ['without a month', [sheet(['council,measure,value', '857,n_requests,6'])], ['COLUMN_MISSING']],
    ['with two returns', [sheet([HEADER, ROW]), sheet([HEADER, ROW])], ['SHEET_AMBIGUOUS']],
    [
      'with a header too far down',
      [sheet([...Array.from({ length: 21 }, (_, n) => `line ${n}`), HEADER, ROW])],
      ['COLUMN_MISSING', 'COLUMN_MISSING', 'COLUMN_MISSING', 'COLUMN_MISSING'],
    ],
    ['with a column twice', [sheet([`${HEADER},value`, `${ROW},6`])], ['COLUMN_REPEATED']],
    [
      'with very many columns',
      [sheet([HEADER, `${ROW}${','.repeat(9_996)}x`])],
      ['FILE_TOO_LARGE'],
    ],
    ['with a very long cell', [sheet([HEADER, `${ROW}${'6'.repeat(10_000)}`])], ['FILE_TOO_LARGE']],
  ])('is refused %s, as a file would be', (_what, sheets, expected) => {
    expect(codes(book(sheets))).toEqual(expected);
  });

  it('has a header with twenty rows above it', () => {
    const above = Array.from({ length: 20 }, (_, n) => `line ${n}`);
    expect(tableOf(book([sheet([...above, HEADER, ROW])])).headerRow).toBe(21);
  });

  it('leaves hidden rows out, and says so where they held figures', () => {
    const workbook = book([hideRow(sheet([HEADER, ROW, ROW]), 3)]);
    expect(tableOf(workbook).rows.map(({ row }) => row)).toEqual([2]);
    expect(remarks(workbook)).toEqual(['HIDDEN_CONTENT']);
    expect(remarks(book([hideRow(sheet([HEADER, ROW, 'a,b']), 3)]))).toEqual([]);
  });

  it('uses hidden columns that the return knows, and says that it threw others away', () => {
    const hidden = (lines: readonly string[], column: number) =>
      book([sheet(lines, { hiddenColumns: [[column, column]] })]);
    expect(remarks(hidden([HEADER, ROW], 2))).toEqual([]);
    expect(remarks(hidden([`${HEADER},mine`, `${ROW},x`], 4))).toEqual(['HIDDEN_CONTENT']);
  });

  it('names everything that a sender may not know of', () => {
    const all = { pivotCaches: 2, externalLinks: 1, comments: 1, embeddedFiles: 1 };
    const [finding] = tableOf(book([sheet([HEADER, ROW])], all)).remarks ?? [];
    expect(finding?.message).toBe(
      'This workbook has a pivot table that keeps a copy of its source, a link to another workbook, comments on cells and another file inside it. We read only the sheet "September" and threw the rest away.',
    );
  });
});
