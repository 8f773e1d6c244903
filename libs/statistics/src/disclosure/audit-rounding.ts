import { rangeFinder, restrictRows } from './ranges.js';
import { isCount, readRows } from './read-table.js';
import { withPrograms, type LinearSolver, type OpenProgram } from './solver.js';
import { isRefusal, type DisclosureRefusal, type Equation, type Range } from './types.js';

export interface RoundedCell {
  readonly id: string;
  /** What is published: a multiple of its base. */
  readonly rounded: number;
  /** The true value, where it is to be checked that it rounds to this. */
  readonly value?: number;
  /** Its own base, where it differs from that of the table. */
  readonly base?: number;
}

export interface RoundingAuditCase {
  /** 2 to 1,000; 5 and 10 are usual. */
  readonly options: { readonly base: number };
  readonly cells: readonly RoundedCell[];
  readonly equations: readonly Equation[];
}

export interface RoundingAudit {
  /** Least and greatest whole number that each cell may be, in the order of the cells. */
  readonly intervals: readonly Range[];
  readonly exactlyRecovered: readonly string[];
}

/** A count rounded half up to a multiple of the base. */
export const roundHalfUp = (count: number, base: number): number =>
  base * Math.floor(count / base + 0.5);

/**
 * What a table tells whose every cell was rounded half up by itself: each cell lies within half a base of what is shown, is
 * not negative, and the equations hold for the true counts. Whole-number limits, by linear programs whose vertices are whole
 * and by integer programs where they are not. `INCONSISTENT_TABLE`: no table rounds to this one.
 */
export function auditRounding(
  roundingCase: RoundingAuditCase,
  solver: LinearSolver,
): RoundingAudit | DisclosureRefusal {
  const { cells, equations } = roundingCase;
  const options = roundingCase.options ?? {};
  if (!isBase(options.base)) return { error: 'INVALID_OPTIONS' };
  const refusal = refusalOf(cells, options.base);
  if (refusal) return refusal;
  const places = new Map(cells.map(({ id }, place) => [id, place]));
  if (places.size < cells.length) return { error: 'DUPLICATE_CELL' };
  const rows = readRows(equations, places);
  if (isRefusal(rows)) return rows;
  if (cells.length === 0) return { intervals: [], exactlyRecovered: [] };
  const columns = new Map(cells.map((_cell, place) => [place, place]));
  const bounds = cells.map(({ rounded, base }) => boundsOf(rounded, base ?? options.base));
  const known = rows.map((row) =>
    row.columns.reduce(
      (sum, place, n) => sum - (row.coefficients[n] ?? 0) * (cells[place]?.rounded ?? 0),
      0,
    ),
  );
  const unknowns = {
    values: cells.map(({ rounded }) => rounded),
    lower: bounds.map(([least], place) => least - (cells[place]?.rounded ?? 0)),
    upper: bounds.map(([, most], place) => most - (cells[place]?.rounded ?? 0)),
    rows: restrictRows(rows, columns).map((row, n) => ({ ...row, right: known[n] ?? 0 })),
  };
  return withPrograms(solver, (open) => auditCells(open, unknowns, cells));
}

function auditCells(
  open: OpenProgram,
  unknowns: Parameters<typeof rangeFinder>[1],
  cells: readonly RoundedCell[],
): RoundingAudit | DisclosureRefusal {
  const finder = rangeFinder(open, unknowns);
  const intervals: Range[] = [];
  for (const [column, { id }] of cells.entries()) {
    const real = finder.real(column);
    const whole = real && finder.whole(column, real);
    if (whole === 'limit') return { error: 'SOLVER_LIMIT' };
    if (!whole) return { error: 'INCONSISTENT_TABLE' };
    intervals.push({ id, ...whole });
  }
  return {
    intervals,
    exactlyRecovered: intervals.filter(({ lo, hi }) => lo === hi).map(({ id }) => id),
  };
}

const isBase = (base: unknown): base is number => isCount(base) && base >= 2 && base <= 1000;

function refusalOf(cells: unknown, base: number): DisclosureRefusal | null {
  if (!Array.isArray(cells)) return { error: 'INVALID_INPUT' };
  for (const cell of cells as readonly (RoundedCell | null)[]) {
    if (!cell || typeof cell.id !== 'string' || cell.id === '') return { error: 'INVALID_INPUT' };
    const own = cell.base ?? base;
    if (!isBase(own)) return { error: 'INVALID_OPTIONS' };
    if (!isCount(cell.rounded) || !isCount(cell.value ?? 0)) return { error: 'INVALID_COUNT' };
    const value = cell.value ?? cell.rounded;
    if (roundHalfUp(value, own) !== cell.rounded) return { error: 'INCONSISTENT_TABLE' };
  }
  return null;
}

/** Whole numbers that round half up to it: 5 → ±2, 10 → −5 to +4. */
const boundsOf = (rounded: number, base: number): readonly [number, number] => [
  Math.max(0, Math.ceil(rounded - base / 2)),
  Math.ceil(rounded + base / 2) - 1,
];
