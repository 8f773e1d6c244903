import { workerScope } from '#domain/access';
import { observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

type Change = {
  readonly from: string;
  readonly set: Readonly<Record<string, unknown>>;
};

/** The programme with more versions of the rule on missing returns, each in force from a moment on. */
async function withVersions(now: string, changes: readonly Change[]): Promise<TestService> {
  const at = await testService(now);
  await at.transactions.run(workerScope('spec'), async (sql) => {
    for (const [index, { from, set }] of changes.entries())
      await sql.run(
        `insert into alert_rule (programme_id, code, version, enabled, definition, saved_at, saved_by, in_force_from)
         select programme_id, code, $1, true, definition || $2::jsonb, $3, 'an analyst', $3 from alert_rule
         where code = 'return_missing' and version = 1`,
        [index + 2, JSON.stringify({ ...set, version: index + 2 }), new Date(from)],
      );
  });
  return at;
}

const look = async ({ service }: TestService): Promise<void> => {
  await service.sweepSchedules.run();
  await service.judgeSeries.run();
  await service.evaluateRules.run();
  await service.sendNotifications.run();
};

/** As if somebody had just put a version in force: every council's returns are looked at. */
const turned = (at: TestService): Promise<number> =>
  at.transactions.run(workerScope('spec'), (sql) =>
    sql.run(
      `insert into series_to_assess (programme_id, council_id, metric) select programme_id, council_id, null from membership`,
    ),
  );

const alertsOf = (at: TestService) =>
  at.transactions.read(workerScope('spec'), (sql) =>
    sql.rows<{ council: string; state: string; opened: string; version: number; why: string }>(
      `select c.key as council, a.state, a.opened_at at time zone 'UTC' || '' as opened, a.rule_version as version, a.why
       from alert a join council c on c.id = a.council_id where a.rule_code = 'return_missing' order by a.opened_at, c.key`,
    ),
  );

const evaluations = (at: TestService) =>
  at.transactions.read(workerScope('spec'), (sql) =>
    sql.rows<{ day: string; state: string; tries: number }>(
      `select to_char(due_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as day, state, tries
       from rule_evaluation order by due_at`,
    ),
  );

const differences = async ({ service }: TestService): Promise<readonly string[]> =>
  (await service.replayAlerts.run({ ruleCode: null })).differences;

describe('a rule whose versions change', () => {
  let at: TestService;
  afterEach(() => at.close());

  it('judges each moment by the version in force, takes back what the new one does not look at, and replays the same', async () => {
    at = await withVersions('2023-01-03T09:00:00Z', [
      {
        from: '2023-02-20T10:00:00Z',
        set: { scope: { councils: ['leeds'], partnerships: [], from: null, to: null } },
      },
      { from: '2023-02-27T10:00:00Z', set: { enabled: false } },
    ]);
    at.clock.set(new Date('2023-02-17T18:00:00Z'));
    await look(at);
    expect((await alertsOf(at)).map(({ state, version }) => `${state} ${version}`)).toEqual(
      Array.from({ length: 32 }, () => 'firing 1'),
    );
    at.clock.set(new Date('2023-02-20T10:05:00Z'));
    await turned(at);
    await look(at);
    const open = (await alertsOf(at)).filter(({ state }) => state !== 'resolved');
    expect(open.map(({ council }) => council)).toEqual(['leeds']);
    at.clock.set(new Date('2023-02-27T10:05:00Z'));
    await turned(at);
    await look(at);
    const all = await alertsOf(at);
    expect(new Set(all.map(({ state, why }) => `${state}: ${why}`))).toEqual(
      new Set(['resolved: The rule was switched off, or no longer looks at this.']),
    );
    const leeds = await at.service.readAlerts.inbox(await at.reader('council-approver', 'leeds'));
    expect(leeds.map(({ body }) => body)).toEqual([
      'One alert that you were told about was taken back: its rule was changed.',
      'One measure or return needs attention.',
    ]);
    at.clock.set(new Date('2023-06-01T10:00:00Z'));
    await look(at);
    expect(await alertsOf(at)).toEqual(all);
    expect(await differences(at)).toEqual([]);
    expect(await at.broken()).toEqual([]);
  }, 60_000);

  it('is evaluated at its times alone: each once with two workers, and after downtime those that were missed, oldest first', async () => {
    at = await withVersions('2023-01-31T09:00:00Z', [
      { from: '2023-02-01T10:00:00Z', set: { schedule: '0 9 * * 1' } },
    ]);
    await look(at);
    at.clock.set(new Date('2023-02-17T18:00:00Z'));
    await look(at);
    expect(await alertsOf(at)).toEqual([]);
    at.clock.set(new Date('2023-02-20T09:00:10Z'));
    await at.service.sweepSchedules.run();
    const { evaluateRules } = at.service;
    const begun = await Promise.all([evaluateRules.run(), evaluateRules.run()]);
    expect(begun.reduce((sum, one) => sum + one)).toBe(1);
    expect(new Set((await alertsOf(at)).map(({ opened }) => opened))).toEqual(
      new Set(['2023-02-20 09:00:00']),
    );
    at.clock.set(new Date('2023-03-20T12:00:00Z'));
    await look(at);
    const days = ['02-06', '02-13', '02-20', '02-27', '03-06', '03-13', '03-20'];
    expect(await evaluations(at)).toEqual(
      days.map((day) => ({ day: `2023-${day} 09:00`, state: 'done', tries: 1 })),
    );
    expect(new Set((await alertsOf(at)).map(({ opened }) => opened))).toEqual(
      new Set(['2023-02-20 09:00:00', '2023-03-20 09:00:00']),
    );
    expect(await differences(at)).toEqual([]);
  }, 60_000);

  it('misses no time of its schedule when what came before the schedule is judged late', async () => {
    at = await withVersions('2023-02-14T09:00:00Z', [
      { from: '2023-02-17T17:30:00Z', set: { schedule: '0 9 * * 1' } },
    ]);
    await look(at);
    at.clock.set(new Date('2023-02-18T10:00:00Z'));
    const officer = await at.reader('council-submitter', 'leeds');
    await at.service.receiveSubmission.run(
      requestBy(officer, { body: rows(observationsOf({ n_requests: '40' }, '2023-01')) }),
    );
    at.clock.set(new Date('2023-02-20T09:30:00Z'));
    await look(at);
    const alerts = await alertsOf(at);
    expect(alerts).toHaveLength(32);
    expect(
      alerts.filter(({ state }) => state === 'resolved').map(({ council }) => council),
    ).toEqual(['leeds']);
    expect(await differences(at)).toEqual([]);
  }, 60_000);

  it('ends as failed when it keeps failing, tells DfE, and the next time takes in what was missed', async () => {
    at = await withVersions('2023-02-14T09:00:00Z', [
      { from: '2023-02-14T10:00:00Z', set: { schedule: '0 9 * * 1', recipients: null } },
      { from: '2023-02-21T10:00:00Z', set: { schedule: '0 9 * * 1' } },
    ]);
    await look(at);
    for (const minute of ['00', '01', '03', '07', '15', '40']) {
      at.clock.set(new Date(`2023-02-20T09:${minute}:10Z`));
      await look(at);
    }
    expect(await evaluations(at)).toEqual([{ day: '2023-02-20 09:00', state: 'failed', tries: 5 }]);
    const analyst = await at.reader('dfe-analyst');
    expect((await at.service.readAlerts.inbox(analyst)).map(({ subject }) => subject)).toEqual([
      'An alert rule could not be evaluated',
    ]);
    expect(await at.service.alerting.status(analyst)).toMatchObject({
      schedules: [
        { ruleCode: 'return_missing', lastDone: null, next: new Date('2023-02-27T09:00:00Z') },
      ],
      failed: [{ ruleCode: 'return_missing', tries: 5, dueAt: new Date('2023-02-20T09:00:00Z') }],
    });
    expect(await alertsOf(at)).toEqual([]);
    at.clock.set(new Date('2023-02-27T09:00:10Z'));
    await look(at);
    expect(await alertsOf(at)).toHaveLength(32);
  }, 60_000);

  it('beats as long as it works, and says which stage has stopped', async () => {
    at = await testService('2023-02-19T09:00:00Z');
    const { alerting } = at.service;
    const stopped = async (): Promise<readonly string[]> =>
      (await alerting.stages()).filter((one) => one.stopped).map(({ stage }) => stage);
    expect(await stopped()).toEqual(['calendar', 'judgement', 'messages']);
    for (const stage of ['calendar', 'judgement', 'messages'] as const) await alerting.beat(stage);
    expect(await stopped()).toEqual([]);
    at.clock.set(new Date('2023-02-19T09:03:00Z'));
    await alerting.beat('calendar');
    expect(await stopped()).toEqual(['judgement', 'messages']);
    expect(await alerting.status(await at.reader('council-approver', 'leeds'))).toBeNull();
  });
});
