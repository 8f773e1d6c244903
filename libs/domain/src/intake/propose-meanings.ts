import { resolveCouncil, type Register } from '../register/index.js';
import type { Day } from '../periods/period.js';
import type { IntakeRow, IntakeTable } from './intake-table.js';
import { likestMeasures } from './likest-measures.js';
import { mapColumns, plainName, type ColumnRole } from './map-columns.js';
import { readPeriod } from './read-period.js';
import { meaningOf, type ColumnMeaning, type ColumnNames } from './understand-columns.js';

/** How many rows are looked at, and how many of a column's texts are shown to its sender. */
const ROWS_LOOKED_AT = 50;
const SAMPLES = 3;

/** A column as its sender calls it, with what it seems to hold: null when nobody can tell. */
export type ProposedColumn = {
  readonly column: string;
  readonly samples: readonly string[];
  readonly proposed: ColumnMeaning | null;
};

type Look = { readonly names: ColumnNames; readonly register: Register; readonly today: Day };

/**
 * What each column of a table may mean: by its name, where that says nothing by what its first rows hold (as far as no other
 * column has that role), and of numbers by the box whose words its name shares. For the sender to correct.
 */
export function proposeMeanings(table: IntakeTable, look: Look): readonly ProposedColumn[] {
  const rows = table.rows.slice(0, ROWS_LOOKED_AT);
  const taken = new Set(Object.keys(mapColumns(table).at));
  const boxes = boxesOf(table, rows, look);
  return table.columns.map((column, index) => {
    const texts = textsIn(rows, index);
    const samples = [...new Set(texts)].slice(0, SAMPLES);
    const named = meaningOf(column, look.names);
    if (named !== null) return { column, samples, proposed: named };
    const box = boxes.get(index);
    if (box !== undefined) return { column, samples, proposed: { code: box } };
    const role = ROLES_BY_CONTENT.find(
      ([one, holds]) =>
        !taken.has(one) && texts.length > 0 && texts.every((text) => holds(text, look)),
    )?.[0];
    if (role) taken.add(role);
    return { column, samples, proposed: role ?? null };
  });
}

/** Of a table without a column that names the measure: the boxes that its columns of numbers may stand for. */
function boxesOf(
  table: IntakeTable,
  rows: readonly IntakeRow[],
  { names }: Look,
): ReadonlyMap<number, string> {
  if (mapColumns(table).at.measure !== undefined) return new Map();
  const numbers = table.columns.flatMap((column, index) => {
    const texts = textsIn(rows, index);
    const isNumbers = texts.length > 0 && texts.every(isNumber);
    return isNumbers && meaningOf(column, names) === null ? [{ column, index }] : [];
  });
  const used = new Set(
    table.columns.flatMap((column) => {
      const meaning = meaningOf(column, names);
      return typeof meaning === 'object' && meaning !== null ? [meaning.code] : [];
    }),
  );
  const likest = likestMeasures(
    numbers.map(({ column }) => column),
    names.boxes.filter(({ code }) => !used.has(code)),
  );
  return new Map(
    numbers.flatMap(({ index }, n) => {
      const code = likest[n] ?? null;
      return code === null ? [] : [[index, code] as const];
    }),
  );
}

const isNumber = (text: string): boolean => /^[£+-]?\s*[\d.,]+$|^<\s*\d+$/.test(text);

const textsIn = (rows: readonly IntakeRow[], index: number): readonly string[] =>
  rows.flatMap(({ cells }) => {
    const text = (cells[index] ?? '').trim();
    return text === '' ? [] : [text];
  });

/** What a text must be for a column to have a role; the more particular first. */
const ROLES_BY_CONTENT: readonly (readonly [ColumnRole, (text: string, look: Look) => boolean])[] =
  [
    ['measure', (text, { names }) => names.codeOf(plainName(text)) !== undefined],
    ['period', (text) => readPeriod(text, '', null).kind === 'period'],
    ['council', (text, { register, today }) => resolveCouncil(register, text, today).ok],
    ['value', isNumber],
  ];
