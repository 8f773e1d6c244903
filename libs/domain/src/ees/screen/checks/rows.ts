import { fault, faultsOf, type Check, type Screen } from '../screen.js';

const SINGLE_LEVELS = ['School', 'Provider'];
const NEVER_IN_TABLES = ['Institution', 'Planning area'];
const FILTERING_NAMES = ['school_name', 'provider_name'];

/** Whether all rows are of one level, schools or providers: then their rows are shown in tables, otherwise not. */
const isSchoolFile = ({ levelsPresent }: Screen): boolean =>
  levelsPresent.length === 1 && SINGLE_LEVELS.includes(levelsPresent[0] ?? '');

/** Not without the metadata: nothing else says which columns are filters. */
const duplicateRows: Check = (screen) => {
  if (!screen.metadata) return [];
  const { data, cells, has, observationalUnits, filters, filterGroups } = screen;
  const left = isSchoolFile(screen) ? NEVER_IN_TABLES : [...NEVER_IN_TABLES, ...SINGLE_LEVELS];
  const level = cells('geographic_level');
  const columns = [...new Set([...observationalUnits, ...filters, ...filterGroups])]
    .filter(has)
    .map(cells);
  const seen = new Map<string, number>();
  const again: number[] = [];
  data.rows.forEach((_row, index) => {
    if (left.includes(level[index] ?? '')) return;
    const key = columns.map((column) => column[index] ?? '').join('\u0000');
    if (seen.has(key)) again.push(index + 2);
    else seen.set(key, index);
  });
  return again.length > 0
    ? fault(`row ${again[0] ?? 0}`, `${again.length} (the first is row ${again[0] ?? 0})`)
    : [];
};

const notInMetadata: Check = (screen) => {
  const { data, distinct, meta, metadata, filterGroups, observationalUnits } = screen;
  const known = new Set([
    ...observationalUnits,
    ...meta.map((row) => row.col_name),
    ...filterGroups,
  ]);
  return metadata
    ? faultsOf(
        data.columns.filter(
          (name) => !known.has(name) && !screen.looksLikePlace(name) && distinct(name).length > 1,
        ),
      )
    : [];
};

const totalsOfPlaces: Check = (screen) => {
  const { data, filters, filterGroups, distinct, observationalUnits } = screen;
  const oneFilter =
    filters.length === 1 && [filters[0], filterGroups[0]].some((name) => isFilteringName(name));
  return faultsOf(
    data.columns.filter(
      (name) =>
        (observationalUnits.includes(name) || screen.looksLikePlace(name)) &&
        !(isFilteringName(name) && oneFilter) &&
        distinct(name).some((cell) => ['Total', 'total', 'All', 'all'].includes(cell)),
    ),
  );
};

const isFilteringName = (name: string | undefined): boolean => FILTERING_NAMES.includes(name ?? '');

const ignoredRows: Check = (screen) => {
  const { levelsPresent, cells } = screen;
  const level = cells('geographic_level');
  const ignored = level.filter((name) => [...SINGLE_LEVELS, ...NEVER_IN_TABLES].includes(name));
  if (ignored.length === 0 || isSchoolFile(screen)) return [];
  if (SINGLE_LEVELS.every((name) => levelsPresent.includes(name)))
    return [
      { place: 'geographic_level', what: 'School and Provider rows in one file', fails: true },
    ];
  return fault(
    'geographic_level',
    `${ignored.length} of ${level.length} rows (${levelsPresent.filter((name) => ignored.includes(name)).join(', ')})`,
  );
};

export const rows = {
  duplicate_rows: duplicateRows,
  data_to_meta_crosscheck: notInMetadata,
  total: ({ filters, filterGroups, distinct, has }) =>
    faultsOf(
      [...filters, ...filterGroups].filter(
        (name) => has(name) && !distinct(name).includes('Total'),
      ),
    ),
  observational_total: totalsOfPlaces,
  ignored_rows: ignoredRows,
} satisfies Record<string, Check>;
