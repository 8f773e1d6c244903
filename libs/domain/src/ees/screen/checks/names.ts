import { fault, faultsOf, type Check } from '../screen.js';

/** How long names and items may be where the data are to be offered by DfE's API. */
const MOST = { name: 50, label: 80, item: 120, placeName: 120, placeCode: 30 } as const;

const longer = (texts: readonly string[], most: number) =>
  [...new Set(texts)]
    .filter((text) => [...text].length > most)
    .flatMap((text) => fault(text, `${text} has ${[...text].length} characters, ${most} at most`));

const standardHeaders: Check = ({ meta, filterGroups, reference }) => {
  const standard = new Set(reference.standardHeaders.flatMap(({ names }) => names));
  const like = (name: string) =>
    reference.standardHeaders.find(({ contains }) => name.toLowerCase().includes(contains));
  return [...new Set([...meta.map((row) => row.col_name), ...filterGroups])]
    .filter((name) => !standard.has(name))
    .flatMap((name) => {
      const meant = like(name);
      return meant ? fault(name, `${name} (${meant.names.join(', ')})`) : [];
    });
};

const dictionaryColumns: Check = ({ filters, filterGroups, indicators, reference }) => {
  const { dictionary } = reference;
  return faultsOf([
    ...[...filters, ...filterGroups].filter((name) => !dictionary.filters.includes(name)),
    ...indicators.filter((name) => !dictionary.indicators.includes(name)),
  ]);
};

/** Items of those columns only of which the items are at hand. */
const dictionaryItems: Check = ({ filters, filterGroups, distinct, has, reference }) =>
  [...new Set([...filters, ...filterGroups])].filter(has).flatMap((column) => {
    const items = reference.dictionary.items[column];
    return items
      ? distinct(column)
          .filter((item) => !items.includes(item))
          .flatMap((item) => fault(column, `${column}: ${item}`))
      : [];
  });

export const names = {
  variable_snake_case: ({ data }) =>
    faultsOf(data.columns.filter((name) => /[^a-z0-9_]/.test(name))),
  variable_start_letter: ({ data }) =>
    faultsOf(data.columns.filter((name) => !/^[a-z]/.test(name))),
  variable_characteristic: ({ meta, filterGroups }) =>
    faultsOf(
      [...meta.map((row) => row.col_name), ...filterGroups].filter((name) =>
        ['characteristic', 'characteristic_group'].includes(name),
      ),
    ),
  indicators_smushed: ({ indicators, reference }) =>
    faultsOf(
      indicators.filter((name) =>
        reference.characteristicWords.some((word) => name.toLowerCase().includes(word)),
      ),
    ),
  standard_filter_headers: standardHeaders,
  check_data_dictionary_col_name: dictionaryColumns,
  check_data_dictionary_filter_item: dictionaryItems,
  variable_name_length: ({ meta }) =>
    longer(
      meta.map((row) => row.col_name),
      MOST.name,
    ),
  variable_label_length: ({ meta }) =>
    longer(
      meta.map((row) => row.label),
      MOST.label,
    ),
  filter_item_length: ({ filters, distinct }) => longer(filters.flatMap(distinct), MOST.item),
  location_name_length: ({ reference, distinct }) =>
    longer(
      reference.levels.flatMap(({ name }) => distinct(name)),
      MOST.placeName,
    ),
  location_code_length: ({ reference, distinct }) =>
    longer(
      reference.levels
        .flatMap(({ code, secondCode }) => [code, secondCode])
        .flatMap((column) => (column === null ? [] : distinct(column))),
      MOST.placeCode,
    ),
} satisfies Record<string, Check>;
