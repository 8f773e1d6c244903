import type { IntakeRow, IntakeTable } from '../../intake/intake-table.js';
import { nearest } from '../../intake/nearest.js';
import { err, ok, type Result } from '../../result.js';
import type { AreaTexts } from './find-area.js';
import type { EesAreaColumns, EesIndicator, EesMapping } from './mapping.js';
import type { OddityNotes } from './oddities.js';
import { readEesCell } from './read-cell.js';
import type { EesFault } from './reading.js';

/** A table with the mapping's columns found in it. */
export type EesSheet = {
  readonly text: (row: IntakeRow, column: string) => string;
  readonly areaTexts: (row: IntakeRow) => AreaTexts;
  /** Indicators of which every column is there. */
  readonly indicators: readonly EesIndicator[];
};

const TIME = ['time_period', 'time_identifier'];
/** Columns that say where or which, and are no filter. */
const PLACE = /(?:_code|_name|_urn|_ukprn|_upin|_laestab|_estab)$/;
const AREA_KEYS: readonly (keyof EesAreaColumns)[] = [
  'level',
  'countryCode',
  'regionCode',
  'regionName',
  'councilCode',
  'oldCouncilCode',
  'councilName',
];

const columnsOf = (indicator: EesIndicator): readonly string[] => [
  ...(indicator.value === undefined ? [] : [indicator.value]),
  ...(indicator.numerator ?? []),
  ...(indicator.denominator ?? []),
];

/** Finds the columns; a fault where the file cannot be read by this mapping. `filters`: those that a metadata file names. */
export function eesSheet(
  table: IntakeTable,
  mapping: EesMapping,
  { filters, notes }: { filters: readonly string[]; notes: OddityNotes },
): Result<EesSheet, EesFault> {
  const at = new Map(table.columns.map((name, index) => [name.trim(), index]));
  noteMisspelt(at, mapping, notes);
  const held = [...Object.keys(mapping.hold), ...(mapping.keep ? [mapping.keep.column] : [])];
  const lacks = [...TIME, mapping.areas.level, mapping.areas.councilCode, ...held].filter(
    (name) => !at.has(name),
  );
  if (lacks.length > 0)
    return err({ code: 'COLUMN_MISSING', sentence: `The file has no column ${lacks.join(', ')}.` });
  const loose = unheld(table, { at, mapping, filters, held: new Set(held) });
  if (loose.length > 0)
    return err({
      code: 'FILTER_NOT_HELD',
      sentence: `The mapping says nothing of the filter ${loose.join(', ')}: it must hold it at its total, or keep it.`,
    });
  const text = (row: IntakeRow, column: string): string => {
    const index = at.get(column);
    return index === undefined ? '' : (row.cells[index] ?? '').trim();
  };
  return ok({
    text,
    areaTexts: (row) =>
      Object.fromEntries(AREA_KEYS.map((key) => [key, text(row, mapping.areas[key])])) as AreaTexts,
    indicators: mapping.indicators.filter((indicator) => hasColumns(indicator, at, notes)),
  });
}

function hasColumns(
  indicator: EesIndicator,
  at: ReadonlyMap<string, number>,
  notes: OddityNotes,
): boolean {
  const lacks = columnsOf(indicator).filter((name) => !at.has(name));
  for (const name of lacks) {
    const like = nearest(name, [...at.keys()]);
    notes.add('column-missing', name, {
      place: indicator.metric,
      say: (metrics) =>
        `The file has no column ${name}${like ? ` (the nearest is ${like})` : ''}: ${metrics} is not read.`,
    });
  }
  return lacks.length === 0;
}

/** A column under either spelling is found under the one that the mapping uses. */
function noteMisspelt(at: Map<string, number>, mapping: EesMapping, notes: OddityNotes): void {
  for (const [published, meant] of Object.entries(mapping.misspelt ?? {})) {
    const index = at.get(published) ?? at.get(meant);
    if (index === undefined) continue;
    if (at.has(published))
      notes.add('column-misspelt', published, {
        place: published,
        say: () => `The column ${published} is misspelt as published: ${meant} is meant.`,
      });
    at.set(published, index);
    at.set(meant, index);
  }
}

/** Filters that the mapping neither holds nor keeps: named by the metadata, or columns of words of more than one kind. */
function unheld(
  table: IntakeTable,
  given: {
    at: ReadonlyMap<string, number>;
    mapping: EesMapping;
    filters: readonly string[];
    held: ReadonlySet<string>;
  },
): readonly string[] {
  const { at, mapping, filters, held } = given;
  const known = new Set([...TIME, ...Object.values(mapping.areas), ...held]);
  return [...new Set(at.values())]
    .map((index) => (table.columns[index] ?? '').trim())
    .filter((name) => !known.has(name) && !PLACE.test(name))
    .filter((name) => filters.includes(name) || hasWords(table, at.get(name) ?? -1));
}

function hasWords(table: IntakeTable, index: number): boolean {
  let first: string | null = null;
  return table.rows.some((row) => {
    const text = (row.cells[index] ?? '').trim();
    if (!readEesCell(text).unreadable) return false;
    first ??= text;
    return text !== first;
  });
}
