import { xlsxOf, type Xlsx, type XlsxCell } from '#testing/workbooks';
import { cellsOf, readXlsx as read } from './read-xlsx-for-spec.js';

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
  it('loses no text in an element that is called like something of the language', async () => {
    const inside = '<c><constructor>in a cell</constructor></c>';
    const parts = {
      'a.xml': '<constructor><__proto__>in a part</__proto__></constructor>',
      'docProps/core.xml': '<coreProperties><toString>in a property</toString></coreProperties>',
    };
    const { texts } = await read({ ...one({ xml: inside }), parts });
    const all = texts.map(({ place, texts: said }) => `${place}: ${said.join(' ')}`);
    expect(all).toContain('cell A1 of sheet "Data": in a cell');
    expect(all).toContain('another part of the file: in a part');
    expect(all).toContain('workbook properties: in a property');
  });

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

  it('shows truths, errors and dates that are written out', async () => {
    const cells = ['<c t="b"><v>1</v></c>', '<c t="b"><v>0</v></c>', '<c t="e"><v>#REF!</v></c>'];
    const iso = '<c t="d"><v>2024-09-01T00:00:00.000Z</v></c>';
    const book = await read(
      one(...[...cells, iso, '<c t="str"><v>a</v></c>'].map((xml) => ({ xml }))),
    );
    expect(cellsOf(book)).toEqual([['TRUE', 'FALSE', '#REF!', '2024-09-01', 'a']]);
  });

  it('shows formulas as themselves, never what they gave', async () => {
    const cells = [
      '<c><f>SUM(B2:B9)</f><v>6</v></c>',
      '<c t="str"><f>A1&amp;"x"</f><v>6x</v></c>',
      '<c><f t="shared" ref="C1:D1" si="0">A1*2</f><v>12</v></c>',
      '<c><f t="shared" si="0"/><v>12</v></c>',
      '<c><f t="array" ref="E1:F1">A1:B1</f><v>1</v></c>',
      '<c><v>2</v></c>',
      '<c><f t="dataTable" ref="G1:G2"/><v>3</v></c>',
      '<c><f/><v>4</v></c>',
    ];
    const book = await read(one(...cells.map((xml) => ({ xml }))));
    expect(cellsOf(book)[0]).toEqual([
      '=SUM(B2:B9)',
      '=A1&"x"',
      '=A1*2',
      '=(the formula of C1)',
      '=A1:B1',
      '=(the formula of E1)',
      '=(a formula)',
      '=(a formula)',
    ]);
    expect(book.sheets[0]?.rows[0]?.cells.every(({ kind }) => kind === 'formula')).toBe(true);
    expect(book.texts).toContainEqual({
      place: 'row 1 of sheet "Data", results of formulas',
      texts: ['6', '6x', '12', '12', '1', '2', '3', '4'],
      heads: false,
    });
  });

  it('joins runs of formatting, keeps line breaks, and leaves out how a text is pronounced', async () => {
    const inside = '<r><rPr><b/></rPr><t>Rut</t></r><r><t xml:space="preserve">land\n </t></r>';
    const spoken = '<rPh sb="0" eb="1"><t>spoken</t></rPh>';
    const strings = `<sst><si>${inside}${spoken}</si><si><t>a_x000D_b_x005F_x0041_</t></si></sst>`;
    const book = await read({
      sheets: [
        {
          name: 'Data',
          rows: [
            [
              { xml: '<c t="s"><v>0</v></c>' },
              { xml: '<c t="s"><v>1</v></c>' },
              { xml: `<c t="inlineStr"><is>${inside}${spoken}</is></c>` },
            ],
          ],
        },
      ],
      parts: { 'xl/sharedStrings.xml': strings },
    });
    expect(cellsOf(book)).toEqual([['Rutland\n ', 'a\rb_x0041_', 'Rutland\n ']]);
    const said = book.texts.filter(({ texts }) => texts.includes('spoken'));
    expect(said.map(({ place }) => place)).toEqual([
      'text that no cell shows',
      'cell C1 of sheet "Data"',
    ]);
  });

  it('sees of merged cells the first alone', async () => {
    const after = '<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="A2:A3"/></mergeCells>';
    const rows = [
      ['council', 'September', 'beneath', 'value'],
      ['Rutland', 'a', 'b', 'c'],
      ['beneath', 'd'],
    ];
    const book = await read({ sheets: [{ name: 'Data', rows, after }] });
    expect(book.sheets[0]?.rows[0]?.cells.map(({ column, text }) => [column, text])).toEqual([
      [0, 'council'],
      [1, 'September'],
      [3, 'value'],
    ]);
    expect(cellsOf(book).slice(1)).toEqual([['Rutland', 'a', 'b', 'c'], ['d']]);
  });

  it('counts on where cells and rows do not say where they stand, and across gaps', async () => {
    const data =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    const book = await read({
      ...one(),
      parts: {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${data}</sheetData></worksheet>`,
      },
    });
    expect(
      book.sheets[0]?.rows.map(({ number, cells }) => [
        number,
        ...cells.map(({ column, text }) => `${column}:${text}`),
      ]),
    ).toEqual([
      [1, '0:1', '1:2'],
      [4, '2:3', '3:4'],
      [5, '0:5'],
    ]);
  });

  it('reads ten thousand columns', async () => {
    const row = Array.from({ length: 10_000 }, (_, n) => n);
    const [cells] = cellsOf(await read({ sheets: [{ name: 'Data', rows: [row] }] }));
    expect(cells).toEqual(row.map(String));
  });

  it('says which rows and columns are hidden', async () => {
    const before = '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/></cols>';
    const book = await read({
      sheets: [{ name: 'Data', rows: [['a'], ['b']], hiddenRows: [2], before }],
    });
    expect(book.sheets[0]?.hiddenColumns).toEqual([
      [1, 2],
      [4, 4],
    ]);
    expect(book.sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  it('counts what a sender may not know of', async () => {
    const parts = {
      'xl/pivotCache/p.xml': '<pivotCacheDefinition/>',
      'xl/externalLinks/e.xml': '<externalLink/>',
      'xl/comments1.xml': '<comments/>',
      'xl/embeddings/a.xlsx': xlsxOf(one('a')),
      'xl/media/image1.png': Buffer.from('89504e470d0a1a0a0000', 'hex'),
    };
    expect((await read({ ...one('a'), parts })).traces).toEqual({
      pivotCaches: 1,
      externalLinks: 1,
      comments: 1,
      embeddedFiles: 1,
    });
  });
});
