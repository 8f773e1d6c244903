import fc from 'fast-check';
import { readCsv, type CsvFile } from './read-csv.js';
import type { ValidationRule } from './validation-rule.js';

const rules: readonly ValidationRule[] = [
  'FILE_EMPTY',
  'FILE_UNREADABLE',
  'FILE_TOO_LARGE',
  'FILE_CUT_OFF',
].map((code) => ({
  code,
  version: 1,
  severity: 'block',
  scope: 'file',
  message: '{size}',
  fix: '',
  params: {},
}));

const readBytes = (bytes: Uint8Array, more: Partial<CsvFile> = {}) =>
  readCsv({ bytes, fileName: null, announcedLength: null, ...more }, rules);
const readText = (text: string) => readBytes(new TextEncoder().encode(text));
const cellsOf = (read: ReturnType<typeof readCsv>) =>
  read.ok ? [read.value.columns, ...read.value.rows.map(({ cells }) => cells)] : read.error;
const codeOf = (read: ReturnType<typeof readCsv>) => (read.ok ? null : read.error[0]?.code);

const utf16 = (text: string, mark: readonly [number, number]): Uint8Array => {
  const bytes = [...mark];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes.push(...(mark[0] === 0xff ? [code & 255, code >> 8] : [code >> 8, code & 255]));
  }
  return Uint8Array.from(bytes);
};

describe('readCsv', () => {
  it.each([',', ';', '\t'])('finds the delimiter %j', (delimiter) => {
    const text = `a${delimiter}b\n1${delimiter}"x${delimiter}y"\n`;
    expect(cellsOf(readText(text))).toEqual([
      ['a', 'b'],
      ['1', `x${delimiter}y`],
    ]);
  });

  it('finds the delimiter of the first line with text, and not inside its quotes', () => {
    expect(cellsOf(readText('\n"a,b,c";d\n1;2\n'))).toEqual([
      ['a,b,c', 'd'],
      ['1', '2'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('ends rows at %j', (end) => {
    expect(cellsOf(readText(`a,b${end}1,2${end}3,${end}`))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', ''],
    ]);
  });

  it('keeps line breaks and quotes that stand inside quotes', () => {
    expect(cellsOf(readText('a,b\n"1\r\n2","say ""no"""\n'))).toEqual([
      ['a', 'b'],
      ['1\r\n2', 'say "no"'],
    ]);
  });

  it('keeps a quote in the middle of an unquoted cell as it stands', () => {
    expect(cellsOf(readText('a,b\n5" pipe,2\n'))).toEqual([
      ['a', 'b'],
      ['5" pipe', '2'],
    ]);
  });

  it('counts rows as a spreadsheet does: the header is 1, empty rows count, a quoted break does not', () => {
    const read = readText('a,b\n"1\n1",2\n,,\n\n3,4\n');
    expect(read.ok && read.value.rows.map(({ row }) => row)).toEqual([2, 5]);
  });

  it('keeps each row as long as it came', () => {
    expect(cellsOf(readText('a,b\n1\n1,2,3\n'))).toEqual([['a', 'b'], ['1'], ['1', '2', '3']]);
  });

  it('reads the same text from every encoding', () => {
    const text = 'a,b\n£5,café\n';
    const latin = Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
    const expected = cellsOf(readText(text));
    for (const bytes of [
      new TextEncoder().encode(`\ufeff${text}`),
      utf16(text, [0xff, 0xfe]),
      utf16(text, [0xfe, 0xff]),
      latin,
    ])
      expect(cellsOf(readBytes(bytes))).toEqual(expected);
  });

  it('reads the quotation marks and the euro of Windows-1252', () => {
    expect(cellsOf(readBytes(Uint8Array.from([97, 10, 0x80, 0x93, 0x94, 10])))).toEqual([
      ['a'],
      ['€“”'],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a mark alone', '\ufeff'],
    ['blank lines', '\n \n,,\n'],
    ['a header alone', 'council,period,measure,value\n'],
  ])('refuses %s as empty', (_what, text) => {
    expect(codeOf(readText(text))).toBe('FILE_EMPTY');
  });

  it.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 20, 0]],
    ['an old workbook, or one with a password', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ['zero bytes far inside', [...new Array<number>(9_000).fill(97), 0]],
    ['a zero in UTF-16', [0xff, 0xfe, 97, 0, 0, 0]],
  ])('refuses %s as unreadable', (_what, bytes) => {
    expect(codeOf(readBytes(Uint8Array.from(bytes)))).toBe('FILE_UNREADABLE');
  });

  it('takes a file whose first column begins with the letters PK', () => {
    expect(readText('PK,b\n1,2\n').ok).toBe(true);
  });

  it('refuses fewer bytes than were announced, and takes as many', () => {
    const bytes = new TextEncoder().encode('a,b\n1,2\n');
    expect(codeOf(readBytes(bytes, { announcedLength: 9 }))).toBe('FILE_CUT_OFF');
    expect(readBytes(bytes, { announcedLength: 8 }).ok).toBe(true);
  });

  it('refuses a file that stops inside a quoted cell, or in the middle of a row', () => {
    expect(codeOf(readText('a,b\n1,"2'))).toBe('FILE_CUT_OFF');
    expect(codeOf(readText('a,b\n1,2\n3'))).toBe('FILE_CUT_OFF');
    expect(codeOf(readText('a,b'))).toBe('FILE_EMPTY');
  });

  it('takes a last row without a line end', () => {
    expect(cellsOf(readText('a,b\n1,2'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it.each([
    ['50 MB', 'a\n'.padEnd(50_000_001, '1\n'), null],
    ['1,000,000 rows', `a\n${'1\n'.repeat(1_000_001)}`, null],
    ['200 columns', `a\n${','.repeat(200)}1\n`, null],
    ['10,000 characters in a cell', `a\n1\n${'x'.repeat(10_001)}\n`, 3],
  ])('refuses more than %s', (_what, text, row) => {
    const read = readText(text);
    expect(read.ok || read.error).toMatchObject([{ code: 'FILE_TOO_LARGE', row }]);
  });

  it('takes as much as is allowed', () => {
    expect(readText(`a\n${'1\n'.repeat(1_000_000)}`).ok).toBe(true);
    const columns = `${'a,'.repeat(199)}a\n${'1,'.repeat(199)}1\n`;
    expect(readText(columns).ok).toBe(true);
    expect(readText(`a\n${'x'.repeat(10_000)}\n`).ok).toBe(true);
  });

  it('gives back every table that was written as RFC 4180 says', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', ' ', 'é', '1'),
    });
    const table = fc
      .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([width, height]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const all = [rows[0]?.map((_, index) => `h${index}`) ?? [], ...rows];
        const text = all.map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('');
        const full = rows.filter((row) => row.some((one) => one.trim() !== ''));
        const read = readText(text);
        if (full.length === 0) expect(codeOf(read)).toBe('FILE_EMPTY');
        else expect(cellsOf(read)).toEqual([all[0], ...full]);
      }),
    );
  });

  it('answers any bytes at all with a table or one finding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const read = readBytes(bytes);
        expect(read.ok ? read.value.rows.length > 0 : read.error.length === 1).toBe(true);
      }),
    );
  });
});
