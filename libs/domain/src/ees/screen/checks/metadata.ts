import { fault, faultsOf, type Check, type MetadataRow } from '../screen.js';

const repeated = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, index) => text !== '' && texts.indexOf(text) !== index);

/** Filters or indicators that fill a field which only the others have. */
const filledFor =
  (type: 'Filter' | 'Indicator', field: keyof MetadataRow): Check =>
  ({ meta }) =>
    faultsOf(
      meta.filter((row) => row.col_type === type && row[field] !== '').map((row) => row.col_name),
    );

const PLACES_THAT_MAY_FILTER = ['school_name', 'provider_name'];

const placesAsFilters: Check = ({ filters, filterGroups, looksLikePlace }) => {
  const caught = [...filters, ...filterGroups].filter(looksLikePlace);
  const oneOnly =
    filters.length === 1 &&
    [filters[0], filterGroups[0]].some((name) => PLACES_THAT_MAY_FILTER.includes(name ?? ''));
  return faultsOf(
    oneOnly ? caught.filter((name) => !PLACES_THAT_MAY_FILTER.includes(name)) : caught,
  );
};

export const metadata = {
  col_name_duplicate: ({ meta }) => faultsOf(repeated(meta.map((row) => row.col_name))),
  label: ({ meta }) =>
    meta.filter((row) => row.label.trim() === '').flatMap((row) => fault('label', row.col_name)),
  duplicate_label: ({ meta }) => faultsOf(repeated(meta.map((row) => row.label))),
  geographic_catch: placesAsFilters,
  filter_hint: filledFor('Indicator', 'filter_hint'),
  filter_group: filledFor('Indicator', 'filter_grouping_column'),
  indicator_grouping: filledFor('Filter', 'indicator_grouping'),
  indicator_unit: filledFor('Filter', 'indicator_unit'),
  indicator_dp: filledFor('Filter', 'indicator_dp'),
  indicator_unit_validation: ({ meta, reference }) =>
    meta
      .filter((row) => row.col_type === 'Indicator' && row.indicator_unit !== '')
      .filter((row) => !reference.indicatorUnits.includes(row.indicator_unit))
      .flatMap((row) => fault(row.col_name, row.indicator_unit)),
  indicator_dp_validation: ({ meta }) =>
    meta
      .filter((row) => row.indicator_dp !== '' && !/^\d+(\.0*)?$/.test(row.indicator_dp))
      .flatMap((row) => fault(row.col_name, row.indicator_dp)),
  indicator_dp_completed: ({ meta }) =>
    faultsOf(
      meta
        .filter((row) => row.col_type === 'Indicator' && row.indicator_dp === '')
        .map((row) => row.col_name),
    ),
} satisfies Record<string, Check>;
