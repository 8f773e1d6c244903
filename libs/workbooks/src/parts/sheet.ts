import { cellName, type WorkbookCell, type WorkbookRow, type WorkbookSheet } from '#domain/intake';
import { cellValue, type ValueContext } from '../cells/cell-value.js';
import { cellAt, cellRange, rowNumber, type CellRange } from '../cells/reference.js';
import type { Counter } from '../counter.js';
import { unreadable } from '../refusal.js';
import { parseXml, unescapeText, type Attributes, type XmlHandler } from '../xml/parse-xml.js';
import { Formulas } from './formulas.js';
import { withoutCovered } from './merged-cells.js';
import { TextCollector, type Emit } from './text-collector.js';
import { isTrue } from './workbook-part.js';

export type SheetContext = ValueContext & {
  /** What the sheet is called in a place, ` of sheet 2 (hidden)`. */
  readonly of: string;
  readonly counter: Counter;
  readonly emit: Emit;
};

type Read = Pick<WorkbookSheet, 'rows' | 'hiddenColumns'>;
/** Where a text inside a cell goes. */
type Sink = 'value' | 'formula' | 'inline' | 'spoken' | 'other';
const SINKS: ReadonlyMap<string, Sink> = new Map([
  ['v', 'value'],
  ['f', 'formula'],
  ['t', 'inline'],
  ['is', 'other'],
  ['rPh', 'spoken'],
]);

/** Reads one sheet: its cells as the sender sees them, and every other text in it for the guard. */
export async function readSheet(
  chunks: AsyncIterable<Uint8Array>,
  context: SheetContext,
): Promise<Read> {
  const reader = new SheetReader(context);
  await parseXml(chunks, reader);
  return reader.result();
}

class SheetReader implements XmlHandler {
  private readonly texts: TextCollector;
  private readonly formulas = new Formulas();
  private readonly rows: WorkbookRow[] = [];
  private readonly hiddenColumns: (readonly [number, number])[] = [];
  private readonly merged: CellRange[] = [];
  private row: { number: number; hidden: boolean; cells: WorkbookCell[]; column: number } | null =
    null;
  private remembered: string[] = [];
  private cell: Attributes | null = null;
  private formula: Attributes | null = null;
  private sinks: Sink[] = [];
  private said: Record<Sink, string> = nothingSaid();
  private lastRow = 0;

  constructor(private readonly context: SheetContext) {
    this.texts = new TextCollector(context.emit, context.of);
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.cell) return this.openInCell(name, attributes);
    if (this.row && name === 'c') {
      this.cell = attributes;
      this.formula = null;
      this.said = nothingSaid();
      return;
    }
    if (name === 'row') return this.openRow(attributes);
    if (name === 'col') this.takeColumns(attributes);
    if (name === 'mergeCell') this.takeMerged(attributes);
    this.texts.open(name, attributes);
  };

  readonly text = (text: string): void => {
    if (this.cell) this.said[this.sinks.at(-1) ?? 'other'] += text;
    else this.texts.text(text);
  };

  readonly comment = (text: string): void => this.texts.comment(text);

  readonly close = (name: string): void => {
    if (this.sinks.length > 0) {
      this.sinks.pop();
    } else if (this.cell) {
      this.closeCell(this.cell);
      this.cell = null;
    } else if (name === 'row' && this.row) {
      this.closeRow();
    } else {
      this.texts.close(name);
    }
  };

  result(): Read {
    const { of, emit } = this.context;
    const rows = withoutCovered(this.rows, this.merged, (row, { column, text }) =>
      emit({ place: `cell ${cellName(row, column)}${of}, merged`, texts: [text], heads: false }),
    );
    return { rows, hiddenColumns: this.hiddenColumns };
  }

  private openInCell(name: string, attributes: Attributes): void {
    const outer = this.sinks.at(-1);
    if (name === 'f') this.formula = attributes;
    this.sinks.push(outer === 'spoken' ? 'spoken' : (SINKS.get(name) ?? outer ?? 'other'));
  }

  private openRow(attributes: Attributes): void {
    if (this.row) throw unreadable();
    const { r, hidden, ht } = attributes;
    const number = rowNumber(r === undefined ? this.lastRow + 1 : Number(r));
    if (number <= this.lastRow) throw unreadable();
    this.lastRow = number;
    this.row = { number, hidden: isTrue(hidden) || Number(ht ?? 1) === 0, cells: [], column: -1 };
    this.formulas.startRow(number);
  }

  private closeRow(): void {
    const { row, remembered } = this;
    this.row = null;
    if (!row) return;
    if (remembered.length > 0) {
      const place = `row ${row.number}${this.context.of}, results of formulas`;
      this.context.emit({ place, texts: remembered, heads: false });
      this.remembered = [];
    }
    if (row.cells.length === 0) return;
    this.context.counter.row();
    this.rows.push({ number: row.number, hidden: row.hidden, cells: row.cells });
  }

  private closeCell(attributes: Attributes): void {
    const { row, said, formula, context } = this;
    if (!row) return;
    const { r, t = 'n', s } = attributes;
    const at = r === undefined ? { row: row.number, column: row.column + 1 } : cellAt(r);
    if (at.row !== row.number || at.column <= row.column) throw unreadable();
    row.column = at.column;
    this.sayBeside(at);
    const stored = { type: t, style: s, value: said.value, inline: said.inline };
    const shown = cellValue(stored, context);
    const computed = formula
      ? this.formulas.textOf(formula, said.formula, at)
      : this.formulas.filledBy(at);
    if (computed !== null && shown.text.trim() !== '') this.remembered.push(shown.text);
    const text = computed ?? shown.text;
    if (text === '') return;
    context.counter.cell();
    row.cells.push({ column: at.column, text, kind: computed === null ? shown.kind : 'formula' });
  }

  /** How a text is to be pronounced, and whatever else stands in a cell beside its value. */
  private sayBeside(at: { row: number; column: number }): void {
    for (const text of [this.said.spoken, this.said.other]) {
      if (text.trim() === '') continue;
      const place = `cell ${cellName(at.row, at.column)}${this.context.of}`;
      this.context.emit({ place, texts: [unescapeText(text)], heads: false });
    }
  }

  private takeMerged({ ref = '' }: Attributes): void {
    this.context.counter.other();
    this.merged.push(cellRange(ref));
  }

  private takeColumns({ min, max, hidden, width }: Attributes): void {
    if (!isTrue(hidden) && Number(width ?? 1) !== 0) return;
    const [from, to] = [Number(min) - 1, Number(max) - 1];
    this.context.counter.other();
    if (Number.isInteger(from) && Number.isInteger(to)) this.hiddenColumns.push([from, to]);
  }
}

const nothingSaid = (): Record<Sink, string> => ({
  value: '',
  formula: '',
  inline: '',
  spoken: '',
  other: '',
});
