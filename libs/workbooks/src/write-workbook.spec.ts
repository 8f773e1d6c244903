import fc from 'fast-check';
import { readWorkbook } from './read-workbook.js';
import { writeWorkbook, type WrittenCell } from './write/write-workbook.js';

const texts = async (rows: readonly (readonly WrittenCell[])[]): Promise<string[][]> => {
  const read = await readWorkbook(writeWorkbook({ name: 'A & B', rows, widths: [10, 20] }));
  if (!read.ok) throw new Error(read.error.kind);
  expect(read.value.sheets.map(({ name }) => name)).toEqual(['A & B']);
  return (read.value.sheets[0]?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text));
};

describe('a written workbook', () => {
  it('holds texts as texts and numbers as numbers, formulas and codes included', async () => {
    const rows = [
      ['council', 'value'],
      ['=1+1', 6],
      ['2024-12', -5.25],
      ['_x0041_ & <b>', 5_120_000],
    ];
    expect(await texts(rows)).toEqual(rows.map((cells) => cells.map(String)));
  });

  it('is read again as what was written', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => text.trim() === text),
      fc.integer(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          expect(await texts(rows)).toEqual(rows.map((cells) => cells.map(String)));
        },
      ),
      { numRuns: 40 },
    );
  });
});
