import { cellName } from '#domain/intake';
import { cellRange, isWithin, type CellAt, type CellRange } from '../cells/reference.js';
import { tooLarge } from '../refusal.js';
import { unescapeText, type Attributes } from '../xml/parse-xml.js';

/** How many times a cell may be compared with a range that a formula fills, over a whole sheet. */
const MOST_COMPARISONS = 50_000_000;

/**
 * The formulas of one sheet. A formula may be written once for many cells: they say where it stands. What a formula fills
 * beside its own cell is no value that anybody typed, either.
 */
export class Formulas {
  private readonly shared = new Map<string, string>();
  private comparisons = 0;
  private ranges: (CellRange & { readonly name: string })[] = [];
  /** The row that the first of the ranges to end ends with. */
  private firstEnd = Infinity;

  /** The text of a cell with a formula element. */
  textOf({ t, si, ref }: Attributes, written: string, at: CellAt): string {
    const name = cellName(at.row, at.column);
    if (t === 'shared' && si !== undefined && written !== '') this.shared.set(si, name);
    if ((t === 'array' || t === 'dataTable') && ref !== undefined) this.keep(ref, name);
    if (written.trim() !== '') return `=${unescapeText(written)}`;
    const master = t === 'shared' && si !== undefined ? this.shared.get(si) : undefined;
    return master === undefined ? '=(a formula)' : `=(the formula of ${master})`;
  }

  /** The text of a cell that a formula elsewhere fills; null when none does. Rows are asked in order. */
  filledBy(at: CellAt): string | null {
    if (this.ranges.length === 0) return null;
    this.compare();
    const range = this.ranges.find((one) => isWithin(at, one));
    return range ? `=(the formula of ${range.name})` : null;
  }

  /** Forgets what ends above a row, so that a long sheet stays quick. */
  startRow(row: number): void {
    if (row <= this.firstEnd) return;
    this.compare();
    this.ranges = this.ranges.filter(({ to }) => to.row >= row);
    this.firstEnd = this.ranges.reduce((first, { to }) => Math.min(first, to.row), Infinity);
  }

  private compare(): void {
    this.comparisons += this.ranges.length;
    if (this.comparisons > MOST_COMPARISONS) throw tooLarge('more formulas than any return has');
  }

  private keep(ref: string, name: string): void {
    const range = cellRange(ref);
    const { from, to } = range;
    if (from.row === to.row && from.column === to.column) return;
    this.ranges.push({ ...range, name });
    this.firstEnd = Math.min(this.firstEnd, to.row);
  }
}
