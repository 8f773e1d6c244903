import { xlsxOf, type Xlsx, type XlsxCell } from '#testing/workbooks';
import type { Workbook } from '#domain/intake';
import { readWorkbook } from './read-workbook.js';

async function read(book: Xlsx): Promise<Workbook> {
  const answer = await readWorkbook(xlsxOf(book));
  if (!answer.ok) throw new Error(`${answer.error.kind}`);
  return answer.value;
}
const cellsOf = ({ sheets }: Workbook, index = 0): string[][] =>
  (sheets[index]?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text));
const one = (...cells: readonly XlsxCell[]): Xlsx => ({
  sheets: [{ name: 'Data', rows: [cells] }],
});
const first = async (book: Xlsx) => (await read(book)).sheets[0]?.rows[0]?.cells[0];
const styled = (value: string, format: string, more: Partial<Xlsx> = {}): Xlsx => ({
  ...one({ xml: `<c s="1"><v>${value}</v></c>` }),
  formats: [format],
  ...more,
});

describe('readWorkbook', () => {
  it('gives sheets with their rows and cells, as numbers and texts stand in them', async () => {
    const book = await read({
      sheets: [
        { name: 'Data', rows: [['council', 'value'], [], ['Rutland', 6]], hiddenRows: [3] },
        { name: 'Old', state: 'hidden', rows: [[null, 'x']] },
        { name: 'Older', state: 'veryHidden', rows: [] },
      ],
    });
    expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Data', 'visible'],
      ['Old', 'hidden'],
      ['Older', 'veryHidden'],
    ]);
    expect(book.sheets[0]?.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, false],
      [3, true],
    ]);
    expect(cellsOf(book)).toEqual([
      ['council', 'value'],
      ['Rutland', '6'],
    ]);
    expect(book.sheets[1]?.rows[0]?.cells).toEqual([{ column: 1, text: 'x', kind: 'text' }]);
  });

  it.each([
    ['0.30000000000000004', '0.3'],
    ['1E+21', '1000000000000000000000'],
    ['1.5E-7', '0.00000015'],
    ['-0', '0'],
    ['1204', '1204'],
    ['12345678901234567', '12345678901234600'],
    ['99.999999999999986', '100'],
    ['-2.50', '-2.5'],
  ])('shows the stored number %s as %s', async (stored, text) => {
    expect(await first(one({ xml: `<c><v>${stored}</v></c>` }))).toMatchObject({
      text,
      kind: 'number',
    });
  });

  it.each([
    ['45536', 'yyyy-mm-dd', '2024-09-01'],
    ['45536', 'mmm-yy', '2024-09-01'],
    ['45536.5', 'dd/mm/yyyy hh:mm', '2024-09-01T12:00:00'],
    ['59', 'd/m/yy', '1900-02-28'],
    ['60', 'd/m/yy', '1900-02-29'],
    ['61', 'd/m/yy', '1900-03-01'],
    ['0', 'd/m/yy', '1900-01-00'],
    ['0.75', '0%', '75%'],
    ['0.07', '0.0%', '7%'],
    ['1.5', '0%', '150%'],
    ['0.5', 'h:mm', '12:00:00'],
    ['1.5', '[h]:mm', '36:00:00'],
    ['0.01', 'mm:ss', '00:14:24'],
    ['1204', '#,##0', '1204'],
    ['1204', '#,##0.00_);[Red](#,##0.00)', '1204'],
    ['1204', '"day" 0', '1204'],
    ['1204', '[$£-809]#,##0', '1204'],
    ['1204', 'General', '1204'],
    ['1204', '0.00E+00', '1204'],
    ['-1', 'd/m/yy', '-1'],
  ])('shows %s in the format %s as %s', async (stored, format, text) => {
    expect((await first(styled(stored, format)))?.text).toBe(text);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const cell = await first(styled('44074', 'yyyy-mm-dd', { date1904: true }));
    expect(cell).toEqual({ column: 0, text: '2024-09-01', kind: 'date' });
  });
});
