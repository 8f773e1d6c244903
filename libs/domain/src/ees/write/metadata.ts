import type { IndicatorColumn } from './indicator-columns.js';

/** A filter of a file: its column, and the items with the breakdowns that they are; `Total` is always one. */
export type FileFilter = {
  readonly column: string;
  readonly label: string;
  readonly items: readonly (readonly [item: string, breakdown: string])[];
};

export const METADATA_COLUMNS: readonly string[] = [
  'col_name',
  'col_type',
  'label',
  'indicator_grouping',
  'indicator_unit',
  'indicator_dp',
  'filter_hint',
  'filter_grouping_column',
];

/** A row for the filter, where there is one, and for each indicator; time and place have none. */
export const metadataRows = (
  { column, label }: FileFilter,
  indicators: readonly IndicatorColumn[],
): readonly (readonly string[])[] => [
  ...(column === ''
    ? []
    : [[column, 'Filter', label, '', '', '', `Filter by ${label.toLowerCase()}`, '']]),
  ...indicators.map(({ name, label: words, unit, decimals }) => [
    ...[name, 'Indicator', words, '', unit, String(decimals)],
    ...['', ''],
  ]),
];
