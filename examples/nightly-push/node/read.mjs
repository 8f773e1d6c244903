// Reads the files of the push: its configuration, its state, and the extract of the case-management system.
import { readFileSync, statSync } from 'node:fs';

const MOST_BYTES = 5_000_000;

/** Ends the run with an exit code and one sentence that says what to do. */
export class Stop extends Error {
  constructor(exitCode, sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

export function readText(path) {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new Stop(2, `There is no file ${path}.`);
  if (size > MOST_BYTES) throw new Stop(2, `${path} is larger than 5 MB.`);
  return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
}

export function readJson(path) {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new Stop(2, `${path} is not JSON.`);
  }
}

/** The cells of one line of CSV; a cell in quotes may have commas, and quotes twice. */
const cellsOf = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim(),
  );

function readCsv(path) {
  const [head = '', ...lines] = readText(path).split(/\r?\n/);
  const columns = cellsOf(head);
  return lines.flatMap((text, n) => {
    const cells = cellsOf(text);
    const row = Object.fromEntries(columns.map((column, at) => [column, cells[at]]));
    return text.trim() === '' ? [] : [{ line: n + 2, ...row }];
  });
}

/**
 * The extract, a CSV or a JSON list with `month`, `name` and `count`, as `[{ line, month, name, count }]`. A count stays
 * the text that it is: what is no number is for the service to say, with its fix.
 */
export function readExtract(path) {
  const rows = path.endsWith('.json')
    ? readJson(path).map((row, n) => ({ line: n + 1, ...row }))
    : readCsv(path);
  for (const { line, month, name, count } of rows)
    if (!/^\d{4}-\d{2}$/.test(month) || name === undefined || count === undefined)
      throw new Stop(
        2,
        `Line ${line} of ${path} needs a month such as 2024-12, a name and a count.`,
      );
  return rows.map((row) => ({ ...row, count: String(row.count) }));
}
