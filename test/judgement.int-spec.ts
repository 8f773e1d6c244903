import { join } from 'node:path';
import { workerScope } from '#domain/access';
import { observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';
import { playEvent } from '../apps/cli/src/seed/play-event.js';
import { publishedEvents } from '../apps/cli/src/seed/timeline.js';

const look = async ({ service }: TestService): Promise<void> => {
  await service.sweepSchedules.run();
  await service.judgeSeries.run();
  await service.sendNotifications.run();
};

/** The published history, each file at its own day; the floor's firing table with every council that ever fired. */
const FIRING_TABLE = [
  'Bradford: 2019 → 2021',
  'Central Bedfordshire: 2021 open',
  'County Durham: 2022 open',
  'Gloucestershire: 2021 open',
  'Hartlepool: 2019 → 2024',
  'Islington: 2022 → 2023',
  'Leeds: 2022 open',
  'Leicester: 2019 open',
  'Leicestershire: 2021 open',
  'Luton: 2022 open',
  'Portsmouth: 2023 open',
  'Rochdale: 2024 open',
  'Shropshire: 2023 open',
  'Swindon: 2019 → 2021',
  'Trafford: 2022 → 2023',
  'West Sussex: 2021 open',
  'Worcestershire: 2022 open',
];

describe('judgement on a real PostgreSQL', () => {
  let at: TestService;
  afterEach(() => at.close());

  it('fires and clears on published timeliness exactly as the firing table says, on the days of publication', async () => {
    at = await testService('2020-01-01T09:00:00Z');
    const events = publishedEvents(join(process.cwd(), 'programmes', 'send-ap')).filter(
      (e) => e.kind === 'published' && e.key.startsWith('sen2-timeliness'),
    );
    for (const event of events) {
      at.clock.set(event.at);
      await playEvent(at.service, event, new Map());
      await at.service.judgeSeries.run();
      if (event.at.getUTCFullYear() === 2024) await leicesterStaysFiring(at);
    }
    at.clock.set(new Date('2025-07-01T09:00:00Z'));
    await at.service.judgeSeries.run();
    const { register } = await at.service.programme.current();
    const { alerts, differences } = await at.service.replayAlerts.run({
      ruleCode: 'published_floor',
    });
    const lines = alerts.map((alert) => {
      const name = register.councils.find((council) => council.id === alert.councilId)?.name ?? '';
      const year = (key: string): string => key.slice(0, 4);
      return `${name}: ${year(alert.openedBy)} ${alert.state === 'resolved' ? `→ ${year(alert.period)}` : 'open'}`;
    });
    expect(lines.sort()).toEqual(FIRING_TABLE);
    expect(differences).toEqual([]);
    expect(await at.broken()).toEqual([]);
  }, 120_000);

  it('alerts a silent council, and leaves its firing off-track alert as it is', async () => {
    at = await testService('2023-01-03T09:00:00Z');
    const officer = await at.reader('council-submitter', 'portsmouth');
    const lead = await at.reader('council-approver', 'portsmouth');
    for (const [month, day, plans] of [
      ['2023-01', '2023-02-09', '42'],
      ['2023-02', '2023-03-09', '41'],
      ['2023-03', '2023-04-12', '43'],
    ] as const) {
      at.clock.set(new Date(`${day}T11:00:00Z`));
      const boxes = { n_plans: plans, n_exceptions: '0', n_plans_20wk: '2' };
      const sent = await at.service.receiveSubmission.run(
        requestBy(officer, { body: rows(observationsOf(boxes, month)) }),
      );
      const submissionId = sent.kind === 'received' ? sent.submission.id : '';
      await at.service.approveSubmission.run({ reader: lead, submissionId });
      await look(at);
    }
    const alerts = async (ruleCode: string) =>
      (
        await at.service.readAlerts.list(lead, {
          ruleCode,
          councilId: null,
          metric: null,
          open: true,
          after: null,
          first: 50,
        })
      ).items.map(({ state, noData, openedBy, period }) => ({ state, noData, openedBy, period }));
    expect(await alerts('plan_band')).toMatchObject([
      { state: 'firing', noData: false, openedBy: '2023 February' },
    ]);
    expect(await alerts('return_missing')).toEqual([]);
    at.clock.set(new Date('2023-05-19T18:00:00Z'));
    await look(at);
    expect(await alerts('return_missing')).toEqual([
      { state: 'firing', noData: false, openedBy: '2023 April', period: '2023 April' },
    ]);
    expect(await alerts('plan_band')).toMatchObject([{ state: 'firing', noData: true }]);
    expect(await at.broken()).toEqual([]);
  }, 60_000);

  it('writes the same history when it is late by months as when it is punctual', async () => {
    at = await testService('2023-01-03T09:00:00Z');
    at.clock.set(new Date('2023-04-30T09:00:00Z'));
    await look(at);
    const { differences, alerts } = await at.service.replayAlerts.run({
      ruleCode: 'return_missing',
    });
    expect(differences).toEqual([]);
    expect(alerts).toHaveLength(32 * 3);
    expect(new Set(alerts.map((alert) => alert.openedAt.toISOString()))).toEqual(
      new Set(
        ['2023-02-17T17:00:00.000Z', '2023-03-17T17:00:00.000Z', '2023-04-21T16:00:00.000Z'].map(
          (t) => t,
        ),
      ),
    );
  }, 60_000);

  it('tells the council at once, its partnership and DfE later, each once and with a line in the ledger', async () => {
    at = await testService('2023-01-03T09:00:00Z');
    at.clock.set(new Date('2023-02-17T18:00:00Z'));
    await look(at);
    const inbox = async (role: 'council-approver' | 'dfe-policy') =>
      at.service.readAlerts.inbox(
        await at.reader(role, role === 'dfe-policy' ? undefined : 'leeds'),
      );
    expect(await inbox('council-approver')).toHaveLength(1);
    expect(await inbox('dfe-policy')).toHaveLength(0);
    await look(at);
    expect(await inbox('council-approver')).toHaveLength(1);
    at.clock.set(new Date('2023-02-24T18:00:00Z'));
    await look(at);
    expect((await inbox('dfe-policy')).length).toBe(32);
    const [message] = await inbox('council-approver');
    expect(`${message?.subject} ${message?.body}`).not.toMatch(/\d|Leeds|plans/i);
    const leeds = await at.reader('council-approver', 'leeds');
    const story = await at.service.readAlerts.one(leeds, message?.alertId ?? '');
    expect(
      story?.ledger.map(({ recipient, attempts }) => [recipient.split(' ')[0], attempts.length]),
    ).toEqual([
      ['council', 1],
      ['partnership', 1],
      ['dfe', 1],
    ]);
  }, 60_000);

  it('records who acknowledged first, and lets nobody of another council do it', async () => {
    at = await testService('2023-01-03T09:00:00Z');
    at.clock.set(new Date('2023-02-17T18:00:00Z'));
    await look(at);
    const leeds = await at.reader('council-approver', 'leeds');
    const [alert] = (
      await at.service.readAlerts.list(leeds, {
        ruleCode: null,
        councilId: null,
        metric: null,
        open: true,
        after: null,
        first: 5,
      })
    ).items;
    const alertId = alert?.id ?? '';
    expect(
      await at.service.acknowledgeAlert.run({
        reader: await at.reader('council-approver', 'rutland'),
        alertId,
      }),
    ).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await at.service.acknowledgeAlert.run({ reader: leeds, alertId })).toMatchObject({
      ok: true,
      value: { acknowledgedBy: leeds.actor },
    });
    expect(
      await at.service.acknowledgeAlert.run({ reader: await at.reader('dfe-policy'), alertId }),
    ).toMatchObject({ ok: true, value: { acknowledgedBy: leeds.actor } });
    expect(
      await at.service.acknowledgeAlert.run({ reader: await at.reader('board'), alertId }),
    ).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  });
});

/** 2023 has no row for Leicester: the alert of 2019 stays firing, with no data beside it. */
async function leicesterStaysFiring(at: TestService): Promise<void> {
  const found = await at.transactions.read(workerScope('spec'), (sql) =>
    sql.rows<{ state: string; no_data: boolean }>(
      `select a.state, a.no_data from alert a join council c on c.id = a.council_id where c.key = 'leicester'`,
    ),
  );
  expect(found).toEqual([{ state: 'firing', no_data: true }]);
}
