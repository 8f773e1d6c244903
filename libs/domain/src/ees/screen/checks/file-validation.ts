import { fault, faultsOf, type Check } from '../screen.js';
import type { ScreenFile } from '../screen-file.js';

const DATA_COLUMNS = [
  'geographic_level',
  'time_period',
  'time_identifier',
  'country_code',
  'country_name',
];
const METADATA_COLUMNS = [
  'col_name',
  'col_type',
  'label',
  'indicator_grouping',
  'indicator_unit',
  'indicator_dp',
  'filter_hint',
  'filter_grouping_column',
];

const spaces = (file: ScreenFile | null) =>
  file && /\s/.test(file.name) ? fault(file.name, file.name) : [];

function specialCharacters(file: ScreenFile | null) {
  const plain = file?.name.replace(/(?:\.meta)?\.[a-z0-9]+$/i, '') ?? '';
  const found = [...new Set(plain.match(/[^\p{L}\p{N}_\s-]/gu) ?? [])];
  return found.length > 0 ? fault(file?.name ?? '', found.join(' ')) : [];
}

const emptyRows = (file: ScreenFile | null) => {
  const empty = (file?.rows ?? []).flatMap((row, index) =>
    row.every((cell) => cell.trim() === '') ? [index + 2] : [],
  );
  return empty.length > 0 ? fault(`row ${empty[0] ?? 0}`, String(empty.length)) : [];
};

const missing = (file: ScreenFile | null, columns: readonly string[]) =>
  file ? faultsOf(columns.filter((name) => !file.columns.includes(name))) : [];

const isCsv = (name: string): boolean => name.toLowerCase().endsWith('.csv');

/** `x.csv` goes with `x.meta.csv`; anything else is not found by those who read them. */
const namingConvention: Check = ({ data, metadata }) => {
  const expected = data.name.replace(/\.[a-z0-9]+$/i, '.meta.csv');
  const notCsv = [data, metadata].flatMap((file) => (file && !isCsv(file.name) ? [file.name] : []));
  if (notCsv.length > 0) return notCsv.flatMap((name) => fault(name, `${name} is not a .csv`));
  if (!metadata) return fault(data.name, `there is no metadata file ${expected}`);
  return metadata.name === expected
    ? []
    : fault(metadata.name, `${metadata.name} should be ${expected}`);
};

/** Every metadata row is a column of the data, beside the columns that every file has. */
const rowsToColumns: Check = ({ data, metadata }) => {
  const room = data.columns.length - DATA_COLUMNS.length;
  const rows = metadata?.rows.length ?? 0;
  return rows > room ? fault('metadata', `${rows} rows for ${room} columns`) : [];
};

const emptyColumns: Check = ({ data, distinct }) =>
  faultsOf(data.columns.filter((name) => distinct(name).every((cell) => cell.trim() === '')));

export const fileValidation = {
  data_filename_spaces: ({ data }) => spaces(data),
  meta_filename_spaces: ({ metadata }) => spaces(metadata),
  data_filename_special_characters: ({ data }) => specialCharacters(data),
  meta_filename_special_characters: ({ metadata }) => specialCharacters(metadata),
  naming_convention: namingConvention,
  rows_to_cols: rowsToColumns,
  file_separator: ({ data, metadata }) =>
    [data, metadata].flatMap((file) =>
      file && file.separator !== ',' ? fault(file.name, file.name) : [],
    ),
  data_empty_rows: ({ data }) => emptyRows(data),
  meta_empty_rows: ({ metadata }) => emptyRows(metadata),
  data_empty_cols: emptyColumns,
  data_mandatory_cols: ({ data }) => missing(data, DATA_COLUMNS),
  meta_mandatory_cols: ({ metadata }) => missing(metadata, METADATA_COLUMNS),
} satisfies Record<string, Check>;

export const KNOWN_METADATA_COLUMNS: readonly string[] = [...METADATA_COLUMNS, 'filter_default'];
