import fc from 'fast-check';
import { auditRounding, roundHalfUp, type RoundingAuditCase } from './audit-rounding.js';
import type { LinearSolver } from './solver.js';
import { solverForSpec, tableOf } from './tables-for-spec.js';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await solverForSpec();
});

const sum = (base: number, total: number, ...parts: number[]): RoundingAuditCase => ({
  options: { base },
  cells: [total, ...parts].map((rounded, n) => ({ id: n === 0 ? 't' : `p${n}`, rounded })),
  equations: [{ total: 't', parts: parts.map((_part, n) => `p${n + 1}`) }],
});
const ranges = (...list: (readonly [number, number])[]) =>
  list.map(([lo, hi], n) => ({ id: n === 0 ? 't' : `p${n}`, lo, hi }));

describe('the audit of a rounded table', () => {
  it('narrows two parts by a total that rounds lower than they do', () => {
    // 3 to 7 each, of 3 to 7 in all.
    expect(auditRounding(sum(5, 5, 5, 5), solver)).toEqual({
      intervals: ranges([6, 7], [3, 4], [3, 4]),
      exactlyRecovered: [],
    });
  });

  it('takes 5 to 14 for what rounds half up to 10', () => {
    expect(auditRounding(sum(10, 10, 10, 10), solver)).toMatchObject({
      intervals: ranges([10, 14], [5, 9], [5, 9]),
    });
  });

  it('recovers counts that can only just add up', () => {
    // Four parts of at least 3, of at most 12 in all.
    expect(auditRounding(sum(5, 10, 5, 5, 5, 5), solver)).toEqual({
      intervals: ranges([12, 12], [3, 3], [3, 3], [3, 3], [3, 3]),
      exactlyRecovered: ['t', 'p1', 'p2', 'p3', 'p4'],
    });
  });

  it('never takes a count below zero, and lets a cell have a base of its own', () => {
    const one = { options: { base: 5 }, equations: [], cells: [{ id: 't', rounded: 0, base: 10 }] };
    expect(auditRounding(one, solver)).toMatchObject({ intervals: ranges([0, 4]) });
    expect(auditRounding({ ...one, cells: [] }, solver)).toMatchObject({ intervals: [] });
  });

  const cell = { id: 't', rounded: 5 };
  it.each([
    ['parts that cannot round to their total', sum(5, 5, 5, 5, 5), 'INCONSISTENT_TABLE'],
    ['what is no multiple of the base', sum(5, 7, 7), 'INCONSISTENT_TABLE'],
    [
      'a value that does not round to what is shown',
      { options: { base: 5 }, cells: [{ ...cell, value: 8 }], equations: [] },
      'INCONSISTENT_TABLE',
    ],
    ['a base of one', sum(1, 5, 5), 'INVALID_OPTIONS'],
    ['a negative count', sum(5, -5, -5), 'INVALID_COUNT'],
    [
      'a cell twice',
      { options: { base: 5 }, cells: [cell, cell], equations: [] },
      'DUPLICATE_CELL',
    ],
    [
      'an unknown cell',
      { options: { base: 5 }, cells: [cell], equations: [{ total: 't', parts: ['x'] }] },
      'UNKNOWN_CELL',
    ],
  ])('refuses %s', (_name, roundingCase, error) => {
    expect(auditRounding(roundingCase, solver)).toEqual({ error });
  });

  it('never leaves the true count out', () => {
    const rows = fc.array(fc.array(fc.nat(40), { minLength: 2, maxLength: 2 }), {
      ...{ minLength: 2, maxLength: 4 },
    });
    fc.assert(
      fc.property(rows, fc.constantFrom(5, 10), (counts, base) => {
        const { cells, equations } = tableOf(counts);
        const shown = cells.map(({ id, value }) => ({ id, rounded: roundHalfUp(value, base) }));
        const answer = auditRounding({ options: { base }, cells: shown, equations }, solver);
        const found = 'error' in answer ? [] : answer.intervals;
        cells.forEach(({ value }, place) => {
          expect(found[place]?.lo).toBeLessThanOrEqual(value);
          expect(found[place]?.hi).toBeGreaterThanOrEqual(value);
        });
      }),
      { numRuns: 15 },
    );
  });
});
