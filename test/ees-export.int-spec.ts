import { join } from 'node:path';
import type { Reader } from '#domain/access';
import { eesLines, type EesPair } from '#domain/ees';
import { workerScope } from '#domain/access';
import { periodKey } from '#domain/periods';
import { importEes } from '../apps/cli/src/ees/import-ees.js';
import { readMappings } from '../apps/cli/src/ees/mapping-file.js';
import { mappingOf } from '../libs/domain/src/ees/write/pair-for-spec.js';
import { testService, type TestService } from './service/test-service.js';

const importer: Reader = {
  ...{ actor: 'spec', roles: [], councilIds: [], memberIds: [], partnership: null },
};
const METRICS = ['ehcp_timeliness_20wk_incl', 'new_ehc_plans'];
const HEADER =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown,plans_issued_den,plans_issued_den_ex,plans_issued_within_20_weeks,plans_issued_20_weeks_ex,pc_plans_issued_within_20_weeks,PC_plans_issued_20_weeks_ex,plans_issued_gt_1_year,pc_plans_issued_gt_1_year';
const PLACE = 'Local authority,E92000001,England,E12000004,East Midlands';
const ALL = 'All EHC plans issued,All EHC plans issued';
/** Invented: Rutland and Leicester in two years, with every way of not being a number. */
const ROWS = [
  `2022,Calendar year,${PLACE},E06000017,857,Rutland,${ALL},x,x,x,x,x,x,x,x`,
  `2022,Calendar year,${PLACE},E06000016,856,Leicester,${ALL},low,low,low,low,low,low,low,low`,
  `2023,Calendar year,${PLACE},E06000017,857,Rutland,${ALL},50,40,30,20,60,50,c,c`,
  `2024,Calendar year,${PLACE},E06000017,857,Rutland,${ALL},48,40,24,20,50,50,0,0`,
  `2024,Calendar year,${PLACE},E06000016,856,Leicester,${ALL},c,c,c,c,z,z,c,c`,
];

describe('a pair for Explore Education Statistics, from one service to another', () => {
  let from: TestService;
  let to: TestService;
  beforeAll(async () => {
    [from, to] = [await testService(), await testService()];
  });
  afterAll(async () => {
    await from.close();
    await to.close();
  });

  const load = (at: TestService, text: string, mappings: ReturnType<typeof readMappings>) =>
    importEes(at.service, {
      ...{ reader: importer, bytes: Buffer.from(text), fileName: 'plans.csv', metadata: null },
      ...{ mappings, publishedOn: '2025-01-10', key: null, dryRun: false, say: () => undefined },
    });
  const standing = async (at: TestService) => {
    const { register } = await at.service.programme.current();
    const figures = await at.service.figures.figures(workerScope('spec'), {
      ...{ programmeId: register.programmeId, metrics: METRICS, councilIds: 'all' },
      ...{ breakdown: null, from: null, to: null, now: at.service.clock.now(), asKnownAt: null },
    });
    return figures
      .map((f) => [f.councilId, periodKey(f.period), f.metric, f.value, f.state, f.denominator])
      .toSorted();
  };
  const pairOf = async (metric: string): Promise<EesPair> => {
    const pair = await from.service.exportFigures.pair(await from.reader('dfe-analyst'), {
      ...{ metric, councilId: null, from: null, to: null, asKnownAt: null },
    });
    if (!pair) throw new Error(metric);
    return pair;
  };

  it('comes back by the importer as the same values and states, and nothing more', async () => {
    const mappings = readMappings(join(process.cwd(), 'programmes', 'send-ap'));
    expect(await load(from, `${HEADER}\r\n${ROWS.join('\r\n')}\r\n`, mappings)).toBe(0);
    const { metrics } = await from.service.programme.current();
    for (const metric of metrics.filter(({ code }) => METRICS.includes(code))) {
      const pair = await pairOf(metric.code);
      const text = [...eesLines(pair.data)].join('');
      expect(await load(to, text, [mappingOf(pair, metric)])).toBe(0);
    }
    const sent = await standing(from);
    expect(sent).toHaveLength(10);
    const back = await standing(to);
    // Councils without a figure came as not available.
    const known = new Set(sent.map(([id, period, metric]) => `${id} ${period} ${metric}`));
    const isKnown = ([id, period, metric]: (typeof back)[number]) =>
      known.has(`${id} ${period} ${metric}`);
    expect(back.filter(isKnown)).toEqual(sent);
    expect(new Set(back.filter((one) => !isKnown(one)).map((one) => one[4]))).toEqual(
      new Set(['x']),
    );
    expect(await to.broken()).toEqual([]);
  });
});
