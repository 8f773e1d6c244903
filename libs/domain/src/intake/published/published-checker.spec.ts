import fc from 'fast-check';
import { contextFor } from '../context-for-spec.js';
import type { IntakeContext } from '../check-submission-types.js';
import type { IntakeRow } from '../intake-table.js';
import { publishedChanges, publishedChecker } from './published-checker.js';

const HEAD = { columns: ['council', 'period', 'measure', 'value'] };
const context: IntakeContext = contextFor({}, { source: 'published', mayWrite: 'all' });
const rowsOf = (cells: readonly (readonly string[])[]): readonly IntakeRow[] =>
  cells.map((one, index) => ({ row: index + 2, cells: one }));

/** What comes of a file whose rows come in parts of this size. */
function checked(rows: readonly IntakeRow[], size: number) {
  const checker = publishedChecker(HEAD, context);
  const parts = Array.from({ length: Math.ceil(rows.length / size) }, (_, n) =>
    rows.slice(n * size, (n + 1) * size),
  );
  for (const part of parts) checker.look(part);
  const read = parts.map((part) => checker.settle(checker.read(part)));
  return {
    figures: read.flatMap(({ candidates }) =>
      publishedChanges(candidates, context).figures.map(
        ({ councilId, metric, period, value }) =>
          `${councilId} ${metric} ${period.start} ${String(value)}`,
      ),
    ),
    said: read.flatMap(({ findings }) => findings.map(({ code, row }) => `${code} ${row}`)),
    received: read.reduce((sum, { receivedCount }) => sum + receivedCount, 0),
  };
}

describe('a published file, part by part', () => {
  it('uses the first of rows that agree, and none of rows that differ, wherever they stand', () => {
    const rows = rowsOf([
      ['E06000017', '2024', 'ehcna_requests_received', '75'],
      ['E06000016', '2024', 'ehcna_requests_received', '883'],
      ['E06000017', '2024', 'ehcna_requests_received', '75'],
      ['E06000016', '2024', 'ehcna_requests_received', '884'],
      ['E06000018', '2024', 'ehcna_requests_received', '900'],
    ]);
    for (const size of [1, 2, 5]) {
      const { figures, said, received } = checked(rows, size);
      expect(figures.map((figure) => figure.split(' ').at(-1))).toEqual(['75', '900']);
      expect(said).toEqual(['CELL_TWICE_SAME 4', 'CELL_TWICE_DIFFERENT 5']);
      expect(received).toBe(4);
    }
  });

  it('comes to the same in parts of any size, and to what a plain count of cells gives', () => {
    const row = fc.tuple(
      fc.constantFrom('E06000017', 'E06000016', 'E06000018', 'nobody'),
      fc.constantFrom('2023', '2024', '202409'),
      fc.constantFrom('ehcna_requests_received', 'new_ehc_plans', 'nothing'),
      fc.constantFrom('1', '2', 'x', 'six'),
    );
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (cells, size) => {
          const rows = rowsOf(cells);
          const whole = checked(rows, Math.max(1, rows.length));
          expect(checked(rows, size)).toEqual(whole);
          const good = cells.filter(
            ([council, year, measure, value]) =>
              council !== 'nobody' && year !== '202409' && measure !== 'nothing' && value !== 'six',
          );
          const cellsGiven = new Map<string, Set<string>>();
          for (const [council, year, measure, value] of good) {
            const key = `${council} ${year} ${measure}`;
            cellsGiven.set(key, (cellsGiven.get(key) ?? new Set()).add(value));
          }
          const agreed = [...cellsGiven.values()].filter((values) => values.size === 1);
          expect(whole.figures).toHaveLength(agreed.length);
        },
      ),
    );
  });

  it('tells a hundred thousand cells apart', () => {
    const councils = context.register.councils
      .flatMap(({ codes, endedOn }) => (endedOn ? [] : codes))
      .filter(({ kind, validTo }) => kind === 'ons' && validTo === null)
      .map(({ code }) => code);
    const rows = rowsOf(
      Array.from({ length: 100_000 }, (_, n) => [
        councils[n % councils.length] ?? '',
        String(1900 + (Math.floor(n / councils.length) % 100)),
        ['ehcna_requests_received', 'new_ehc_plans'][Math.floor(n / councils.length / 100)] ?? 'n',
        String(n),
      ]),
    );
    const cells = councils.length * 100 * 2;
    const { figures, said } = checked(rows.slice(0, cells), 5_000);
    expect(figures).toHaveLength(Math.min(cells, rows.length));
    expect(said).toEqual([]);
  });
});
