export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** Where reading stops: no file that we take has more. */
export type CsvLimits = {
  readonly rows: number;
  readonly columns: number;
  /** Keeps rows of empty cells, which are otherwise passed over; an empty line is never a row. */
  readonly keepEmpty?: boolean;
};

/**
 * The rows of a text, and how it ended: `whole`; inside a quoted cell that was never closed (`open-quote`); in a last
 * line without a line end (`no-line-end`), which is usual, but also what half a file looks like; or at a limit.
 */
export type CsvRows = {
  readonly rows: readonly CsvRow[];
  readonly end: 'whole' | 'no-line-end' | 'open-quote' | 'too-many-rows' | 'too-many-columns';
};

const QUOTE = 34;
const CR = 13;
const LF = 10;

/**
 * Rows and cells of a delimited text, in one pass (RFC 4180; also lone CR and LF as line ends, and quotes inside an
 * unquoted cell as they stand). `line` counts rows as a spreadsheet does, the header being 1; rows without any text are
 * passed over but counted.
 */
export function csvRows(text: string, delimiter: string, limits: CsvLimits): CsvRows {
  const separator = delimiter.charCodeAt(0);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  let end: CsvRows['end'] = 'whole';
  while (at < text.length) {
    const cell = cellAt(text, at, separator);
    if (!cell) return { rows, end: 'open-quote' };
    cells.push(cell.text);
    at = cell.stop + 1;
    if (cells.length > limits.columns) return { rows, end: 'too-many-columns' };
    if (text.charCodeAt(cell.stop) === separator) {
      if (at < text.length) continue;
      cells.push('');
    }
    if (cells.some((one) => one.trim() !== '') || (limits.keepEmpty && cells.length > 1))
      rows.push({ line, cells });
    if (rows.length > limits.rows) return { rows, end: 'too-many-rows' };
    cells = [];
    line += 1;
    if (text.charCodeAt(cell.stop) === CR && text.charCodeAt(at) === LF) at += 1;
    end = isLineEnd(text.charCodeAt(cell.stop)) ? 'whole' : 'no-line-end';
  }
  return { rows, end };
}

const isLineEnd = (code: number): boolean => code === CR || code === LF;

/** One cell and the place of what ends it; null when its quote is never closed. */
function cellAt(
  text: string,
  at: number,
  separator: number,
): { readonly text: string; readonly stop: number } | null {
  if (text.charCodeAt(at) !== QUOTE) {
    const stop = cellEnd(text, at, separator);
    return { text: text.slice(at, stop), stop };
  }
  const close = closingQuote(text, at + 1);
  if (close < 0) return null;
  const stop = cellEnd(text, close + 1, separator);
  const inside = text.slice(at + 1, close);
  const plain = inside.includes('"') ? inside.replaceAll('""', '"') : inside;
  return { text: plain + text.slice(close + 1, stop).trimEnd(), stop };
}

function cellEnd(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || isLineEnd(code)) return at;
  }
  return at;
}

/** The quote that closes a cell; two together are one inside it. −1 when there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return -1;
}
