import type { IntakeTable } from '../../intake/intake-table.js';
import type { Council, Register } from '../../register/index.js';
import type { EesMapping } from './mapping.js';
import { readEesFile } from './read-ees-file.js';
import type { EesReading } from './reading.js';

/** A file of ours with two councils, and its mapping: what a spec changes one thing of. */
const council = (
  id: number,
  name: string,
  codes: readonly [string, string | null, string | null][],
  endedOn: string | null = null,
): Council => ({
  id,
  key: name.toLowerCase(),
  name,
  regionCode: 'E12000001',
  type: 'unitary',
  codes: codes.map(([code, validFrom, validTo]) => ({
    kind: code.length === 3 ? ('dfe' as const) : ('ons' as const),
    code,
    validFrom,
    validTo,
  })),
  names: [],
  successors: [],
  endedOn,
});

export const register: Register = {
  programmeId: 1,
  programmeCode: 'p',
  programmeName: 'P',
  regions: [{ code: 'E12000001', name: 'North East' }],
  councils: [
    council(1, 'Ashby', [
      ['E06000101', null, null],
      ['801', null, null],
    ]),
    council(2, 'Brook', [
      ['E10000102', null, '2020-04-01'],
      ['E06000102', '2020-04-01', null],
      ['802', null, null],
    ]),
  ],
  partnerships: [],
  memberships: [],
  participations: [],
};

export const mapping: EesMapping = {
  series: 'plans',
  title: 'Plans',
  recognise: ['plans', 'plans_pc'],
  hold: { topic: 'All', part: 'All' },
  parts: { filter: 'part', group: 'topic' },
  areas: {
    level: 'geographic_level',
    countryCode: 'country_code',
    regionCode: 'region_code',
    regionName: 'region_name',
    councilCode: 'new_la_code',
    oldCouncilCode: 'old_la_code',
    councilName: 'la_name',
  },
  indicators: [
    { metric: 'plans', value: 'plans' },
    { metric: 'in_time_pc', value: 'plans_pc', numerator: ['in_time'], denominator: ['plans'] },
  ],
  addsUp: ['plans'],
};

export const COLUMNS = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'country_code',
  'region_code',
  'region_name',
  'new_la_code',
  'old_la_code',
  'la_name',
  'topic',
  'part',
  'plans',
  'in_time',
  'plans_pc',
];
export type Cells = Partial<Record<string, string>>;
export const table = (rows: readonly Cells[], columns = COLUMNS): IntakeTable => ({
  columns,
  rows: rows.map((cells, index) => ({
    row: index + 2,
    cells: columns.map((name) => cells[name] ?? ''),
  })),
});

const base: Cells = {
  time_period: '2023',
  time_identifier: 'Calendar year',
  country_code: 'E92000001',
  topic: 'All',
  part: 'All',
};
const region = { ...base, region_code: 'E12000001', region_name: 'North East' };
export const england: Cells = {
  ...base,
  geographic_level: 'National',
  plans: '10',
  in_time: '5',
  plans_pc: '50',
};
export const northEast: Cells = {
  ...region,
  geographic_level: 'Regional',
  plans: '10',
  in_time: '5',
  plans_pc: '50',
};
export const la = (code: string, name: string, more: Cells): Cells => ({
  ...region,
  geographic_level: 'Local authority',
  new_la_code: code,
  la_name: name,
  ...more,
});
export const ashby = la('E06000101', 'Ashby', { plans: '4', in_time: '2', plans_pc: '50' });
export const brook = la('E06000102', 'Brook', { plans: '6', in_time: '3', plans_pc: '50.0' });
export const WHOLE = [england, northEast, ashby, brook];

export function read(
  rows: readonly Cells[],
  by: EesMapping = mapping,
  metadata?: IntakeTable,
): EesReading {
  const result = readEesFile(table(rows), by, { register, metadata });
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
}
export const sentences = (reading: EesReading): readonly string[] =>
  reading.oddities.map(({ sentence }) => sentence);
export const kinds = (reading: EesReading): readonly string[] =>
  reading.oddities.map(({ kind }) => kind);
export const figure = (reading: EesReading, metric: string, name: string) =>
  reading.observations.find((o) => o.metric === metric && o.area.council?.name === name);
