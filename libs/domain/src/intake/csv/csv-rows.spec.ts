import fc from 'fast-check';
import { csvReader, csvRows } from './csv-rows.js';

const LIMITS = { rows: 1_000, columns: 50 };

describe('a text that comes in pieces', () => {
  it('is read as if it came whole, wherever it is cut', () => {
    const text = fc
      .array(fc.constantFrom('a', '"', ',', '\r', '\n', '\r\n', ' ', '""', '",'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(40), { maxLength: 6 }), (whole, cuts) => {
        const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)), whole.length];
        const sorted = places.toSorted((a, b) => a - b);
        const reader = csvReader(',', LIMITS);
        const rows = sorted
          .slice(1)
          .flatMap((to, index) => [...reader.take(whole.slice(sorted[index], to))]);
        const last = reader.end();
        expect({ rows: [...rows, ...last.rows], end: last.end }).toEqual(
          csvRows(whole, ',', LIMITS),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('stops at a row that is longer than any that is taken', () => {
    const reader = csvReader(',', { ...LIMITS, rowLength: 10 });
    expect(reader.take('a,b\n"ccccc')).toEqual([{ line: 1, cells: ['a', 'b'] }]);
    expect(reader.take('ccccccc')).toEqual([]);
    expect(reader.take('",d\n')).toEqual([]);
    expect(reader.end()).toEqual({ rows: [], end: 'too-long-row' });
  });
});
