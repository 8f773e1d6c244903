import type { CountCell, DisclosureRefusal, Equation } from './types.js';
import { isRefusal } from './types.js';

const LARGEST_COUNT = 1e9;

/** A cell with everything that rules look at filled in. */
export interface TableCell {
  readonly id: string;
  readonly geo: string;
  readonly cat: string;
  readonly outcome: string;
  readonly level: number;
  readonly value: number;
}

/** Coefficients of one equation Σ coefficient × cell = 0, by the cell's place in the table. */
export interface Row {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
}

export interface Table {
  readonly cells: readonly TableCell[];
  readonly rows: readonly Row[];
  readonly places: ReadonlyMap<string, number>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise;

export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT;

/** The table of cells and equations, or why it is none. The order of the cells is kept. */
export function readTable(
  cells: readonly CountCell[],
  equations: readonly Equation[],
): Table | DisclosureRefusal {
  const read = readCells(cells);
  if (isRefusal(read)) return read;
  const places = new Map(read.map((cell, place) => [cell.id, place]));
  if (places.size < read.length) return { error: 'DUPLICATE_CELL' };
  const rows = readRows(equations, places);
  if (isRefusal(rows)) return rows;
  return rows.every((row) => sumOf(row, read) === 0)
    ? { cells: read, rows, places }
    : { error: 'INCONSISTENT_TABLE' };
}

function readCells(cells: unknown): readonly TableCell[] | DisclosureRefusal {
  if (!Array.isArray(cells)) return { error: 'INVALID_INPUT' };
  const read: TableCell[] = [];
  for (const cell of cells as readonly unknown[]) {
    if (!isObject(cell) || typeof cell['id'] !== 'string' || cell['id'] === '')
      return { error: 'INVALID_INPUT' };
    if (!isCount(cell['value'])) return { error: 'INVALID_COUNT' };
    const [geo = '', cat = 'Total', outcome = 'n'] = cell['id'].split('|');
    const level = cell['level'] ?? 1;
    if (level !== 1 && level !== 2 && level !== 3 && level !== 4) return { error: 'INVALID_INPUT' };
    read.push({
      id: cell['id'],
      geo: textOr(cell['geo'], geo),
      cat: textOr(cell['cat'], cat),
      outcome: textOr(cell['outcome'], outcome),
      level,
      value: cell['value'],
    });
  }
  return read;
}

/** Equations as rows over places. */
export function readRows(
  equations: unknown,
  places: ReadonlyMap<string, number>,
): readonly Row[] | DisclosureRefusal {
  if (!Array.isArray(equations)) return { error: 'INVALID_INPUT' };
  const rows: Row[] = [];
  for (const equation of equations as readonly unknown[]) {
    if (!isObject(equation) || !Array.isArray(equation['parts'])) return { error: 'INVALID_INPUT' };
    const ids = [equation['total'], ...(equation['parts'] as readonly unknown[])];
    if (ids.length < 2 || new Set(ids).size < ids.length) return { error: 'INVALID_EQUATION' };
    const columns = ids.map((id) => (typeof id === 'string' ? places.get(id) : undefined));
    if (columns.some((place) => place === undefined)) return { error: 'UNKNOWN_CELL' };
    rows.push({
      columns: columns.filter((place) => place !== undefined),
      coefficients: ids.map((_id, n) => (n === 0 ? 1 : -1)),
    });
  }
  return rows;
}

const sumOf = (row: Row, cells: readonly TableCell[]): number =>
  row.columns.reduce(
    (sum, place, n) => sum + (row.coefficients[n] ?? 0) * (cells[place]?.value ?? 0),
    0,
  );
