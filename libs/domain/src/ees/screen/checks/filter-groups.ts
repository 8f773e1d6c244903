import { fault, faultsOf, type Check } from '../screen.js';

/** Only letters and digits of any script: what EES makes keys of. */
const stripped = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Texts that are the same once only letters and digits are left. */
function alike(texts: readonly string[]): readonly string[] {
  const byKey = new Map<string, string[]>();
  for (const text of new Set(texts))
    byKey.set(stripped(text), [...(byKey.get(stripped(text)) ?? []), text]);
  return [...byKey.values()].filter((same) => same.length > 1).map((same) => same.join(' / '));
}

const upsideDown: Check = ({ meta, distinct, has }) =>
  meta
    .filter((row) => row.col_type === 'Filter' && row.filter_grouping_column !== '')
    .filter((row) => has(row.col_name) && has(row.filter_grouping_column))
    .filter((row) => distinct(row.filter_grouping_column).length > distinct(row.col_name).length)
    .flatMap((row) =>
      fault(row.filter_grouping_column, `${row.filter_grouping_column} over ${row.col_name}`),
    );

export const filterGroups = {
  filter_group_level: upsideDown,
  filter_group_is_filter: ({ filterGroups: groups, meta }) =>
    faultsOf(groups.filter((name) => !meta.some((row) => row.col_name === name))),
  filter_group_duplicate: ({ filterGroups: groups }) =>
    faultsOf(groups.filter((name, index) => groups.indexOf(name) !== index)),
  filter_group_stripped: ({ filterGroups: groups, distinct, has }) =>
    groups
      .filter(has)
      .flatMap((name) => alike(distinct(name)).flatMap((same) => fault(name, same))),
  indicator_group_stripped: ({ meta }) =>
    alike(
      meta
        .filter((row) => row.col_type === 'Indicator' && row.indicator_grouping !== '')
        .map((row) => row.indicator_grouping),
    ).flatMap((same) => fault('indicator_grouping', same)),
} satisfies Record<string, Check>;
