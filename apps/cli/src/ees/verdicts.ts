import type { Screened } from '#domain/ees';

/** What an index says of a file, as far as it can be compared with a screening. */
export type Verdict = {
  /** Checks that must have found something. */
  readonly finds: readonly string[];
  /** Checks that must not have. */
  readonly findsNot?: readonly string[] | undefined;
  readonly outcome?: 'passes' | 'fails' | undefined;
  readonly stage?: Screened['stage'] | undefined;
  readonly advice?: 'none' | 'some' | undefined;
};

const passes: Verdict = { finds: [], outcome: 'passes' };
const fails: Verdict = { finds: [], outcome: 'fails' };
const finds = (...names: readonly string[]): Verdict => ({ finds: names });

/** Names in the index that are not the check's own. */
const NAMED: Readonly<Record<string, Verdict>> = {
  'filename spaces': finds('data_filename_spaces', 'meta_filename_spaces'),
  "special_characters-+#'@": finds(
    'data_filename_special_characters',
    'meta_filename_special_characters',
  ),
  'naming_convention-dataFail': finds('naming_convention'),
  'naming_convention-metaFail': finds('naming_convention'),
  naming_convention_meta: finds('naming_convention'),
  // Two checks of the main tests that an earlier stage always comes before, with the same fault.
  col_name_spaces: finds('data_variable_spaces'),
  filter_group_match: finds('meta_to_data_crosscheck'),
  col_type_blank: finds('col_type'),
  indicator_dp_negative: finds('indicator_dp_validation'),
  indicator_dp_nonInteger: finds('indicator_dp_validation'),
  notavailable_symbols: finds('obsolete_symbols'),
  roundedzero_symbols: finds('obsolete_symbols'),
  non_standard_headers: finds('standard_filter_headers'),
  not_table_tool: finds('ignored_rows'),
  ob_unit_total: finds('observational_total'),
  ethnicity_value_advisory: finds('ethnicity_values'),
  ethnicity_characteristics_filter_wrong_values: finds('ethnicity_characteristic_values'),
  ethnicity_characteristics_filter_wrong_group_and_values: finds(
    'ethnicity_characteristic_group',
    'ethnicity_characteristic_values',
  ),
  // The file meets the standard: it is the passing example beside the failing ones.
  ethnicity_meets_standards: {
    finds: [],
    findsNot: ['ethnicity_values', 'ethnicity_characteristic_group'],
  },
};

/** How the files are read of which the index gives no check: from their names, and what is in them. */
const READ: Readonly<Record<string, Verdict>> = {
  adding_z_locationCode: fails,
  blankFilterGroups: passes,
  filter_hint_indicator_bug: { finds: [], findsNot: ['filter_hint'] },
  financial_half: passes,
  financial_quarter: {
    finds: [],
    findsNot: ['time_identifier', 'time_identifier_mix', 'time_period'],
  },
  indicator_units_should_pass: { finds: [], findsNot: ['indicator_unit_validation'] },
  lad_within_la: passes,
  missing_region_name: fails,
  multiple_stripped_filter_groups: finds('filter_group_stripped'),
  name_multiple_levels: passes,
  outside_of_england_region: passes,
  passes_na_name: passes,
  provider_col_incorrect: fails,
  quoted_blank_geographies: {
    finds: [],
    findsNot: ['overcompleted_cols', 'la_combinations', 'region_combinations'],
  },
  regional_blanks: finds('region_combinations'),
  not_sch_but_one_filter: fails,
  prov_level_diff_codes: passes,
  prov_level_diff_names: passes,
  prov_level_only: { ...passes, findsNot: ['ignored_rows'] },
  prov_level_only_dupes: finds('duplicate_rows'),
  sch_filter_group: passes,
  sch_filter_grouped: passes,
  sch_level_missing_col: fails,
  sch_level_only: { ...passes, findsNot: ['ignored_rows'] },
  sch_many_filter: finds('ob_unit_meta'),
  sch_mixed_levels: { ...passes, finds: ['ignored_rows'] },
  sch_only_filter: passes,
  sch_prov: finds('ignored_rows'),
  school_with_trust: {
    finds: [],
    findsNot: ['other_geography_duplicates', 'other_geography_code_duplicates'],
  },
  data_mandatory_cols: finds('data_mandatory_cols'),
  date_format: passes,
  fails_allchecks: { ...fails, stage: 'main tests' },
  fails_everything_ancillary: { ...fails, stage: 'main tests', finds: ['ignored_rows'] },
  'fails_file validation': { ...fails, stage: 'file validation' },
  fails_prescreening1: { ...fails, stage: 'pre-check 1' },
  fails_prescreening2: { ...fails, stage: 'pre-check 2' },
  filter_groups_mix: passes,
  hyphen: { ...passes, advice: 'some' },
  invalid_type: finds('naming_convention'),
  invalid_type2: finds('naming_convention'),
  invalid_type3: finds('naming_convention'),
  label_blank_notNA: finds('label'),
  noFilters: passes,
  passes_everything: { ...passes, advice: 'none' },
  passes_everything_advisory: { ...passes, advice: 'some' },
  passes_everything_ancillary: { ...passes, finds: ['ignored_rows'] },
};

/** What an index's row says; null where it says nothing that can be compared. */
export function verdictOf(expected: string, name: string): Verdict | null {
  if (/^fails\b/.test(expected)) return NAMED[name] ?? finds(name);
  return READ[name] ?? null;
}

/** How a screening differs from a verdict, as sentences; none where it is as stated. */
export function differences({ findings, stage }: Screened, verdict: Verdict): readonly string[] {
  const found = new Set<string>(findings.map((finding) => finding.check));
  const failed = [
    ...new Set(findings.filter((one) => one.severity === 'fail').map((f) => f.check)),
  ];
  // That tables leave some rows out is a note to DfE, not advice.
  const advised = findings.some((one) => one.severity === 'advice' && one.check !== 'ignored_rows');
  const outcome = failed.length > 0 ? 'fails' : 'passes';
  return [
    ...verdict.finds.filter((name) => !found.has(name)).map((name) => `${name} finds nothing`),
    ...(verdict.findsNot ?? [])
      .filter((name) => found.has(name))
      .map((name) => `${name} finds something`),
    ...(verdict.outcome && verdict.outcome !== outcome
      ? [`it ${outcome}${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`]
      : []),
    ...(verdict.stage && verdict.stage !== stage ? [`it ends at ${stage}`] : []),
    ...(verdict.advice && verdict.advice !== (advised ? 'some' : 'none')
      ? [advised ? 'it has advice' : 'it has no advice']
      : []),
  ];
}
