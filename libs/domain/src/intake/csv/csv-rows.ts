/** How a text ended: at the end of a row, or inside a quoted cell that was never closed. */
export type CsvRows = { readonly rows: readonly CsvRow[]; readonly openQuote: boolean };
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

const QUOTE = 34;
const CR = 13;
const LF = 10;

/**
 * Rows and cells of a delimited text, in one pass (RFC 4180; also lone CR and LF as line ends, and quotes inside an
 * unquoted cell as they stand). `line` counts rows as a spreadsheet does, the header being 1; rows without any text are
 * passed over but counted.
 */
export function csvRows(text: string, delimiter: string, mostRows: number): CsvRows {
  const separator = delimiter.charCodeAt(0);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && rows.length <= mostRows) {
    const quoted = text.charCodeAt(at) === QUOTE;
    const end = quoted ? closingQuote(text, at + 1) : cellEnd(text, at, separator);
    if (end < 0) return { rows, openQuote: true };
    const stop = quoted ? cellEnd(text, end + 1, separator) : end;
    cells.push(
      quoted
        ? text.slice(at + 1, end).replaceAll('""', '"') + text.slice(end + 1, stop).trimEnd()
        : text.slice(at, end),
    );
    if (text.charCodeAt(stop) === separator) {
      at = stop + 1;
      if (at < text.length) continue;
      cells.push('');
    }
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    cells = [];
    line += 1;
    at =
      text.charCodeAt(stop) === CR && text.charCodeAt(stop + 1) === LF
        ? stop + 2
        : Math.max(stop + 1, at);
  }
  return { rows, openQuote: false };
}

function cellEnd(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === CR || code === LF) return at;
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

/** The delimiter that the first line uses most; a comma when it uses none. */
export function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = text.slice(0, end < 0 ? 10_000 : Math.min(end, 10_000));
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [';', '\t'].reduce(
    (best, candidate) => (count(candidate) > count(best) ? candidate : best),
    ',',
  );
}
