import type { Metric } from '../metrics/metric.js';
import type { IntakeRow, IntakeTable } from './intake-table.js';
import { plainName, roleNamed, type ColumnRole } from './map-columns.js';

/** What a column is for: a role, the code of a measure or box whose numbers it holds, or nothing. */
export type ColumnMeaning = ColumnRole | { readonly code: string } | 'ignored';

/** What the names of columns mean to one sender; asked with names in lower case without punctuation. */
export type ColumnNames = {
  /** As the council once said; before everything else. */
  readonly remembered: ReadonlyMap<string, ColumnMeaning>;
  /** The measure or box with this code or title. */
  readonly codeOf: (name: string) => string | undefined;
  /** Whether every council is asked for a measure or box. */
  readonly askedOfAll: (code: string) => boolean;
  /** The boxes that a council may be asked for. */
  readonly boxes: readonly Pick<Metric, 'code' | 'title'>[];
};

/** Names as a programme understands them: codes, and titles of one measure or box that are nobody's code. */
export function columnNames(
  metrics: readonly Metric[],
  remembered: ColumnNames['remembered'] = new Map(),
): ColumnNames {
  const titles = new Map<string, string | null>();
  for (const { code, title } of metrics) {
    const name = plainName(title);
    const known = titles.get(name);
    titles.set(name, known === undefined || known === code ? code : null);
  }
  const codes = new Map(metrics.map(({ code }) => [plainName(code), code]));
  const everybody = new Set(
    metrics.filter(({ askedOf }) => askedOf === 'all').map(({ code }) => code),
  );
  return {
    remembered,
    codeOf: (name) => codes.get(name) ?? titles.get(name) ?? undefined,
    askedOfAll: (code) => everybody.has(code),
    boxes: metrics.filter(({ type }) => type === 'box'),
  };
}

/** What a column is for; null when nobody can tell. */
export function meaningOf(column: string, names: ColumnNames): ColumnMeaning | null {
  const name = plainName(column);
  const kept = names.remembered.get(name);
  if (kept !== undefined) return kept;
  const role = roleNamed(name);
  if (role) return role;
  const code = names.codeOf(name);
  return code === undefined ? null : { code };
}

/**
 * A table with its columns understood: names that the council explained stand for their roles, and a wide table (a column
 * for each measure or box, and none that names them) becomes a long one, a row for each of its numbers. Places keep the
 * sender's own names. An empty cell of a measure that only some councils are asked for is no number.
 */
export function understandColumns(table: IntakeTable, names: ColumnNames): IntakeTable {
  const meanings = table.columns.map((column) => meaningOf(column, names));
  const reads = table.columns.map((column) => readAs(column, names));
  const figures = meanings.flatMap((meaning, index) =>
    typeof meaning === 'object' && meaning !== null ? [{ index, code: meaning.code }] : [],
  );
  if (figures.length === 0 || reads.some((name) => roleNamed(plainName(name)) === 'measure'))
    return { ...table, reads };
  const own = new Set(figures.map(({ index }) => index));
  const keep = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => !own.has(index));
  return {
    ...table,
    columns: [...keep(table.columns), 'measure', 'value'],
    reads: [...keep(reads), 'measure', 'value'],
    rows: table.rows.flatMap((row): readonly IntakeRow[] => {
      const { length } = row.cells;
      if (length !== table.columns.length)
        return [
          { row: row.row, cells: [], ragged: { cells: length, columns: table.columns.length } },
        ];
      return figures.flatMap(({ index, code }) => {
        const cell = row.cells[index] ?? '';
        if (cell.trim() === '' && !names.askedOfAll(code)) return [];
        const column = table.columns[index] ?? code;
        return [{ row: row.row, cells: [...keep(row.cells), code, cell], column }];
      });
    }),
  };
}

/** The name that a column is read by: its own, unless the council gave it another meaning. */
function readAs(column: string, { remembered }: ColumnNames): string {
  const kept = remembered.get(plainName(column));
  if (kept === 'ignored') return '';
  return typeof kept === 'string' ? kept : column;
}
