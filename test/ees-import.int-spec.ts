import { join } from 'node:path';
import { workerScope, type Reader } from '#domain/access';
import { periodKey } from '#domain/periods';
import { importEes } from '../apps/cli/src/ees/import-ees.js';
import { readMappings } from '../apps/cli/src/ees/mapping-file.js';
import { testService, type TestService } from './service/test-service.js';

const importer: Reader = {
  actor: 'spec',
  roles: [],
  councilIds: [],
  memberIds: [],
  partnership: null,
};
const mappings = readMappings(join(process.cwd(), 'programmes', 'send-ap'));

const HEADER =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown,plans_issued_den,plans_issued_den_ex,plans_issued_within_20_weeks,plans_issued_20_weeks_ex,pc_plans_issued_within_20_weeks,PC_plans_issued_20_weeks_ex,plans_issued_gt_1_year,pc_plans_issued_gt_1_year';
const ALL = 'All EHC plans issued,All EHC plans issued';
/** Invented: Rutland and Leicester in two years, one of Leicester's kept back. */
const ROWS = [
  `2023,Calendar year,Local authority,E92000001,England,E12000004,East Midlands,E06000017,857,Rutland,${ALL},50,40,30,20,60,50,c,c`,
  `2024,Calendar year,Local authority,E92000001,England,E12000004,East Midlands,E06000017,857,Rutland,${ALL},48,40,24,20,50,50,0,0`,
  `2024,Calendar year,Local authority,E92000001,England,E12000004,East Midlands,E06000016,856,Leicester,${ALL},c,c,c,c,c,c,c,c`,
  `2024,Calendar year,Local authority,E92000001,England,E12000004,East Midlands,E06000017,857,Rutland,Sex,Female,24,20,12,10,50,50,0,0`,
];

describe('a data file of Explore education statistics through the importer', () => {
  let at: TestService;
  beforeEach(async () => {
    at = await testService('2025-07-01T09:00:00Z');
  });
  afterEach(() => at.close());

  const send = async (
    rows: readonly string[],
    more: { publishedOn?: string; dryRun?: boolean } = {},
  ) => {
    const said: string[] = [];
    const status = await importEes(at.service, {
      reader: importer,
      bytes: Buffer.from(`\uFEFF${HEADER}\r\n${rows.join('\r\n')}\r\n`),
      fileName: 'plans.csv',
      metadata: null,
      mappings,
      publishedOn: more.publishedOn ?? null,
      key: null,
      dryRun: more.dryRun ?? false,
      say: (line) => said.push(line),
    });
    return { status, said: said.join('\n') };
  };
  const standing = async () => {
    const { register } = await at.service.programme.current();
    const figures = await at.service.figures.figures(workerScope('spec'), {
      programmeId: register.programmeId,
      metrics: ['ehcp_timeliness_20wk_incl', 'new_ehc_plans'],
      councilIds: 'all',
      breakdown: null,
      from: null,
      to: null,
      now: at.service.clock.now(),
      asKnownAt: null,
    });
    const nameOf = (id: number) => register.councils.find((council) => council.id === id)?.name;
    return figures
      .map((f) => [
        nameOf(f.councilId),
        periodKey(f.period),
        f.metric,
        f.value ?? f.symbol,
        f.denominator,
      ])
      .toSorted();
  };
  const LOADED = [
    ['Leicester', '2024 Calendar year', 'ehcp_timeliness_20wk_incl', 'c', null],
    ['Leicester', '2024 Calendar year', 'new_ehc_plans', 'c', null],
    ['Rutland', '2023 Calendar year', 'ehcp_timeliness_20wk_incl', '60', '50'],
    ['Rutland', '2023 Calendar year', 'new_ehc_plans', '50', null],
    ['Rutland', '2024 Calendar year', 'ehcp_timeliness_20wk_incl', '50', '48'],
    ['Rutland', '2024 Calendar year', 'new_ehc_plans', '48', null],
  ];

  it('previews without a trace, loads by period, and finds the same the second time', async () => {
    const preview = await send(ROWS, { dryRun: true });
    expect(preview.status).toBe(0);
    expect(preview.said).toContain('ehcp_timeliness_20wk_incl: 2023 1 new; 2024 2 new');
    expect(preview.said).toContain(
      '2024 Calendar year, known from 2025-06-26: 8 of 8 figures would be taken.',
    );
    expect(await standing()).toEqual([]);

    expect((await send(ROWS)).status).toBe(0);
    expect(await standing()).toEqual(LOADED);
    const again = await send(ROWS, { dryRun: true });
    expect(again.said).toContain('ehcp_timeliness_20wk_incl: 2023 1 same; 2024 2 same');
    expect(again.said).toContain('2024 Calendar year: nothing new.');
    expect(await at.broken()).toEqual([]);
  });

  it('takes a changed figure only with the day of its own publication', async () => {
    await send(ROWS);
    const changed = ROWS.map((row) =>
      row.replace(',48,40,24,20,50,50,0,0', ',48,40,36,20,75,50,0,0'),
    );
    const without = await send(changed);
    expect(without.status).toBe(1);
    expect(without.said).toContain(
      '2024 Calendar year: 1 changed, 7 same: say with --published-on',
    );
    expect(await standing()).toEqual(LOADED);
    expect((await send(changed, { publishedOn: '2025-06-30' })).status).toBe(0);
    expect(await standing()).toContainEqual([
      'Rutland',
      '2024 Calendar year',
      'ehcp_timeliness_20wk_incl',
      '75',
      '48',
    ]);
  });

  it('says in a sentence what it does not know, and loads nothing', async () => {
    const strange = await send(ROWS.map((row) => row.replaceAll(ALL, 'All,All')));
    expect(strange.status).toBe(1);
    expect(strange.said).toBe(
      'sen2-timeliness: No row has breakdown_topic = "All EHC plans issued" and breakdown = "All EHC plans issued".',
    );
    expect(await standing()).toEqual([]);
  });
});
