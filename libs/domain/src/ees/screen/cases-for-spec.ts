import type { CheckName } from './checks.js';
import type { Change } from './good-pair-for-spec.js';

/** A check, and one change of the good pair of files that it must find. */
export type Case = readonly [check: CheckName, change: Change];

const LONG = 'x'.repeat(121);
const last = (cell: string): readonly string[] => ['', '', '', '', cell];
/** The last row made one of another level, with that level's columns. */
const rowOf = (level: string, columns: Readonly<Record<string, string>>): Change => ({
  data: [
    ['Academic year,Local authority', `Academic year,${level}`],
    ['805,E06000001,Hartlepool', ',,'],
    ['E12000001,North East,,,,Total', 'E12000001,North East,805,E06000001,Hartlepool,Total'],
    ['Academic year,Regional', 'Academic year,Local authority'],
  ],
  more: Object.fromEntries(
    Object.entries(columns).map(([name, cell]) => [name, last(cell)] as const),
  ),
});

export const ofMainTests: readonly Case[] = [
  ['variable_snake_case', { more: { Other: ['1', '2', '3', '4', '5'] } }],
  ['variable_start_letter', { more: { _other: ['1', '2', '3', '4', '5'] } }],
  [
    'variable_characteristic',
    { data: [['sex', 'characteristic']], meta: [['sex,', 'characteristic,']] },
  ],
  [
    'indicators_smushed',
    { data: [['pupil_count', 'female_count']], meta: [['pupil_count', 'female_count']] },
  ],
  ['standard_filter_headers', { data: [['sex', 'ethnicity']], meta: [['sex,', 'ethnicity,']] }],
  ['check_data_dictionary_col_name', { data: [['sex', 'gender']], meta: [['sex,', 'gender,']] }],
  ['check_data_dictionary_filter_item', { data: [['Female', 'Girls']] }],
  [
    'variable_name_length',
    { data: [['sex', 'x'.repeat(51)]], meta: [['sex,', `${'x'.repeat(51)},`]] },
  ],
  ['variable_label_length', { meta: [['Sex', 'x'.repeat(81)]] }],
  ['filter_item_length', { data: [['Female', LONG]] }],
  ['location_name_length', { data: [['Hartlepool', LONG]] }],
  ['location_code_length', { data: [['E06000001', 'x'.repeat(31)]] }],
  ['duplicate_rows', { data: [['Female', 'Total']], meta: [['sex,Filter,Sex,,,,,\n', '']] }],
  ['data_to_meta_crosscheck', { meta: [['sex,Filter,Sex,,,,,\n', '']] }],
  [
    'total',
    {
      data: [
        ['Total,Schools', 'Male,Schools'],
        ['Total,Total,Total', 'Male,Total,Total'],
        ['North East,,,,Total', 'North East,,,,Male'],
        ['Hartlepool,Total', 'Hartlepool,Male'],
      ],
    },
  ],
  ['observational_total', { data: [['Hartlepool', 'Total']] }],
  [
    'ignored_rows',
    rowOf('School', { school_urn: '100', school_name: 'S', school_laestab: '805100' }),
  ],
  ['null', { data: [['60,c', '60,NA']] }],
  ['null', { meta: [['Choose', 'null']] }],
  ['obsolete_symbols', { data: [['60,c', '60,~']] }],
  ['no_data_symbols', { data: [['60,c', '60,..']] }],
  ['blanks_filters', { data: [['Female', '']] }],
  ['blanks_indicators', { data: [['60,c', '60,']] }],
  ['whitespace_filters', { data: [['Female', 'Female ']] }],
  ['time_period', { data: [['202324', '2023']] }],
  ['time_period_six', { data: [['202324', '202325']] }],
  ['col_name_duplicate', { meta: [['phase_group,Filter', 'sex,Filter']] }],
  ['label', { meta: [['Sex', '']] }],
  ['duplicate_label', { meta: [['Share', 'Pupils']] }],
  ['geographic_catch', { data: [['sex', 'school_code']], meta: [['sex,', 'school_code,']] }],
  ['filter_hint', { meta: [['Pupils,,0,', 'Pupils,,0,Choose']] }],
  ['filter_group', { meta: [['Pupils,,0,,', 'Pupils,,0,,sex']] }],
  ['indicator_grouping', { meta: [['Sex,', 'Sex,Pupils']] }],
  ['indicator_unit', { meta: [['Sex,,', 'Sex,,%']] }],
  ['indicator_dp', { meta: [['Sex,,,', 'Sex,,,0']] }],
  ['indicator_unit_validation', { meta: [['%', 'percent']] }],
  ['indicator_dp_validation', { meta: [['%,1', '%,-1']] }],
  ['indicator_dp_validation', { meta: [['%,1', '%,1.5']] }],
  ['indicator_dp_completed', { meta: [['%,1', '%,']] }],
  [
    'filter_group_level',
    {
      data: [
        ['Total,Schools,Primary', 'Total,Schools,Total'],
        ['100,50.5\n', '100,50.5\n'],
        ['Female,Total,Total', 'Female,Others,Primary'],
      ],
    },
  ],
  ['filter_group_is_filter', { meta: [['phase_group,Filter,Phase group,,,,,\n', '']] }],
  ['filter_group_duplicate', { meta: [['Sex,,,,,', 'Sex,,,,,phase_group']] }],
  ['filter_group_stripped', { data: [['Schools,Primary', 'To-tal,Primary']] }],
  ['indicator_group_stripped', { meta: [['Share,Pupils', 'Share,Pupils!']] }],
  [
    'ethnicity_values',
    { data: [['sex', 'ethnicity_major']], meta: [['sex,', 'ethnicity_major,']] },
  ],
  [
    'ethnicity_values',
    {
      data: [['sex', 'ethnicity_major']],
      meta: [['sex,', 'ethnicity_major,']],
      more: { ethnicity_minor: ['Total', 'Irish', 'Total', 'Total', 'Total'] },
    },
  ],
  [
    'ethnicity_characteristic_group',
    { more: { characteristic_group: ['Total', 'Ethnic group', 'Total', 'Total', 'Total'] } },
  ],
  [
    'ethnicity_characteristic_values',
    {
      more: {
        characteristic_group: ['Total', 'Ethnicity Major', 'Total', 'Total', 'Total'],
        characteristic: ['Total', 'Irish', 'Total', 'Total', 'Total'],
      },
    },
  ],
];

export const ofPlaces: readonly Case[] = [
  ['region_for_la', { data: [['E12000001,North East,805', ',,805']] }],
  [
    'region_for_lad',
    {
      data: [
        [
          'Academic year,Regional,E92000001,England,E12000001,North East',
          'Academic year,Local authority district,E92000001,England,,',
        ],
      ],
      more: { lad_code: ['', '', '', 'E07000001', ''], lad_name: ['', '', '', 'D', ''] },
    },
  ],
  ['geography_level_completed', { data: [['North East,,,', ',,,']] }],
  [
    'region_col_present',
    {
      data: [
        ['Academic year,Regional', 'Academic year,National'],
        ['region_name', 'other'],
      ],
    },
  ],
  [
    'la_col_present',
    {
      data: [
        ['Academic year,Local authority', 'Academic year,Regional'],
        ['la_name', 'other'],
      ],
    },
  ],
  ['overcompleted_cols', { data: [[',,,,,,Female', ',,,,,Hartlepool,Female']] }],
  ['eda_combinations', rowOf('English devolved area', { eda_code: 'E99', eda_name: 'A' })],
  [
    'lsip_combinations',
    {
      data: [['Academic year,Regional', 'Academic year,Local skills improvement plan area']],
      more: { lsip_code: ['E69000001', '', '', '', ''], lsip_name: ['A', '', '', 'B', ''] },
    },
  ],
  ['ward_combinations', rowOf('Ward', { ward_code: 'E99', ward_name: 'A' })],
  ['lep_combinations', rowOf('Local enterprise partnership', { lep_code: 'E99', lep_name: 'A' })],
  ['pfa_combinations', rowOf('Police force area', { pfa_code: 'E99', pfa_name: 'A' })],
  ['pcon_combinations', rowOf('Parliamentary constituency', { pcon_code: 'E99', pcon_name: 'A' })],
  ['lad_combinations', rowOf('Local authority district', { lad_code: 'E99', lad_name: 'A' })],
  [
    'lad_combinations',
    {
      more: {
        lad_code: ['', '', '', 'E07000001', 'E07000001'],
        lad_name: ['', '', '', 'A', 'B'],
      },
    },
  ],
  ['la_combinations', { data: [['805,E06', '806,E06']] }],
  ['region_combinations', { data: [['North East,805', 'South East,805']] }],
  ['region_combinations', { data: [['E12000001,North East,,,', ',North East,,,']] }],
  ['country_combinations', { data: [['E92000001,England', 'E92000001,Wales']] }],
  [
    'other_geography_duplicates',
    {
      data: [
        ['Academic year,Local authority', 'Academic year,MAT'],
        ['Academic year,Regional', 'Academic year,MAT'],
      ],
      more: { trust_id: ['', '', '', '1', '2'], trust_name: ['', '', '', 'A', 'A'] },
    },
  ],
  [
    'other_geography_code_duplicates',
    {
      data: [
        ['Academic year,Local authority', 'Academic year,MAT'],
        ['Academic year,Regional', 'Academic year,MAT'],
      ],
      more: { trust_id: ['', '', '', '1', '1'], trust_name: ['', '', '', 'A', 'B'] },
    },
  ],
  ['na_geography', rowOf('MAT', { trust_id: 'x', trust_name: 'A' })],
  ['na_geography_code', rowOf('MAT', { trust_id: '1', trust_name: 'Not available' })],
];
