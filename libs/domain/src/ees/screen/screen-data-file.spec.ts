import { STAGES } from './checks.js';
import { pair, REFERENCE, screen, type Change } from './good-pair-for-spec.js';
import { ofMainTests, ofPlaces, type Case } from './cases-for-spec.js';
import { screenDataFile } from './screen-data-file.js';

const ofFiles: readonly Case[] = [
  ['data_filename_spaces', { names: ['my pupils.csv', 'pupils.meta.csv'] }],
  ['meta_filename_spaces', { names: ['pupils.csv', 'my pupils.meta.csv'] }],
  ['data_filename_special_characters', { names: ['pupils+.csv', 'pupils.meta.csv'] }],
  ['meta_filename_special_characters', { names: ['pupils.csv', 'pupils+.meta.csv'] }],
  ['naming_convention', { names: ['pupils.csv', 'pupils_meta.csv'] }],
  ['naming_convention', { names: ['pupils.txt', 'pupils.meta.csv'] }],
  ['naming_convention', { names: ['pupils.csv', 'pupils.meta.xlsx'] }],
  ['rows_to_cols', { meta: [['sex,', Array(11).fill('a,Filter,,,,,,\n').join('') + 'sex,']] }],
  [
    'file_separator',
    {
      meta: [
        [
          /* a header without commas */ 'col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column',
          'col_name;col_type',
        ],
      ],
    },
  ],
  ['data_empty_rows', { data: [['60,c\n', '60,c\n,,,,,,,,,,,,,,\n']] }],
  ['meta_empty_rows', { meta: [['Phase group,,,,,\n', 'Phase group,,,,,\n,,,,,,,\n']] }],
  ['data_empty_cols', { more: { other: [] } }],
  ['data_mandatory_cols', { data: [['country_name', 'country']] }],
  ['meta_mandatory_cols', { meta: [['label', 'title']] }],
  ['invalid_meta_cols', { meta: [['grouping_column', 'grouping_column,colour']] }],
  ['meta_to_data_crosscheck', { meta: [['sex,', 'gender,']] }],
  ['meta_to_data_crosscheck', { meta: [['Choose,phase_group', 'Choose,school_group']] }],
  ['time_identifier', { data: [['Academic year', 'School year']] }],
  ['geographic_level', { data: [['Regional', 'Region']] }],
  ['col_name_completed', { meta: [['sex,', ',']] }],
  ['duplicate_variable_names', { more: { sex: ['Total', 'Total', 'Total', 'Total', 'Total'] } }],
  ['time_identifier_mix', { data: [['Academic year,Regional', 'Autumn term,Regional']] }],
  ['geography_level_present', { data: [['old_la_code', 'old_code']] }],
  ['data_variable_spaces', { more: { 'a b': ['1', '2', '3', '4', '5'] } }],
  ['ob_unit_meta', { meta: [['sex,Filter', 'la_name,Filter']] }],
  ['filter_level', { data: [['Female', 'Total']] }],
  ['utf8', { data: [['Hartlepool', 'H\u00e4rtlepool']], latin1: true }],
  ['col_type', { meta: [['sex,Filter', 'sex,filter']] }],
  ['time_validation', { data: [['202324', '2023/24']] }],
];
const CASES = [...ofFiles, ...ofMainTests, ...ofPlaces];

describe('the screening of a data file', () => {
  it('finds nothing in a good pair of files', () =>
    expect(screen({})).toEqual({ findings: [], stage: 'main tests' }));

  it.each(CASES)('finds %s', (check, change) => {
    const found = screen(change).findings.filter((finding) => finding.check === check);
    expect(found).not.toEqual([]);
    for (const { message, fix } of found) {
      expect(message).not.toContain('{what}');
      expect(fix).not.toBe('');
    }
  });

  it('has a failing example of every check', () => {
    const names = STAGES.flatMap(({ checks }) => checks.map(([name]) => name));
    expect(new Set(CASES.map(([name]) => name))).toEqual(new Set(names));
  });

  it.each<[string, Change]>([
    ['a council without its new code', { data: [['805,E06000001', '805,x']] }],
    [
      'a region outside the list that may be anywhere',
      { data: [['E12000001,North East,,,', 'z,Unknown,,,']] },
    ],
    [
      'terms of one year together',
      {
        data: [
          ['Academic year', 'Autumn term'],
          ['Academic year', 'Spring term'],
          ['Academic year', 'Spring term'],
          ['Academic year', 'Spring term'],
          ['Academic year', 'Spring term'],
        ],
      },
    ],
    ['the century in six digits', { data: [['202324', '199900']] }],
    [
      'cells in quotes',
      {
        data: [
          ['Hartlepool', '"Hartlepool"'],
          [',,,,,,Female', ',"","","","","",Female'],
        ],
      },
    ],
  ])('takes %s', (_what, change) => expect(screen(change).findings).toEqual([]));

  it('ends at the first stage that fails', () => {
    const bad: Change = {
      data: [
        ['Regional', 'Region'],
        ['60,c', ',c'],
      ],
    };
    const { findings, stage } = screen(bad);
    expect(stage).toBe('pre-check 1');
    expect(findings.map(({ check }) => check)).toEqual(['geographic_level']);
  });

  it('says where, what and how to mend it', () =>
    expect(screen({ data: [['60,c', '60,']] }).findings).toEqual([
      {
        check: 'blanks_indicators',
        severity: 'fail',
        place: 'pupil_percent',
        message: 'The indicator pupil_percent has a blank.',
        fix: 'Write the number, or x, z, c or low.',
      },
    ]));

  it('screens a file without metadata by the checks that need none', () => {
    const [data] = pair({ data: [['Hartlepool', 'Hartlepol']] });
    const { findings, stage } = screenDataFile(data, null, REFERENCE);
    expect(stage).toBe('main tests');
    expect(findings.map(({ check }) => check)).toEqual(['naming_convention', 'la_combinations']);
  });

  it('tells a fault that is found often only so often', () => {
    const more = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`A${index}`, ['1', '2', '3', '4', '5']]),
    );
    const found = screen({ more }).findings.filter(({ check }) => check === 'variable_snake_case');
    expect(found).toHaveLength(21);
    expect(found.at(-1)?.message).toBe('The same 10 times more.');
  });
});
