import { join } from 'node:path';
import { workerScope } from '#domain/access';
import { storedCodes } from '../libs/application/src/figures/stored-codes.js';
import { observationsOf, requestBy, rows, type Boxes } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';
import { playEvent } from '../apps/cli/src/seed/play-event.js';
import { publishedTable } from '../apps/cli/src/seed/published-table.js';
import { publishedEvents } from '../apps/cli/src/seed/timeline.js';

const COUNCILS = ['barnet', 'leeds', 'bradford', 'portsmouth'];
const MONTHS = Array.from({ length: 15 }, (_none, at) =>
  at < 12 ? `2023-${String(at + 1).padStart(2, '0')}` : `2024-${String(at - 11).padStart(2, '0')}`,
);

type Row = { metric: string; kind: string; subject: string };
const nameOf = ({ metric, kind, subject }: Row): string => `${metric} ${kind} ${subject}`;

describe('stored assessments, on the real programme', () => {
  let at: TestService;
  beforeAll(async () => {
    at = await testService('2023-02-01T09:00:00Z');
    for (const [index, month] of MONTHS.entries()) {
      const after = MONTHS[index + 1] ?? '2024-04';
      at.clock.set(new Date(`${after}-05T10:00:00Z`));
      for (const [place, council] of COUNCILS.entries())
        await send(council, month, boxes(index + place));
    }
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
  }, 120_000);
  afterAll(() => at.close());

  const boxes = (n: number): Boxes => ({
    n_requests: String(30 + ((n * 7) % 11)),
    n_plans: String(40 + (n % 5)),
    n_exceptions: '2',
    n_plans_20wk: String(18 + ((n * 5) % 9)),
  });

  const send = async (council: string, month: string, sent: Boxes, reason?: string) => {
    const officer = await at.reader('council-submitter', council);
    const more = reason ? { reason: { kind: 'ERROR', text: reason } } : {};
    const answer = await at.service.receiveSubmission.run(
      requestBy(officer, { body: rows(observationsOf(sent, month, more)) }),
    );
    if (answer.kind !== 'received' || answer.submission.acceptedCount === 0)
      throw new Error(`not accepted: ${JSON.stringify(answer)}`);
    return answer.submission.id;
  };

  const idOf = async (key: string): Promise<number> => {
    const { register } = await at.service.programme.current();
    return register.councils.find((council) => council.key === key)?.id ?? NaN;
  };

  /** The state of each row: a row that is written again has another xmin. */
  const written = async (): Promise<ReadonlyMap<string, string>> => {
    const found = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows<Row & { xmin: string }>(
        'select metric, kind, subject, xmin::text as xmin from assessment',
      ),
    );
    return new Map(found.map((row) => [nameOf(row), row.xmin]));
  };

  const changedBetween = (
    before: ReadonlyMap<string, string>,
    after: ReadonlyMap<string, string>,
  ): readonly string[] =>
    [...new Set([...before.keys(), ...after.keys()])]
      .filter((name) => before.get(name) !== after.get(name))
      .sort();

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

  it('starts new limits by a person with a reason, and assesses the series again', async () => {
    const councilId = await idOf('leeds');
    const asked = {
      ...{ councilId, metric: 'plans_within_20_weeks', from: '2023-10-01' },
      ...{ ground: 'process-changed' as const, evidence: 'the minutes of the September board' },
      reason: 'the panel meets every week now',
    };
    const reader = await at.reader('dfe-analyst');
    const refused = async (more: object) => {
      const answer = await at.service.limits.rebase({ reader, ...asked, ...more });
      return answer.ok ? 'done' : answer.error.code;
    };
    expect(await refused({ reader: await at.reader('council-approver', 'leeds') })).toBe(
      'NOT_ALLOWED',
    );
    expect(await refused({ reader: await at.reader('dfe-policy') })).toBe('NOT_ALLOWED');
    expect(await refused({ ground: 'cause-of-shift-known' })).toBe('LIMITS_STAND');
    expect(await refused({ from: '2030-01-01' })).toBe('LIMITS_STAND');
    expect(await refused({ metric: 'n_plans' })).toBe('NOT_FOUND');
    const before = await written();
    expect(await refused({})).toBe('done');
    await at.service.judgeSeries.run();
    expect(changedBetween(before, await written())[0]).toBe(
      `plans_within_20_weeks council ${councilId}`,
    );
    const { series } = await at.service.readAssessments.ofCouncil(reader, councilId);
    const { chart } = series.get('plans_within_20_weeks')?.result ?? {};
    const groups = chart && chart.kind !== 'none' ? chart.points.map(({ group }) => group) : [];
    expect(groups).toEqual([...Array<number>(9).fill(0), ...Array<number>(6).fill(1)]);
    expect(await at.service.rebuildAssessments.check()).toMatchObject({ differences: [] });
    const [entry] = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ actor: string; deed: string }>(
        `select actor, deed from audit_entry where deed = 'limits re-based'`,
      ),
    );
    expect(entry).toEqual({ actor: reader.actor, deed: 'limits re-based' });
  });

  it('keeps the baseline that a person confirmed', async () => {
    const councilId = await idOf('bradford');
    const reader = await at.reader('dfe-analyst');
    const confirm = async (points: number) => {
      const answer = await at.service.limits.confirmBaseline({
        ...{ reader, councilId, metric: 'plans_within_20_weeks', from: '2023-01-01', points },
        ...{ reason: 'before the new template', evidence: 'the plan of the programme' },
      });
      return answer.ok ? 'done' : answer.error.code;
    };
    expect([await confirm(12), await confirm(16)]).toEqual(['LIMITS_STAND', 'LIMITS_STAND']);
    expect(await confirm(13)).toBe('done');
    await at.service.judgeSeries.run();
    const { series } = await at.service.readAssessments.ofCouncil(reader, councilId);
    expect(series.get('plans_within_20_weeks')?.result.offTrack?.baseline).toMatchObject({
      ...{ from: 0, points: 13, proposed: false },
    });
    expect(await at.service.rebuildAssessments.check()).toMatchObject({ differences: [] });
  });
});
