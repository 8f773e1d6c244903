import { join } from 'node:path';
import { workerScope } from '#domain/access';
import { storedCodes } from '../libs/application/src/figures/stored-codes.js';
import {
  changedBetween,
  councilIdOf,
  COUNCILS,
  MONTHS,
  sendFifteenMonths,
  sendFor,
  writtenRows,
} from './service/fifteen-months.js';
import { requestBy, type Boxes } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';
import { playEvent } from '../apps/cli/src/seed/play-event.js';
import { publishedTable } from '../apps/cli/src/seed/published-table.js';
import { publishedEvents } from '../apps/cli/src/seed/timeline.js';

describe('stored assessments, on the real programme', () => {
  let at: TestService;
  beforeAll(async () => {
    at = await testService('2023-02-01T09:00:00Z');
    await sendFifteenMonths(at);
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
  }, 120_000);
  afterAll(() => at.close());

  const send = (council: string, month: string, sent: Boxes, reason: string) =>
    sendFor(at, council, { month, sent, reason });

  const idOf = (key: string): Promise<number> => councilIdOf(at, key);

  const written = () => writtenRows(at);

  /** What contains a council's series of the measures made of these boxes, worked out from the register alone. */
  const expectedSet = async (council: string, codes: readonly string[], month: string) => {
    const { register, metrics } = await at.service.programme.current();
    const id = await idOf(council);
    const touched = metrics.filter(
      (metric) =>
        metric.type === 'measure' && storedCodes(metric).some((code) => codes.includes(code)),
    );
    const areas = [
      'country E92000001',
      ...register.partnerships
        .filter(({ members }) => members.some(({ councilId }) => councilId === id))
        .map(({ code }) => `partnership ${code}`),
      `region ${register.councils.find((one) => one.id === id)?.regionCode ?? ''}`,
    ];
    return touched
      .flatMap(({ code, unit, adds }) => [
        `${code} council ${id}`,
        ...(adds.areas === 'none' ? [] : areas.map((area) => `${code} ${area}`)),
        ...(unit === 'percent' ? [`${code} funnel ${month}`] : []),
      ])
      .sort();
  };

  it('assesses every series, area and funnel as a full rebuild from the revisions has them', async () => {
    const { rebuilt, differences } = await at.service.rebuildAssessments.check();
    expect(differences).toEqual([]);
    expect(rebuilt).toBe((await written()).size);
    expect(rebuilt).toBeGreaterThan(50);
  });

  it('recomputes exactly what contains the changed series when one submission changes it', async () => {
    const before = await written();
    await send('leeds', '2024-03', { n_plans_20wk: '11' }, 'counted twice before');
    await at.service.judgeSeries.run();
    const changed = changedBetween(before, await written());
    expect(changed).toEqual(await expectedSet('leeds', ['n_plans_20wk'], '2024 March'));
    const id = await idOf('leeds');
    expect(changed).toContain(`plans_within_20_weeks council ${id}`);
    expect(changed).toContain('plans_within_20_weeks country E92000001');
    expect(changed).toContain('plans_within_20_weeks funnel 2024 March');
    expect((await at.service.rebuildAssessments.check()).differences).toEqual([]);
  });

  it('writes nothing when a series is looked at again and nothing has changed', async () => {
    const before = await written();
    const { register } = await at.service.programme.current();
    const councilId = await idOf('leeds');
    await at.transactions.run(workerScope('spec'), (sql) =>
      sql.run(
        `insert into series_to_assess (programme_id, council_id, metric) values ($1, $2, 'n_plans')`,
        [register.programmeId, councilId],
      ),
    );
    await at.service.judgeSeries.run();
    expect(changedBetween(before, await written())).toEqual([]);
    expect(await at.service.rebuildAssessments.write()).toMatchObject({ written: 0 });
  });

  it('is told by a check what stands otherwise than it should, and mends what is missing or stale', async () => {
    const id = await idOf('leeds');
    const spoil = (sql: string) =>
      at.transactions.run(workerScope('spec'), (session) => session.run(sql, [String(id)]));
    await spoil(
      `update assessment set result = '{}' where metric = 'plans_within_20_weeks' and subject = $1`,
    );
    await spoil(`delete from assessment where metric = 'requests_received' and subject = $1`);
    await spoil(
      `insert into assessment select programme_id, metric, kind, '1999 May', council_id, published, provisional, inputs_hash,
         options_version, result, assessed_at, known_seq from assessment where kind = 'funnel' and subject <> $1 limit 1`,
    );
    const { differences } = await at.service.rebuildAssessments.check();
    expect(differences).toHaveLength(3);
    expect(differences).toEqual(
      expect.arrayContaining([
        `plans_within_20_weeks council ${id}: says something else`,
        `requests_received council ${id}: is not there`,
        expect.stringMatching(/1999 May: nothing is left of it$/),
      ]),
    );
    await spoil(`update assessment set inputs_hash = '' where subject = $1 and result = '{}'`);
    expect(await at.service.rebuildAssessments.write()).toMatchObject({ written: 3 });
    expect((await at.service.rebuildAssessments.check()).differences).toEqual([]);
  });

  it('follows an approval and a withdrawal', async () => {
    const submissionId = await send('barnet', '2024-03', { n_requests: '77' }, 'a late batch');
    await at.service.judgeSeries.run();
    await at.service.withdrawSubmission.run({
      reader: await at.reader('council-submitter', 'barnet'),
      submissionId,
      reason: 'it was another month',
    });
    await at.service.judgeSeries.run();
    expect((await at.service.rebuildAssessments.check()).differences).toEqual([]);
    expect(await at.broken()).toEqual([]);
  });

  it('shows a council its own assessments, and DfE the areas and funnels too', async () => {
    const of = { metric: 'plans_within_20_weeks', subjects: null };
    const id = String(await idOf('leeds'));
    const own = await at.service.readAssessments.ofMetric(
      await at.reader('council-submitter', 'leeds'),
      of,
    );
    expect([...own.series.keys()]).toEqual([id]);
    expect(own.series.get(id)?.result.reading).toMatchObject({ trial: false, iconsShown: true });
    expect(own.funnels.size).toBe(0);
    const dfe = await at.service.readAssessments.ofMetric(await at.reader('dfe-analyst'), of);
    expect(dfe.series.has('E92000001')).toBe(true);
    expect(dfe.series.size).toBeGreaterThan(COUNCILS.length);
    expect(dfe.funnels.size).toBe(MONTHS.length);
    const evaluator = await at.service.readAssessments.ofMetric(await at.reader('evaluator'), of);
    expect(evaluator.series.size).toBe(0);
  });

  it('recomputes the bands of those whose statistical neighbour a published figure is of', async () => {
    const folder = join(process.cwd(), 'programmes', 'send-ap');
    const events = publishedEvents(folder).filter(
      (event) => event.kind === 'published' && event.key.startsWith('sen2-timeliness'),
    );
    for (const event of events.filter((one) => one.at <= at.clock.now()))
      await playEvent(at.service, event, new Map());
    await at.service.judgeSeries.run();
    const before = await written();
    const metric = 'ehcp_timeliness_20wk_excl';
    const corrected = {
      ...{ council: 'E08000035', time_period: '2022', time_identifier: 'Calendar year' },
      ...{ measure: metric, numerator: '300', denominator: '900', value: '33.3' },
    };
    const periods = [{ timePeriod: '2022', timeIdentifier: 'Calendar year' }];
    const answer = await at.service.receiveSubmission.run({
      ...requestBy({ ...(await at.reader('dfe-analyst')), roles: [] }, {}),
      source: 'published',
      publishedOn: '2024-04-05',
      body: { kind: 'rows', table: publishedTable([corrected], periods) },
    });
    expect(answer.kind === 'received' && answer.submission.acceptedCount).toBe(1);
    await at.service.judgeSeries.run();
    const { register } = await at.service.programme.current();
    const members = new Set(register.memberships.map(({ councilId }) => councilId));
    const id = await idOf('leeds');
    const neighbours = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ id: number }>(
        `select council_id as id from statistical_neighbour where neighbour_id = $1`,
        [id],
      ),
    );
    const bands = neighbours.filter((one) => members.has(one.id));
    expect(bands.length).toBeGreaterThan(0);
    expect(changedBetween(before, await written())).toEqual(
      [
        `${metric} council ${id}`,
        ...['country E92000001', 'region E12000003'].map((area) => `${metric} ${area}`),
        `${metric} partnership yorkshire-and-the-humber`,
        `${metric} funnel 2022 Calendar year`,
        ...bands.map((one) => `${metric} band ${one.id}`),
      ].sort(),
    );
    expect((await at.service.rebuildAssessments.check()).differences).toEqual([]);
  }, 60_000);
});
