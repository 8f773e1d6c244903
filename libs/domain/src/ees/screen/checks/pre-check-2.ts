import { columnsOfLevel, fault, faultsOf, type Check } from '../screen.js';

/** Names of schools and providers may be a filter, where it is the only one. */
const NAMES_THAT_MAY_FILTER = ['school_name', 'provider_name'];

const mixedIdentifiers: Check = ({ distinct, reference }) => {
  const present = distinct('time_identifier');
  const { four, six } = reference.timeIdentifiers;
  const together = [...four, ...six].find((group) => group.includes(present[0] ?? '')) ?? [];
  return present.every((name) => together.includes(name))
    ? []
    : fault('time_identifier', present.join(', '));
};

const levelColumnsPresent: Check = ({ levelsPresent, reference, has }) =>
  levelsPresent.every((level) => level === 'National')
    ? []
    : faultsOf(
        reference.levels
          .filter(({ level }) => levelsPresent.includes(level) && level !== 'Planning area')
          .flatMap(columnsOfLevel)
          .filter((name) => !has(name)),
      );

const placesInMetadata: Check = ({ meta, filters, filterGroups, observationalUnits }) => {
  const inMetadata = [...meta.map((row) => row.col_name), ...filterGroups];
  const allowed = filters.length === 1 ? NAMES_THAT_MAY_FILTER : [];
  return faultsOf(
    observationalUnits.filter((name) => inMetadata.includes(name) && !allowed.includes(name)),
  );
};

export const preCheck2 = {
  time_identifier_mix: mixedIdentifiers,
  geography_level_present: levelColumnsPresent,
  data_variable_spaces: ({ data }) => faultsOf(data.columns.filter((name) => /\s/.test(name))),
  ob_unit_meta: placesInMetadata,
  filter_level: ({ filters, distinct }) =>
    faultsOf(filters.filter((name) => distinct(name).length < 2)),
  utf8: ({ data, metadata }) =>
    [data, metadata].flatMap((file) => (file && !file.isUtf8 ? fault(file.name, file.name) : [])),
  col_type: ({ meta }) =>
    meta
      .filter((row) => !['Filter', 'Indicator'].includes(row.col_type))
      .flatMap((row) => fault(row.col_name, row.col_type || 'a blank')),
  time_validation: ({ distinct }) =>
    distinct('time_period')
      .filter((text) => !/^\d+$/.test(text))
      .flatMap((text) => fault('time_period', text || 'a blank')),
} satisfies Record<string, Check>;
