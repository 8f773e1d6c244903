import { deflateRawSync } from 'node:zlib';
import {
  relationship,
  relationshipsPart,
  xlsxEntries,
  xlsxOf,
  zipOf,
  type Xlsx,
  type ZipEntry,
} from '#testing/workbooks';
import { LIMITS, type WorkbookLimits } from './limits.js';
import { readWorkbook } from './read-workbook.js';

const BOOK: Xlsx = {
  sheets: [
    {
      name: 'Data',
      rows: [
        ['a', 'b'],
        [1, 2],
      ],
    },
  ],
};
const withPart = (name: string, part: string | Uint8Array | null): Uint8Array =>
  xlsxOf({ ...BOOK, parts: { [name]: part } });
const withSheet = (xml: string): Uint8Array =>
  withPart('xl/worksheets/sheet1.xml', `<worksheet>${xml}</worksheet>`);
const changed = (change: (entry: ZipEntry) => ZipEntry): Uint8Array =>
  zipOf(xlsxEntries(BOOK).map(change));
const only =
  (name: string, more: Partial<ZipEntry>) =>
  (entry: ZipEntry): ZipEntry =>
    entry.name === name ? { ...entry, ...more } : entry;

const faultOf = async (bytes: Uint8Array, limits?: Partial<WorkbookLimits>) => {
  const answer = await readWorkbook(bytes, { ...LIMITS, ...limits });
  return answer.ok ? null : answer.error;
};

const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`).join('')}]><worksheet><sheetData><row><c t="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>`;

describe('readWorkbook calls unreadable', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['one byte', Uint8Array.from([0x50])],
    ['a text', Buffer.from('council,period\n')],
    ['an older or encrypted workbook', Buffer.from('d0cf11e0a1b11ae1'.padEnd(2_000, '0'), 'hex')],
    ['an archive of something else', zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }])],
    ['an empty archive', zipOf([])],
    ['a workbook without its workbook part', withPart('xl/workbook.xml', null)],
    ['a workbook without its list of relationships', withPart('_rels/.rels', null)],
    ['a workbook without a sheet that it lists', withPart('xl/worksheets/sheet1.xml', null)],
    ['a workbook without strings that it uses', withPart('xl/sharedStrings.xml', null)],
    [
      'a binary workbook',
      xlsxOf({
        ...BOOK,
        parts: {
          '_rels/.rels': relationshipsPart(relationship('r', 'officeDocument', 'xl/workbook.bin')),
          'xl/workbook.bin': Uint8Array.from([131, 1, 0]),
        },
      }),
    ],
    ['another kind of document', withPart('xl/workbook.xml', '<document/>')],
    [
      'a sheet that stands twice in the list',
      withPart(
        'xl/workbook.xml',
        '<workbook xmlns:r="r"><sheet name="a" r:id="s1"/><sheet name="b" r:id="s1"/></workbook>',
      ),
    ],
    ['a part that is cut off', withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row>')],
    ['a part that is no XML', withPart('xl/worksheets/sheet1.xml', 'PK and so on')],
    ['an unknown part of broken XML', withPart('xl/other.xml', '<a><b></a>')],
    ['a part that is no UTF-8', withPart('xl/styles.xml', Buffer.from('<a>\xff</a>', 'latin1'))],
    [
      'an encoding that nobody knows',
      withPart('xl/styles.xml', '<?xml version="1.0" encoding="ebcdic"?><a/>'),
    ],
    ['a laugh of a billion', withPart('xl/worksheets/sheet1.xml', entities)],
    [
      'a document type',
      withPart('xl/styles.xml', '<!DOCTYPE styleSheet SYSTEM "file:///etc/passwd"><styleSheet/>'),
    ],
    ['an entity of its own', withPart('xl/styles.xml', '<styleSheet a="&b;"/>')],
    ['elements in one another without end', withSheet('<a>'.repeat(300) + '</a>'.repeat(300))],
    [
      'a string that is not in the table',
      withSheet('<sheetData><row><c t="s"><v>99</v></c></row></sheetData>'),
    ],
    [
      'a string with a number that is none',
      withSheet('<sheetData><row><c t="s"><v>-1</v></c></row></sheetData>'),
    ],
    [
      'a cell beyond the last column',
      withSheet('<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>'),
    ],
    [
      'a cell of another row',
      withSheet('<sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData>'),
    ],
    [
      'two cells in one place',
      withSheet(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>',
      ),
    ],
    ['two rows in one place', withSheet('<sheetData><row r="2"/><row r="2"/></sheetData>')],
    ['a row beyond the last', withSheet('<sheetData><row r="1048577"/></sheetData>')],
    [
      'a cell of a kind that does not exist',
      withSheet('<sheetData><row><c t="z"><v>1</v></c></row></sheetData>'),
    ],
    ['an encrypted entry', changed(only('xl/styles.xml', { encrypted: true }))],
    [
      'an entry whose size is another than it says',
      changed(only('xl/styles.xml', { announced: 5 })),
    ],
    [
      'two entries of one name',
      zipOf([...xlsxEntries(BOOK), { name: 'XL/Workbook.xml', bytes: Buffer.from('<a/>') }]),
    ],
    ['a changed byte', changedByte()],
  ])('%s', async (_what, bytes) => {
    expect(await faultOf(bytes)).toEqual({ kind: 'unreadable' });
  });
});

/** A workbook with one letter of a stored string changed after its sum was taken. */
function changedByte(): Uint8Array {
  const packed = deflateRawSync(
    xlsxEntries(BOOK).find(({ name }) => name === 'xl/styles.xml')?.bytes ?? '',
  );
  const bytes = Buffer.from(xlsxOf(BOOK));
  const at = bytes.indexOf(packed) + packed.length - 4;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

describe('readWorkbook calls cut off', () => {
  it('any beginning of a workbook', async () => {
    const bytes = xlsxOf(BOOK);
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(await faultOf(bytes.subarray(0, Math.floor(bytes.length * share)))).toEqual({
        kind: 'cut-off',
      });
  });
});

describe('readWorkbook calls too large', () => {
  const bomb = Buffer.alloc(20_000_000, 'a');
  it.each<[string, Uint8Array, string, Partial<WorkbookLimits>]>([
    [
      'what unpacks to more than 100 times itself',
      withPart('a.txt', bomb),
      'more than 100 times its size when unpacked',
      {},
    ],
    [
      'what does so and says that it does not',
      zipOf([...xlsxEntries(BOOK), { name: 'a.txt', bytes: bomb, announced: 100 }]),
      'more than 100 times its size when unpacked',
      {},
    ],
    [
      'what unpacks to more than is allowed',
      withPart('a.txt', bomb),
      'more than 1 MB when unpacked',
      { unpackedBytes: 1_000_000, ratio: 1_000_000 },
    ],
    [
      'entries that share their bytes',
      changed(only('xl/styles.xml', { overlaps: true })),
      'the same bytes more than once',
      {},
    ],
    [
      'an archive of very many parts',
      zipOf(Array.from({ length: 12 }, (_, n) => ({ name: `${n}`, bytes: Buffer.from('') }))),
      'more than 10 parts',
      { entries: 10 },
    ],
    [
      'very many rows',
      withSheet(`<sheetData>${'<row><c><v>1</v></c></row>'.repeat(11)}</sheetData>`),
      'more than 10 rows',
      { rows: 10 },
    ],
    [
      'very many cells',
      withSheet(`<sheetData><row>${'<c><v>1</v></c>'.repeat(11)}</row></sheetData>`),
      'more than 10 cells',
      { cells: 10 },
    ],
    [
      'very many strings',
      withPart('xl/sharedStrings.xml', `<sst>${'<si><t>a</t></si>'.repeat(11)}</sst>`),
      'more than 10 texts',
      { cells: 10 },
    ],
    [
      'very many texts that are no cells',
      withPart('a.xml', `<a>${'<b c="abcde"/>'.repeat(200)}</a>`),
      'more than 100 texts and settings beside its cells',
      { others: 100 },
    ],
    [
      'very many merged cells',
      withSheet(`<sheetData/><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(101)}</mergeCells>`),
      'more than 100 texts and settings beside its cells',
      { others: 100 },
    ],
    [
      'formulas that fill a large sheet many times over',
      withSheet(
        `<sheetData>${Array.from({ length: 12_000 }, () => '<row><c><f t="array" ref="A1:XFD1048576"/></c><c><v>1</v></c></row>').join('')}</sheetData>`,
      ),
      'more formulas than any return has',
      { ratio: 1_000 },
    ],
    [
      'cells merged many times over',
      withSheet(
        `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(3_000)}</sheetData><mergeCells>${'<mergeCell ref="A1:B9999"/>'.repeat(3_000)}</mergeCells>`,
      ),
      'more merged cells than any return has',
      {},
    ],
  ])('%s', async (_what, bytes, size, limits) => {
    expect(await faultOf(bytes, limits)).toEqual({ kind: 'too-large', size });
  });
});
