import { fault, faultsOf, type Check } from '../screen.js';
import { KNOWN_METADATA_COLUMNS } from './file-validation.js';

const repeated = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

export const preCheck1 = {
  invalid_meta_cols: ({ metadata }) =>
    faultsOf((metadata?.columns ?? []).filter((name) => !KNOWN_METADATA_COLUMNS.includes(name))),
  meta_to_data_crosscheck: ({ meta, filterGroups, has }) =>
    faultsOf(
      [...meta.map((row) => row.col_name), ...filterGroups].filter(
        (name) => name !== '' && !has(name),
      ),
    ),
  time_identifier: ({ distinct, reference }) => {
    const { four, six } = reference.timeIdentifiers;
    const known = new Set([...four, ...six].flat());
    return distinct('time_identifier')
      .filter((name) => !known.has(name))
      .flatMap((name) => fault('time_identifier', name || 'a blank'));
  },
  geographic_level: ({ levelsPresent, reference }) => {
    const known = new Set(reference.levels.map(({ level }) => level));
    return levelsPresent
      .filter((name) => !known.has(name))
      .flatMap((name) => fault('geographic_level', name || 'a blank'));
  },
  col_name_completed: ({ meta }) =>
    meta.flatMap((row, index) =>
      row.col_name === '' ? fault(`metadata row ${index + 2}`, `row ${index + 2}`) : [],
    ),
  duplicate_variable_names: ({ data }) => faultsOf(repeated(data.columns)),
} satisfies Record<string, Check>;
