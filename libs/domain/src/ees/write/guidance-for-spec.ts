import { csvRows } from '../../intake/csv/csv-rows.js';
import { eesLines } from './ees-lines.js';
import type { EesPair } from './written.js';

type Row = Readonly<Record<string, string>>;
type Files = {
  readonly names: readonly [data: string, metadata: string];
  readonly texts: readonly [data: string, metadata: string];
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly metadata: readonly Row[];
  readonly filters: readonly string[];
  readonly indicators: readonly string[];
};

const rowsOf = (text: string): readonly [columns: readonly string[], rows: readonly Row[]] => {
  const [head, ...rest] = csvRows(text, ',', { rows: 2_000_000, columns: 100 }).rows;
  const columns = head?.cells ?? [];
  return [
    columns,
    rest.map(({ cells }) => Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? '']))),
  ];
};

function filesOf({ data, metadata }: EesPair): Files {
  const texts = [[...eesLines(data)].join(''), [...eesLines(metadata)].join('')] as const;
  const [columns, rows] = rowsOf(texts[0]);
  const [, described] = rowsOf(texts[1]);
  const named = (type: string): readonly string[] =>
    described.flatMap((row) => (row['col_type'] === type ? [row['col_name'] ?? ''] : []));
  return {
    ...{ names: [data.name, metadata.name], texts, columns, rows, metadata: described },
    ...{ filters: named('Filter'), indicators: named('Indicator') },
  };
}

const FIRST = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'country_name',
];
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  National: [],
  Regional: ['region_code', 'region_name'],
  'Local authority': ['region_code', 'region_name', 'old_la_code', 'new_la_code', 'la_name'],
};
const PLACES = [...new Set(Object.values(LEVELS).flat())];
const META = [
  ...['col_name', 'col_type', 'label', 'indicator_grouping', 'indicator_unit', 'indicator_dp'],
  ...['filter_hint', 'filter_grouping_column'],
];
const CELL = /^(?:-?\d+(?:\.\d+)?|z|x|c|low|u)$/;
const KIND = /_(?:count|sum|percent|score|rate)$/;
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const TERM = /^(?:Autumn|Spring|Summer) term$/;
const kindOf = (identifier = ''): string =>
  MONTH.test(identifier) ? 'month' : TERM.test(identifier) ? 'term' : identifier;
const distinct = (rows: readonly Row[], ...columns: readonly string[]): readonly string[] => [
  ...new Set(rows.map((row) => columns.map((name) => row[name]).join('|'))),
];
const all = (rows: readonly Row[], test: (row: Row) => boolean): boolean => rows.every(test);
const isSnake = (name: string): boolean => /^[a-z][a-z0-9_]*$/.test(name);

/** What the guidance states of a file of open data for EES, each sentence with what has to hold of a pair of files. */
const RULES: readonly (readonly [rule: string, holds: (files: Files) => boolean])[] = [
  [
    'file names are lower case, of letters, digits, underscores and hyphens',
    (f) => f.names.every((name) => /^[a-z0-9_-]+(?:\.meta)?\.csv$/.test(name)),
  ],
  ['a file name has at most 50 characters', (f) => f.names[0].length <= 54],
  ['a file name names no year', (f) => !/(?:19|20)\d\d/.test(f.names[0])],
  [
    'the metadata file is called as the data file, with .meta',
    (f) => f.names[1] === f.names[0].replace('.csv', '.meta.csv'),
  ],
  ['the first row names the columns, with no mark before it', (f) => f.columns[0] === FIRST[0]],
  ['time and place come first, in order', (f) => FIRST.every((name, i) => f.columns[i] === name)],
  ['columns are in snake case and begin with a letter', (f) => f.columns.every(isSnake)],
  ['a column has at most 50 characters', (f) => f.columns.every(({ length }) => length <= 50)],
  ['columns are told apart', (f) => new Set(f.columns).size === f.columns.length],
  [
    'there are rows, and no more than Excel opens',
    (f) => f.rows.length > 0 && f.rows.length < 1_048_576,
  ],
  [
    'a period is a year of four digits, or two that follow each other of six',
    (f) =>
      all(f.rows, ({ time_period: text = '' }) =>
        /^\d{6}$/.test(text)
          ? (Number(text.slice(2, 4)) + 1) % 100 === Number(text.slice(4))
          : /^\d{4}$/.test(text),
      ),
  ],
  [
    'kinds of period are not mixed',
    (f) => new Set(f.rows.map((row) => kindOf(row['time_identifier']))).size === 1,
  ],
  [
    'every row names the country',
    (f) => all(f.rows, (row) => row['country_code'] !== '' && row['country_name'] !== ''),
  ],
  [
    'a row has the columns of its level filled, but a new code that never was, and those of other levels blank',
    (f) =>
      all(f.rows, (row) => {
        const own = LEVELS[row['geographic_level'] ?? ''];
        return PLACES.every((name) =>
          own?.includes(name)
            ? row[name] !== '' || name === 'new_la_code'
            : (row[name] ?? '') === '',
        );
      }),
  ],
  [
    'no two places have the same code',
    (f) =>
      ['new_la_code', 'region_code'].every((code) => {
        const level = code === 'region_code' ? 'Regional' : 'Local authority';
        const own = f.rows.filter((row) => row['geographic_level'] === level && row[code] !== '');
        const name = code === 'region_code' ? 'region_name' : 'la_name';
        return distinct(own, code, name).length === distinct(own, code).length;
      }),
  ],
  [
    'names of places have at most 120 characters',
    (f) =>
      all(f.rows, (row) => ['region_name', 'la_name'].every((n) => (row[n] ?? '').length <= 120)),
  ],
  [
    'every filter has a Total, two items at least, none blank and none over 120 characters',
    (f) =>
      f.filters.every((name) => {
        const items = distinct(f.rows, name);
        return (
          items.includes('Total') &&
          items.length > 1 &&
          items.every((item) => item.trim() === item && item !== '' && item.length <= 120)
        );
      }),
  ],
  [
    'the matrix is complete: each period and place has each filter item once',
    (f) => {
      const places = ['geographic_level', ...PLACES];
      const items = Math.max(1, distinct(f.rows, ...f.filters).length);
      const at = distinct(f.rows, 'time_period', 'time_identifier', ...places).length;
      const each = distinct(f.rows, 'time_period', 'time_identifier', ...places, ...f.filters);
      return each.length === f.rows.length && at * items === f.rows.length;
    },
  ],
  ['there is an indicator', (f) => f.indicators.length > 0],
  [
    'an indicator is called by what is measured and its kind',
    (f) => f.indicators.every((n) => KIND.test(n)),
  ],
  [
    'a cell of an indicator is a plain number or a symbol, never blank',
    (f) => all(f.rows, (row) => f.indicators.every((name) => CELL.test(row[name] ?? ''))),
  ],
  [
    'the metadata has its eight columns, in order',
    (f) => f.texts[1].startsWith(`${META.join(',')}\r\n`),
  ],
  [
    'the metadata describes every filter and indicator, and no column of time or place',
    (f) =>
      f.columns.filter((name) => ![...FIRST, ...PLACES].includes(name)).join() ===
      f.metadata.map((row) => row['col_name']).join(),
  ],
  [
    'every label is there, differs from the others and has at most 80 characters',
    (f) =>
      new Set(f.metadata.map((row) => row['label'])).size === f.metadata.length &&
      all(f.metadata, ({ label = '' }) => label.trim() !== '' && label.length <= 80),
  ],
  [
    'units are those of EES, and decimals whole numbers',
    (f) =>
      all(f.metadata, (row) =>
        row['col_type'] === 'Indicator'
          ? ['', '%', 'pp', '£', '£m'].includes(row['indicator_unit'] ?? '') &&
            /^\d+$/.test(row['indicator_dp'] ?? '')
          : row['indicator_unit'] === '' && row['indicator_dp'] === '',
      ),
  ],
  [
    'a hint is for filters and does not repeat the column’s name',
    (f) =>
      all(f.metadata, (row) =>
        row['col_type'] === 'Filter'
          ? row['filter_hint'] !== row['label'] && row['filter_hint'] !== row['col_name']
          : row['filter_hint'] === '' && row['filter_grouping_column'] === '',
      ),
  ],
];

/** The rules of the guidance that a pair breaks. */
export function brokenRules(pair: EesPair): readonly string[] {
  const files = filesOf(pair);
  return RULES.filter(([, holds]) => !holds(files)).map(([rule]) => rule);
}
