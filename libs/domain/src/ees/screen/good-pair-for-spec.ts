import type { EesReference } from './reference.js';
import { readScreenFile, type ScreenFile } from './screen-file.js';
import { screenDataFile, type Screened } from './screen-data-file.js';

const area = (level: string, code: string | null, name: string, more: object = {}) => ({
  level,
  code,
  name,
  secondCode: null,
  alsoFilledFor: [],
  codeForm: null,
  ...more,
});

/** Short lists of our own. */
export const REFERENCE: EesReference = {
  levels: [
    area('National', 'country_code', 'country_name', { alsoFilledFor: null }),
    area('Regional', 'region_code', 'region_name', {
      alsoFilledFor: ['Local authority', 'Local authority district', 'School'],
    }),
    area('Local authority', 'new_la_code', 'la_name', {
      secondCode: 'old_la_code',
      alsoFilledFor: ['Local authority district', 'School'],
    }),
    area('Local authority district', 'lad_code', 'lad_name', { codeForm: '^E07\\d{6}$' }),
    area('Local skills improvement plan area', 'lsip_code', 'lsip_name', {
      codeForm: '^E69\\d{6}$',
    }),
    area('Ward', 'ward_code', 'ward_name', { codeForm: '^E05\\d{6}$' }),
    area('English devolved area', 'eda_code', 'eda_name', { codeForm: '^E47\\d{6}$' }),
    area('Local enterprise partnership', 'lep_code', 'lep_name', { codeForm: '^E37\\d{6}$' }),
    area('Parliamentary constituency', 'pcon_code', 'pcon_name', { codeForm: '^E14\\d{6}$' }),
    area('Police force area', 'pfa_code', 'pfa_name', { codeForm: '^E23\\d{6}$' }),
    area('MAT', 'trust_id', 'trust_name'),
    area('School', 'school_urn', 'school_name', { secondCode: 'school_laestab' }),
    area('Provider', 'provider_ukprn', 'provider_name'),
    area('Institution', 'institution_id', 'institution_name'),
  ],
  councils: [['805', 'E06000001', 'Hartlepool']],
  regions: [['E12000001', 'North East']],
  countries: [['E92000001', 'England']],
  anywhere: [['z', 'Unknown']],
  timeIdentifiers: {
    four: [['Calendar year'], ['May', 'June']],
    six: [['Academic year'], ['Autumn term', 'Spring term']],
  },
  indicatorUnits: ['%'],
  placeWords: { begin: ['sch', 'prov', 'la'], end: ['name', 'code'], whole: ['school', 'urn'] },
  standardHeaders: [{ contains: 'ethnic', names: ['ethnicity_major', 'ethnicity_minor'] }],
  characteristicWords: ['female', 'asian'],
  ethnicityHeadings: ['Ethnicity Major'],
  ethnicities: [
    ['Total', 'Total'],
    ['White', 'Irish'],
  ],
  dictionary: {
    filters: ['sex', 'phase_group', 'phase', 'ethnicity_major', 'ethnicity_minor'],
    indicators: ['pupil_count', 'pupil_percent'],
    items: { sex: ['Total', 'Female'] },
  },
};

const DATA = `time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,sex,phase_group,phase,pupil_count,pupil_percent
202324,Academic year,National,E92000001,England,,,,,,Total,Total,Total,100,50.5
202324,Academic year,National,E92000001,England,,,,,,Female,Total,Total,60,c
202324,Academic year,National,E92000001,England,,,,,,Total,Schools,Primary,10,5
202324,Academic year,Regional,E92000001,England,E12000001,North East,,,,Total,Total,Total,100,50.5
202324,Academic year,Local authority,E92000001,England,E12000001,North East,805,E06000001,Hartlepool,Total,Total,Total,100,50.5
`;
const METADATA = `col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column
sex,Filter,Sex,,,,,
phase_group,Filter,Phase group,,,,,
phase,Filter,Phase,,,,Choose,phase_group
pupil_count,Indicator,Pupils,Pupils,,0,,
pupil_percent,Indicator,Share,Pupils,%,1,,
`;

type Replacement = readonly [from: string, to: string];

/** What is other than in the good pair: texts replaced, columns added to the data (cells by row), or a file's bytes. */
export type Change = {
  readonly data?: readonly Replacement[];
  readonly meta?: readonly Replacement[];
  readonly more?: Readonly<Record<string, readonly string[]>>;
  readonly names?: readonly [data: string, meta: string];
  readonly latin1?: true;
};

const bytesOf = (text: string, latin1 = false): Uint8Array =>
  latin1 ? Uint8Array.from(text, (c) => c.charCodeAt(0)) : new TextEncoder().encode(text);

const replaced = (text: string, changes: readonly Replacement[] = []): string =>
  changes.reduce((so, [from, to]) => {
    if (!so.includes(from)) throw new Error(`"${from}" is not there to be replaced`);
    return so.replace(from, () => to);
  }, text);

const withColumns = (text: string, more: Change['more'] = {}): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line, row) =>
      [line, ...Object.entries(more).map(([name, cells]) => [name, ...cells][row] ?? '')].join(','),
    )
    .join('\n');

export function pair(change: Change): readonly [ScreenFile, ScreenFile] {
  const [data, meta] = change.names ?? ['pupils.csv', 'pupils.meta.csv'];
  const text = replaced(withColumns(DATA, change.more), change.data);
  return [
    readScreenFile(data, bytesOf(`${text}\n`, change.latin1)),
    readScreenFile(meta, bytesOf(replaced(METADATA, change.meta))),
  ];
}

export const screen = (change: Change): Screened => {
  const [data, metadata] = pair(change);
  return screenDataFile(data, metadata, REFERENCE);
};
