import fc from 'fast-check';
import { csvRows } from './csv/csv-rows.js';
import { csvLine } from './csv/write-csv.js';

const LIMITS = { rows: 10, columns: 100, keepEmpty: true };

describe('a line of CSV', () => {
  it('quotes what would end a cell, and ends as Excel ends lines', () => {
    expect(csvLine(['a', 'b,c', 'say "no"', null, 7])).toBe('a,"b,c","say ""no""",,7\r\n');
  });

  it.each(['=1+1', '+44', '-x', '@SUM(A1)', '\tx', '\rx'])(
    'writes %j so that no spreadsheet takes it for a formula',
    (text) => {
      expect(csvLine([text]).replace('"', '')).toMatch(/^'/);
    },
  );

  it.each(['-5', '-5.25', '0', '12'])('writes the number %s as it is', (text) => {
    expect(csvLine([text])).toBe(`${text}\r\n`);
  });

  it('is read again as the cells that were written', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 8 }), (cells) => {
        fc.pre(cells.some((text) => text !== ''));
        expect(csvRows(csvLine(cells), ',', LIMITS).rows[0]?.cells).toEqual(cells);
      }),
    );
  });
});
