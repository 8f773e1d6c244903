import fc from 'fast-check';
import { auditDisclosure } from './audit-disclosure.js';
import { protect, type Protection, type ProtectionCase } from './protect.js';
import type { LinearSolver } from './solver.js';
import { hiding, solverForSpec, tableOf, type TableForSpec } from './tables-for-spec.js';
import { isRefusal } from './types.js';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await solverForSpec();
});

function pattern(table: TableForSpec, options: ProtectionCase['options'] = {}): Protection {
  const answer = protect({ options, ...table }, solver);
  if (isRefusal(answer)) throw new Error(answer.error);
  return answer;
}
const safe = (table: TableForSpec, hidden: readonly string[]) => {
  const answer = auditDisclosure(
    {
      options: {},
      cells: hiding(table.cells, hidden),
      equations: table.equations,
    },
    solver,
  );
  return !isRefusal(answer) && answer.safe;
};

const anyCount = fc.oneof(fc.nat(5), fc.integer({ min: 6, max: 60 }));
const anyTable = fc.array(fc.array(anyCount, { minLength: 3, maxLength: 3 }), {
  minLength: 3,
  maxLength: 4,
});
const runs = { numRuns: 8 };

describe('the pattern of any table', () => {
  it('suppresses nothing of a table that is all zero or all large', () => {
    for (const table of [
      tableOf([]),
      tableOf([
        [0, 0],
        [0, 0],
      ]),
      tableOf([
        [60, 70],
        [80, 90],
      ]),
    ])
      expect(pattern(table, { minDenominator: 10 })).toMatchObject({ suppressed: [], safe: true });
  });

  it('hides every primary, publishes what must be, and passes the audit', () => {
    fc.assert(
      fc.property(anyTable, (rows) => {
        const table = tableOf(rows, { P1: [0, 1], P2: rows.map((_row, n) => n).slice(2) });
        const answer = pattern(table);
        expect(answer.primaries.every((id) => answer.suppressed.includes(id))).toBe(true);
        expect(safe(table, answer.suppressed)).toBe(answer.safe);
      }),
      runs,
    );
  });

  it('does not depend on the order in which cells and equations come', () => {
    fc.assert(
      fc.property(anyTable, (rows) => {
        const table = tableOf(rows);
        const turned = {
          cells: [...table.cells].reverse(),
          equations: table.equations
            .map(({ total, parts }) => ({ total, parts: [...parts].reverse() }))
            .reverse(),
        };
        expect(pattern(turned)).toEqual(pattern(table));
      }),
      runs,
    );
  });

  it('is no longer safe when any one suppressed cell is published', () => {
    fc.assert(
      fc.property(anyTable, (rows) => {
        const table = tableOf(rows);
        const { suppressed, safe: isSafe } = pattern(table);
        if (!isSafe) return;
        for (const id of suppressed)
          expect(
            safe(
              table,
              suppressed.filter((other) => other !== id),
            ),
          ).toBe(false);
      }),
      runs,
    );
  });
});
