import type { WorkbookCell, WorkbookRow } from '#domain/intake';
import { isWithin, type CellRange } from '../cells/reference.js';
import { tooLarge } from '../refusal.js';

/** How many times a row may lie within a merged range, over all rows. */
const MOST_CROSSINGS = 5_000_000;

/**
 * Rows without what lies beneath merged cells: of a merged range only the first cell is seen. What is taken away is told
 * cell by cell, with its row.
 */
export function withoutCovered(
  rows: readonly WorkbookRow[],
  merged: readonly CellRange[],
  covered: (row: number, cell: WorkbookCell) => void,
): readonly WorkbookRow[] {
  if (merged.length === 0) return rows;
  const waiting = merged.toSorted((a, b) => a.from.row - b.from.row);
  let next = 0;
  let open: CellRange[] = [];
  let crossings = 0;
  return rows.flatMap((row) => {
    for (let one = waiting[next]; one && one.from.row <= row.number; one = waiting[next]) {
      open.push(one);
      next += 1;
    }
    open = open.filter(({ to }) => to.row >= row.number);
    crossings += open.length * row.cells.length;
    if (crossings > MOST_CROSSINGS) throw tooLarge('more merged cells than any return has');
    const isCovered = ({ column }: WorkbookCell): boolean =>
      open.some(
        (range) =>
          isWithin({ row: row.number, column }, range) &&
          (range.from.row !== row.number || range.from.column !== column),
      );
    if (open.length === 0 || !row.cells.some(isCovered)) return [row];
    for (const cell of row.cells) if (isCovered(cell)) covered(row.number, cell);
    const cells = row.cells.filter((cell) => !isCovered(cell));
    return cells.length > 0 ? [{ ...row, cells }] : [];
  });
}
