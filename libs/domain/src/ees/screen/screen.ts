import type { EesReference, GeographicLevel } from './reference.js';
import type { ScreenFile } from './screen-file.js';

/** One row of the metadata file. */
export type MetadataRow = Readonly<
  Record<
    | 'col_name'
    | 'col_type'
    | 'label'
    | 'indicator_grouping'
    | 'indicator_unit'
    | 'indicator_dp'
    | 'filter_hint'
    | 'filter_grouping_column',
    string
  >
>;

/** The two files as checks look at them: what is asked often is worked out once. */
export type Screen = {
  readonly data: ScreenFile;
  readonly metadata: ScreenFile | null;
  readonly reference: EesReference;
  readonly has: (column: string) => boolean;
  /** A column's cells, in the order of the rows; blank where there is no such column. */
  readonly cells: (column: string) => readonly string[];
  readonly distinct: (column: string) => readonly string[];
  readonly levelsPresent: readonly string[];
  /** The cells of some columns, of rows of which the level is so, each combination once. */
  readonly combinations: (
    columns: readonly string[],
    wanted?: (level: string) => boolean,
  ) => readonly (readonly string[])[];
  readonly meta: readonly MetadataRow[];
  readonly filters: readonly string[];
  readonly filterGroups: readonly string[];
  readonly indicators: readonly string[];
  /** Columns of time and place that EES knows. */
  readonly observationalUnits: readonly string[];
  /** Whether a name looks as if it were of a place. */
  readonly looksLikePlace: (name: string) => boolean;
};

/** What is wrong at one place; `fails` where this is worse than what the check says otherwise. */
export type Fault = { readonly place: string; readonly what: string; readonly fails?: true };
export type Check = (screen: Screen) => readonly Fault[];

export const fault = (place: string, what: string): readonly Fault[] => [{ place, what }];
/** One fault for each of some columns or values at their own place. */
export const faultsOf = (names: readonly string[]): readonly Fault[] =>
  [...new Set(names)].map((name) => ({ place: name, what: name }));

const TIME_COLUMNS = ['time_period', 'time_identifier', 'geographic_level'];
export const columnsOfLevel = (level: GeographicLevel): readonly string[] =>
  [level.code, level.name, level.secondCode].filter((name) => name !== null);

const META_COLUMNS = [
  'col_name',
  'col_type',
  'label',
  'indicator_grouping',
  'indicator_unit',
  'indicator_dp',
  'filter_hint',
  'filter_grouping_column',
] as const;

/** Prepares two files for the checks. */
export function screenOf(
  data: ScreenFile,
  metadata: ScreenFile | null,
  reference: EesReference,
): Screen {
  const at = new Map<string, number>();
  data.columns.forEach((name, index) => {
    if (!at.has(name)) at.set(name, index);
  });
  const cells = once((column: string) => {
    const index = at.get(column) ?? -1;
    return data.rows.map((row) => row[index] ?? '');
  });
  const distinct = once((column: string) => [...new Set(cells(column))]);
  const meta = metadataRows(metadata);
  const named = (type: string): readonly string[] =>
    meta.filter((row) => row.col_type === type).map((row) => row.col_name);
  return {
    data,
    metadata,
    reference,
    has: (column) => at.has(column),
    cells,
    distinct,
    levelsPresent: distinct('geographic_level'),
    combinations: (columns, wanted = () => true) => {
      const level = cells('geographic_level');
      const of = columns.map(cells);
      const found = new Map<string, readonly string[]>();
      data.rows.forEach((_row, index) => {
        if (!wanted(level[index] ?? '')) return;
        const combination = of.map((column) => column[index] ?? '');
        found.set(combination.join('\u0000'), combination);
      });
      return [...found.values()];
    },
    meta,
    filters: named('Filter'),
    filterGroups: meta.map((row) => row.filter_grouping_column).filter((name) => name !== ''),
    indicators: named('Indicator'),
    observationalUnits: [...TIME_COLUMNS, ...reference.levels.flatMap(columnsOfLevel)],
    looksLikePlace: placeNames(reference),
  };
}

/** A group called NA or null is none: that the word is there is told by the check on such words. */
const NO_GROUP = /^(?:na|null)$/i;

function metadataRows(metadata: ScreenFile | null): readonly MetadataRow[] {
  const at = META_COLUMNS.map((name) => metadata?.columns.indexOf(name) ?? -1);
  return (metadata?.rows ?? []).map((row) => {
    const cells = META_COLUMNS.map((name, i) => [name, row[at[i] ?? -1] ?? ''] as const);
    const plain = Object.fromEntries(cells) as MetadataRow;
    return NO_GROUP.test(plain.filter_grouping_column)
      ? { ...plain, filter_grouping_column: '' }
      : plain;
  });
}

function placeNames({ placeWords }: EesReference): (name: string) => boolean {
  const { begin, end, whole } = placeWords;
  const either = new RegExp(
    `^(?:(?:${begin.join('|')}).*(?:${end.join('|')})|(?:${whole.join('|')}))$`,
    'i',
  );
  return (name) => either.test(name);
}

function once<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}
