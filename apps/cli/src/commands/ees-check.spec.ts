import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '#platform/config';
import { eesCheck } from './ees-check.js';

const HEADER =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,sex,enrolment_count\n';
const ROWS = [
  '2024,Calendar year,National,E92000001,England,,,,,,Total,100\n',
  '2024,Calendar year,Regional,E92000001,England,E12000004,East Midlands,,,,Total,100\n',
  '2024,Calendar year,Local authority,E92000001,England,E12000004,East Midlands,857,E06000017,Rutland,Total,40\n',
  '2024,Calendar year,Local authority,E92000001,England,E12000004,East Midlands,857,E06000017,Rutland,Female,20\n',
].join('');
const METADATA =
  'col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column\nsex,Filter,Sex,,,,,\nenrolment_count,Indicator,Enrolments,,,0,,\n';

describe('ees-check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ees-check-'));
  const write = (name: string, rows: string): void => {
    writeFileSync(join(folder, 'files', `${name}.csv`), HEADER + rows);
    writeFileSync(join(folder, 'files', `${name}.meta.csv`), METADATA);
  };
  beforeAll(() => {
    mkdirSync(join(folder, 'files'));
    write('passes_everything', ROWS);
    write('time_period_six', ROWS.replaceAll('2024,Calendar', '202425,Academic'));
    write('blanks_indicators', ROWS.replace('Total,40', 'Total,'));
    writeFileSync(
      join(folder, 'INDEX.csv'),
      [
        'file,expected,rule_named_by_file,repo_licence',
        'files/passes_everything.csv,UI test: verdict in file name,passes_everything,MIT',
        'files/time_period_six.csv,"fails, the named check",time_period_six,MIT',
        'files/blanks_indicators.csv,fails the named check,blanks_indicators,MIT',
        'files/absent.csv,fails the named check,total,MIT',
        'files/absent.csv,unheard of,unheard of,MIT',
      ].join('\n'),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = async (...args: string[]) => {
    const config = loadConfig({});
    if (!config.ok) throw new Error(config.faults.join());
    const said: string[] = [];
    const status = await eesCheck.run({
      config: config.value,
      root: process.cwd(),
      args,
      environment: {},
      say: (line) => said.push(line.replaceAll(folder, '')),
    });
    return { status, said };
  };

  it('says of every file in a folder whether it passes, and what is to mend', async () => {
    expect(await run(join(folder, 'files'))).toEqual({
      status: 1,
      said: [
        '/files/blanks_indicators.csv: fails at main tests, 1 to mend, 0 advised.',
        '  mend   blanks_indicators at enrolment_count: The indicator enrolment_count has a blank. Write the number, or x, z, c or low.',
        '/files/passes_everything.csv: passes, 0 to mend, 0 advised.',
        '/files/time_period_six.csv: passes, 0 to mend, 0 advised.',
        '2 of 3 files pass.',
      ],
    });
    expect((await run(join(folder, 'files', 'passes_everything.csv'))).status).toBe(0);
  });

  it('says in what files differ from an index, and how many are as stated', async () =>
    expect(await run('--index', join(folder, 'INDEX.csv'))).toEqual({
      status: 1,
      said: [
        'files/time_period_six.csv (fails, the named check): time_period_six finds nothing.',
        'files/absent.csv (fails the named check): There is no file "/files/absent.csv".',
        'files/absent.csv (unheard of): the index says nothing that can be compared.',
        '2 as stated, 3 differ.',
      ],
    }));

  it('needs something to screen', async () =>
    expect(await run(join(folder, 'nowhere'))).toEqual({
      status: 2,
      said: ['There is no file or folder "/nowhere".'],
    }));
});
