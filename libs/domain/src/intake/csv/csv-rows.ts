export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

/** Where reading stops: no file that we take has more. */
export type CsvLimits = {
  readonly rows: number;
  readonly columns: number;
  /** The longest row in characters: what is longer is not held in memory to see where it ends. */
  readonly rowLength?: number;
  /** Keeps rows of empty cells, which are otherwise passed over; an empty line is never a row. */
  readonly keepEmpty?: boolean;
};

/**
 * How a text ended: `whole`; inside a quoted cell that was never closed (`open-quote`); in a last line without a line end
 * (`no-line-end`), which is usual, but also what half a file looks like; or at a limit.
 */
export type CsvEnd =
  'whole' | 'no-line-end' | 'open-quote' | 'too-many-rows' | 'too-many-columns' | 'too-long-row';
export type CsvRows = { readonly rows: readonly CsvRow[]; readonly end: CsvEnd };

/** Reads a text that comes in pieces; a row that a piece ends in is read with the next. */
export type CsvReader = {
  readonly take: (piece: string) => readonly CsvRow[];
  /** No more pieces come: the last row, and how the text ended. */
  readonly end: () => CsvRows;
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
  const reader = csvReader(delimiter, limits);
  const rows = reader.take(text);
  const { rows: last, end } = reader.end();
  return { rows: [...rows, ...last], end };
}

/** The same for a text in pieces, holding no more than one piece and one row. */
export function csvReader(delimiter: string, limits: CsvLimits): CsvReader {
  const separator = delimiter.charCodeAt(0);
  let rest = '';
  let line = 1;
  let kept = 0;
  let stopped: CsvEnd | null = null;
  let ended: CsvEnd = 'whole';

  const read = (text: string, isLast: boolean): readonly CsvRow[] => {
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < text.length && stopped === null) {
      const row = rowAt(text, at, { separator, columns: limits.columns, isLast });
      if (typeof row === 'string') {
        if (row === 'more') break;
        stopped = row;
        break;
      }
      if (
        row.cells.some((one) => one.trim() !== '') ||
        (limits.keepEmpty && row.cells.length > 1)
      ) {
        rows.push({ line, cells: row.cells });
        kept += 1;
      }
      if (kept > limits.rows) stopped = 'too-many-rows';
      line += 1;
      at = row.next;
      ended = row.hasLineEnd ? 'whole' : 'no-line-end';
    }
    rest = stopped === null ? text.slice(at) : '';
    if (rest.length > (limits.rowLength ?? Infinity)) stopped = 'too-long-row';
    return rows;
  };

  return {
    take: (piece) => (stopped === null ? read(rest + piece, false) : []),
    end: () => {
      const rows = stopped === null ? read(rest, true) : [];
      return { rows, end: stopped ?? ended };
    },
  };
}

const isLineEnd = (code: number): boolean => code === CR || code === LF;

type Row = {
  readonly cells: readonly string[];
  readonly next: number;
  readonly hasLineEnd: boolean;
};

/** One row; `more` when it goes on after this text. */
function rowAt(
  text: string,
  from: number,
  how: { readonly separator: number; readonly columns: number; readonly isLast: boolean },
): Row | 'more' | 'open-quote' | 'too-many-columns' {
  const { separator, isLast } = how;
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = cellAt(text, at, separator);
    if (!cell) return isLast ? 'open-quote' : 'more';
    if (!isLast && cell.stop >= text.length - 1) return 'more';
    cells.push(cell.text);
    if (cells.length > how.columns) return 'too-many-columns';
    at = cell.stop + 1;
    const end = text.charCodeAt(cell.stop);
    if (end === separator) {
      if (at < text.length) continue;
      cells.push('');
    }
    if (end === CR && text.charCodeAt(at) === LF) at += 1;
    return { cells, next: at, hasLineEnd: isLineEnd(end) };
  }
}

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
