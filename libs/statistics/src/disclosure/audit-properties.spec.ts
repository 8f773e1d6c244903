import fc from 'fast-check';
import { auditDisclosure, type DisclosureAudit } from './audit-disclosure.js';
import type { LinearSolver } from './solver.js';
import { hiding, solverForSpec, tableOf, type TableForSpec } from './tables-for-spec.js';
import { isRefusal } from './types.js';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await solverForSpec();
});

function audit(table: TableForSpec, hidden: readonly string[]): DisclosureAudit {
  const answer = auditDisclosure(
    { options: {}, cells: hiding(table.cells, hidden), equations: table.equations },
    solver,
  );
  if (isRefusal(answer)) throw new Error(answer.error);
  return answer;
}

const counts = (largest: number, rows: number, columns: number) =>
  fc.array(fc.array(fc.nat(largest), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const runs = { numRuns: 15 };

describe('the audit of any table', () => {
  it('agrees with every table there is, counted out', () => {
    const interior = ['C01|K1|n', 'C01|K2|n', 'C01|K3|n', 'C02|K1|n', 'C02|K2|n', 'C02|K3|n'];
    fc.assert(
      fc.property(counts(6, 2, 3), fc.subarray(interior, { minLength: 1 }), (rows, hidden) => {
        const answer = audit(tableOf(rows), hidden);
        const shown = interior.map((id) => !hidden.includes(id));
        const tables = everyTable(rows).filter((table) =>
          table.every((value, n) => !shown[n] || value === rows.flat()[n]),
        );
        for (const { id, lo, hi } of answer.integerIntervalsPrimaries) {
          const values = tables.map((table) => table[interior.indexOf(id)] ?? -1);
          expect([lo, hi]).toEqual([Math.min(...values), Math.max(...values)]);
        }
      }),
      runs,
    );
  });

  it('never narrows an interval when a cell more is suppressed', () => {
    fc.assert(
      fc.property(
        counts(12, 3, 2),
        fc.shuffledSubarray(
          tableOf([
            [1, 1],
            [1, 1],
            [1, 1],
          ]).cells.map(({ id }) => id),
          { minLength: 2 },
        ),
        (rows, ids) => {
          const table = tableOf(rows);
          const before = rangesOf(audit(table, ids.slice(1)));
          const after = rangesOf(audit(table, ids));
          for (const [id, [lo, hi]] of before) {
            const [wideLo, wideHi] = after.get(id) ?? [Number.NaN, Number.NaN];
            expect(wideLo).toBeLessThanOrEqual(lo);
            expect(wideHi).toBeGreaterThanOrEqual(hi);
          }
        },
      ),
      runs,
    );
  });

  it('says the same of every council whatever the councils are called', () => {
    fc.assert(
      fc.property(
        counts(9, 3, 2),
        fc.constantFrom([1, 2, 0], [2, 0, 1], [0, 2, 1]),
        (rows, order) => {
          const ids = ['C01|K1|n', 'C02|K1|n', 'C01|K2|n', 'C02|K2|n', 'C03|K2|n'];
          const rename = (id: string): string =>
            id.replace(/^C0(\d)/, (_all, n: string) => `C0${(order[Number(n) - 1] ?? 0) + 1}`);
          const moved = order.map((_to, n) => rows[order.findIndex((to) => to === n)] ?? []);
          const [here, there] = [audit(tableOf(rows), ids), audit(tableOf(moved), ids.map(rename))];
          const ranges = rangesOf(there);
          for (const [id, range] of rangesOf(here)) expect(ranges.get(rename(id))).toEqual(range);
          expect(there.safe).toBe(here.safe);
        },
      ),
      runs,
    );
  });
});

const rangesOf = ({ intervals }: DisclosureAudit): ReadonlyMap<string, readonly [number, number]> =>
  new Map(intervals.map(({ id, lo, hi }) => [id, [lo, hi ?? Number.POSITIVE_INFINITY]]));

/** Every table of two by three whole numbers with the same margins, row by row. */
function everyTable(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [first = [], second = []] = rows;
  const columns = first.map((value, k) => value + (second[k] ?? 0));
  const sum = first.reduce((a, b) => a + b, 0);
  const upTo = (n: number): readonly number[] => Array.from({ length: n + 1 }, (_, k) => k);
  return upTo(sum).flatMap((a) =>
    upTo(sum - a)
      .map((b) => [a, b, sum - a - b])
      .map((top) => [...top, ...top.map((value, k) => (columns[k] ?? 0) - value)])
      .filter((table) => table.every((value) => value >= 0)),
  );
}
