import fc from 'fast-check';
import { xlsxEntries, type Xlsx } from '#testing/workbooks';
import { cellsOf, readXlsx as read } from './read-xlsx-for-spec.js';

describe('readWorkbook reads the same', () => {
  const rows = [
    ['council', 'period'],
    ['Rutland', 45536],
  ];
  const styled = { xml: '<c s="1"><v>45536</v></c>' };
  const book: Xlsx = {
    sheets: [
      {
        name: 'Data',
        rows: [
          ['council', 'period'],
          ['Rutland', styled],
        ],
      },
    ],
    formats: ['yyyy-mm-dd'],
  };
  const parts = Object.fromEntries(
    xlsxEntries(book).map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]),
  );
  const everyPart = (change: (xml: string) => string | Uint8Array): Xlsx => ({
    ...book,
    parts: Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, change(xml)])),
  });
  const named = (name: string, change: (xml: string) => string): Xlsx => ({
    ...book,
    parts: { [name]: change(parts[name] ?? '') },
  });
  const utf16 = (xml: string, mark: string): Buffer =>
    Buffer.from(mark + xml.replace('UTF-8', 'UTF-16'), 'utf16le');

  it.each<[string, Xlsx]>([
    ['as it stands', book],
    [
      'in the strict form of the standard',
      everyPart((xml) =>
        xml
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          ),
      ),
    ],
    ['with a mark of UTF-8 before each part', everyPart((xml) => `\ufeff${xml}`)],
    ['in UTF-16', everyPart((xml) => utf16(xml, '\ufeff'))],
    ['in UTF-16 the other way round', everyPart((xml) => utf16(xml, '\ufeff').swap16())],
    ['in UTF-16 without a mark', everyPart((xml) => utf16(xml, ''))],
    [
      'with prefixes',
      everyPart((xml) =>
        xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace(/xmlns="/g, 'xmlns:x="'),
      ),
    ],
    [
      'with the names of parts from the root',
      named('xl/_rels/workbook.xml.rels', (xml) => xml.replace(/Target="/g, 'Target="/xl/')),
    ],
    [
      'with the names of parts by a way round, and in other letters',
      named('xl/_rels/workbook.xml.rels', (xml) =>
        xml.replace(/Target="/g, 'Target="./../XL/').replace('sheet1', '%73heet1'),
      ),
    ],
  ])('%s', async (_what, changed) => {
    expect(cellsOf(await read(changed))).toEqual([
      ['council', 'period'],
      ['Rutland', '2024-09-01'],
    ]);
  });

  it('but for dates, without its styles', async () => {
    const bare = { ...book, parts: { 'xl/styles.xml': null } };
    expect(cellsOf(await read(bare))).toEqual(rows.map((row) => row.map(String)));
  });

  it('any table that is written, whatever its texts', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const cell = fc.oneof(
      text,
      number,
      fc.constant(null),
      fc.constantFrom('=A1', '_x0041_', ']]>', '\r\n', ' '),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }),
        async (table) => {
          const found =
            (await read({ sheets: [{ name: 'Any', rows: table }] })).sheets[0]?.rows ?? [];
          const back = table.map((row, r) =>
            row.map(
              (_, c) =>
                found
                  .find(({ number }) => number === r + 1)
                  ?.cells.find(({ column }) => column === c) ?? null,
            ),
          );
          table.forEach((row, r) =>
            row.forEach((sent, c) => {
              const got = back[r]?.[c] ?? null;
              if (typeof sent !== 'number') expect(got?.text ?? null).toBe(sent);
              else expect(Number(got?.text)).toBe(Number(sent.toPrecision(15)) + 0);
            }),
          );
          expect(found.flatMap(({ cells }) => cells)).toHaveLength(
            table.flat().filter((one) => one !== null).length,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
