import type { CheckName } from './checks.js';

/** What is said of a fault that a check found; `{what}` is what it found. */
export type CheckWords = {
  readonly severity: 'fail' | 'advice';
  readonly message: string;
  readonly fix: string;
};

const fail = (message: string, fix: string): CheckWords => ({ severity: 'fail', message, fix });
const advice = (message: string, fix: string): CheckWords => ({ severity: 'advice', message, fix });

const CORRECT = 'Correct the code or the name.';

/** The words of each check, under the name that DfE gives it. */
export const WORDS: Readonly<Record<CheckName, CheckWords>> = {
  data_filename_spaces: fail('The file name {what} has a space.', 'Use - or _ instead.'),
  meta_filename_spaces: fail('The file name {what} has a space.', 'Use - or _ instead.'),
  data_filename_special_characters: fail(
    'The file name has {what}.',
    'Use letters, digits, - and _.',
  ),
  meta_filename_special_characters: fail(
    'The file name has {what}.',
    'Use letters, digits, - and _.',
  ),
  naming_convention: fail(
    'The two files do not go together: {what}.',
    'Name them x.csv and x.meta.csv.',
  ),
  rows_to_cols: fail(
    'The metadata file has more rows than the data file has columns: {what}.',
    'Take out rows of columns that are not there.',
  ),
  file_separator: fail('{what} is not separated by commas.', 'Save it as a CSV with commas.'),
  data_empty_rows: fail('The data file has {what} empty rows.', 'Delete them.'),
  meta_empty_rows: fail('The metadata file has {what} empty rows.', 'Delete them.'),
  data_empty_cols: fail('The column {what} is empty.', 'Delete it, or fill it.'),
  data_mandatory_cols: fail('The data file has no column {what}.', 'Add it.'),
  meta_mandatory_cols: fail('The metadata file has no column {what}.', 'Add it.'),

  invalid_meta_cols: fail(
    'The metadata file has a column that it cannot have: {what}.',
    'Delete it.',
  ),
  meta_to_data_crosscheck: fail(
    'The metadata names {what}, which the data file does not have.',
    'Correct the name, or delete the row.',
  ),
  time_identifier: fail(
    '{what} is no time_identifier.',
    'Use one of the list, for example Calendar year.',
  ),
  geographic_level: fail(
    '{what} is no geographic_level.',
    'Use one of the list, for example Local authority.',
  ),
  col_name_completed: fail('The metadata names no column in {what}.', 'Fill col_name.'),
  duplicate_variable_names: fail('Two columns are called {what}.', 'Rename or delete one of them.'),

  time_identifier_mix: fail(
    'Periods of different kinds are mixed: {what}.',
    'Make a file for each kind.',
  ),
  geography_level_present: fail(
    'The column {what} is missing for a level that the file has.',
    'Add it.',
  ),
  data_variable_spaces: fail('The column name "{what}" has a space.', 'Use _ instead.'),
  ob_unit_meta: fail(
    '{what} says when or where, so it is not for the metadata.',
    'Delete its row there.',
  ),
  filter_level: fail('The filter {what} has only one value.', 'Delete its row from the metadata.'),
  utf8: fail('{what} is not in UTF-8.', 'Save it as CSV UTF-8.'),
  col_type: fail('{what} is no col_type.', 'Write Filter or Indicator.'),
  time_validation: fail(
    '{what} is not a time_period.',
    'Use digits only, for example 2024 or 202425.',
  ),

  variable_snake_case: advice(
    'The column name {what} has other characters than a–z, 0–9 and _.',
    'Rename it.',
  ),
  variable_start_letter: advice(
    'The column name {what} does not begin with a small letter.',
    'Rename it.',
  ),
  variable_characteristic: advice(
    '{what} mixes several filters in one column.',
    'Make each its own filter.',
  ),
  indicators_smushed: fail(
    'The name of the indicator {what} holds a characteristic.',
    'Make the characteristic a filter.',
  ),
  standard_filter_headers: fail('A standard name is meant by {what}.', 'Use the standard name.'),
  check_data_dictionary_col_name: advice(
    '{what} is not in the data dictionary.',
    'Rename it before the data are offered by API.',
  ),
  check_data_dictionary_filter_item: advice(
    'The data dictionary does not have the item {what}.',
    'Use its wording before the data are offered by API.',
  ),
  variable_name_length: advice('A column name is too long for the API: {what}.', 'Shorten it.'),
  variable_label_length: advice('A label is too long for the API: {what}.', 'Shorten it.'),
  filter_item_length: advice('An item is too long for the API: {what}.', 'Shorten it.'),
  location_name_length: advice(
    'The name of a place is too long for the API: {what}.',
    'Shorten it.',
  ),
  location_code_length: advice(
    'The code of a place is too long for the API: {what}.',
    'Shorten it.',
  ),

  duplicate_rows: fail(
    'Rows repeat the time, place and filters of another: {what}.',
    'Keep one of each.',
  ),
  data_to_meta_crosscheck: advice('{what} is not in the metadata.', 'Add it there, or delete it.'),
  total: advice('{what} has no item Total.', 'Add rows of the total, where there is one.'),
  observational_total: fail(
    '{what} says Total or All, but it is of places or times.',
    'Leave it blank.',
  ),
  ignored_rows: advice(
    'Tables leave rows out: {what}.',
    'Make a file of schools, or of providers, alone.',
  ),

  null: fail(
    '{what} stands for nothing here.',
    'Use a symbol of official statistics: x, z, c or low.',
  ),
  obsolete_symbols: advice('The symbol {what} is no longer used.', 'Use x, z, c or low.'),
  no_data_symbols: advice('The symbol {what} is no longer used.', 'Use x, z, c or low.'),
  blanks_filters: fail('The filter {what} has a blank.', 'Write Total, or the item.'),
  blanks_indicators: fail(
    'The indicator {what} has a blank.',
    'Write the number, or x, z, c or low.',
  ),
  whitespace_filters: fail('There is a space before or after {what}.', 'Take it out.'),
  time_period: fail(
    'A time_period has the wrong number of digits: {what} digits.',
    'Four for a calendar year, six for two years.',
  ),
  time_period_six: fail(
    '{what} is not two years that follow each other.',
    'Write for example 202425.',
  ),

  region_for_la: advice(
    'Not every row of the level {what} has its region.',
    'Fill region_code and region_name.',
  ),
  region_for_lad: advice(
    'Not every row of the level {what} has its region.',
    'Fill region_code and region_name.',
  ),
  geography_level_completed: fail('There are blanks in {what}.', 'Fill them.'),
  region_col_present: fail('The file has a column of regions, but no {what}.', 'Add it.'),
  la_col_present: fail('The file has a column of local authorities, but no {what}.', 'Add it.'),
  overcompleted_cols: fail(
    '{what} is filled in rows of levels that it does not belong to.',
    'Leave it blank there.',
  ),

  eda_combinations: fail('No devolved area has {what}.', CORRECT),
  lsip_combinations: fail('No local skills improvement plan area has {what}.', CORRECT),
  ward_combinations: fail('No ward has {what}.', CORRECT),
  lep_combinations: fail('No local enterprise partnership has {what}.', CORRECT),
  pfa_combinations: fail('No police force area has {what}.', CORRECT),
  pcon_combinations: fail('No constituency has {what}.', CORRECT),
  lad_combinations: fail('No local authority district has {what}.', CORRECT),
  la_combinations: fail('No local authority has {what}.', CORRECT),
  region_combinations: fail('No region has {what}.', CORRECT),
  country_combinations: fail('No country has {what}.', CORRECT),

  other_geography_duplicates: fail('A place has several codes: {what}.', 'Use one code for it.'),
  other_geography_code_duplicates: fail('A code has several places: {what}.', 'Give each its own.'),
  na_geography: fail(
    'The code x goes with the name Not available: {what}.',
    'Correct the code or the name.',
  ),
  na_geography_code: fail(
    'The name Not available goes with the code x: {what}.',
    'Correct the code or the name.',
  ),

  col_name_duplicate: fail('The metadata names {what} twice.', 'Delete one row.'),
  label: fail('{what} has no label.', 'Fill it.'),
  duplicate_label: fail('Two columns have the label {what}.', 'Give each its own.'),
  geographic_catch: fail(
    '{what} looks like a place, so it is no filter.',
    'Delete its row from the metadata.',
  ),
  filter_hint: fail('The indicator {what} has a filter_hint.', 'Clear it: filters alone have one.'),
  filter_group: fail(
    'The indicator {what} has a filter_grouping_column.',
    'Clear it: filters alone have one.',
  ),
  indicator_grouping: fail(
    'The filter {what} has an indicator_grouping.',
    'Clear it: indicators alone have one.',
  ),
  indicator_unit: fail(
    'The filter {what} has an indicator_unit.',
    'Clear it: indicators alone have one.',
  ),
  indicator_dp: fail(
    'The filter {what} has an indicator_dp.',
    'Clear it: indicators alone have one.',
  ),
  indicator_unit_validation: fail(
    '{what} is no indicator_unit.',
    'Use %, pp, £, £m, numberstring or nothing.',
  ),
  indicator_dp_validation: fail(
    '{what} is no number of decimal places.',
    'Write a whole number, 0 or more.',
  ),
  indicator_dp_completed: advice('{what} does not say its decimal places.', 'Fill indicator_dp.'),

  filter_group_level: fail('A group has more values than its filter: {what}.', 'Exchange the two.'),
  filter_group_is_filter: advice(
    'The filter group {what} has no row of its own.',
    'Add it to the metadata as a filter.',
  ),
  filter_group_duplicate: fail('{what} groups two filters.', 'Give each filter its own group.'),
  filter_group_stripped: fail('Groups differ in punctuation alone: {what}.', 'Write them alike.'),
  indicator_group_stripped: fail(
    'Groups of indicators differ in punctuation alone: {what}.',
    'Write them alike.',
  ),

  ethnicity_values: advice(
    '{what} is not in the standard of ethnicity.',
    'Use the standard wording.',
  ),
  ethnicity_characteristic_group: fail(
    '{what} is no standard heading of ethnicity.',
    'Use for example Ethnicity Major.',
  ),
  ethnicity_characteristic_values: advice(
    '{what} is not in the standard of ethnicity.',
    'Use the standard wording.',
  ),
};
