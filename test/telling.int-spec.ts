import { workerScope, type Reader } from '#domain/access';
import type { AlertRecord, AssessmentRecord } from '#application/ports';
import type { SilenceRequest } from '#application/alerts';
import { FakeMessenger } from '#testing/messengers';
import { ledgerOf, silenceOf } from './service/ledger.js';
import { subscribe } from './service/messages.js';
import { clearAlert, plantAlert } from './service/planted-alerts.js';
import { testService, type TestService } from './service/test-service.js';

const HOUR = 3_600_000;
const PLANS = 'plans_within_20_weeks';

describe('who is told of alerts, on a real PostgreSQL', () => {
  let at: TestService;
  const email = new FakeMessenger('email');
  const keys = [
    'rutland',
    'leeds',
    'camden',
    'luton',
    'trafford',
    'bradford',
    'rochdale',
    'swindon',
  ];
  /** Each spec has a council of its own. */
  let key = '';
  let councilId = 0;

  beforeAll(async () => {
    const sending = { messengers: [email], pages: 'https://monitor.example', uniform: () => 0.5 };
    at = await testService('2025-01-15T09:00:00Z', (programme) => programme, sending);
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    key = keys.pop() ?? '';
    councilId = (await at.reader('council-approver', key)).councilIds[0] ?? 0;
    at.clock.set(new Date('2025-01-15T09:00:00Z'));
    email.delivered.length = 0;
  });

  const pass = (ms: number): void => at.clock.set(new Date(at.clock.now().getTime() + ms));
  const send = async (): Promise<void> => {
    await at.service.sendNotifications.run();
    await at.service.sendOutside.run();
  };
  const alertOf = (ruleCode: string, metric = PLANS, tell = ['council' as const]) =>
    plantAlert(at, { councilId, ruleCode, metric, tell });
  const ledger = (alert: AlertRecord, reader?: Reader) => ledgerOf(at, alert, reader);
  const silence = (over?: Partial<SilenceRequest>) => silenceOf(at, { key, councilId }, over);
  const addresses = (): readonly string[] => email.delivered.map(({ to }) => to);

  it('waits beneath an alert that says the same, and is told when that has cleared', async () => {
    const above = await alertOf('off_trajectory');
    const beneath = await alertOf('getting_worse');
    const [told, over] = [
      await alertOf('getting_worse', 'reviews_overdue'),
      await alertOf('getting_worse'),
    ];
    await send();
    expect(await ledger(beneath)).toEqual([
      'council | in-app | fired | waits: the same measure is off its agreed plan, of which they are told',
    ]);
    expect(await ledger(told)).toMatchObject([expect.stringContaining('delivered')]);
    await clearAlert(at, over);
    pass(HOUR);
    await send();
    expect(await ledger(over)).toMatchObject([
      expect.stringContaining('not-told'),
      expect.stringContaining('not-told'),
    ]);
    await clearAlert(at, above);
    await send();
    expect(await ledger(beneath)).toMatchObject([expect.stringContaining('fired | delivered')]);
    expect(await at.broken()).toEqual([]);
  });

  it('goes outside at once when it has to be acted on, and together the next morning after that', async () => {
    const address = `team@${key}.example`;
    await subscribe(at, key, 'email', address);
    await alertOf('plan_band');
    await send();
    expect(addresses()).toEqual([]);
    const acts = [await alertOf('off_trajectory'), await alertOf('backlog_building')];
    await send();
    expect(addresses()).toEqual([address]);
    expect(email.delivered[0]?.alerts.map(({ id }) => id).sort()).toEqual(
      acts.map(({ id }) => id).sort(),
    );
    pass(HOUR);
    const later = await alertOf('target_unlikely');
    await send();
    expect(addresses()).toHaveLength(1);
    at.clock.set(new Date('2025-01-16T08:59:59Z'));
    await send();
    expect(addresses()).toHaveLength(1);
    at.clock.set(new Date('2025-01-16T09:00:00Z'));
    await send();
    expect(addresses()).toHaveLength(2);
    expect(email.delivered[1]).toMatchObject({ body: '2 things need attention.', rule: null });
    expect(email.delivered[1]?.alerts.map(({ rule }) => rule).sort()).toEqual([
      'plan_band',
      'target_unlikely',
    ]);
    expect((await ledger(later)).toSorted()).toMatchObject([
      expect.stringContaining('email | fired | delivered'),
      expect.stringContaining('in-app | fired | delivered'),
    ]);
    expect(await at.broken()).toEqual([]);
  });

  it('leaves out of the morning’s message what has cleared or was silenced overnight', async () => {
    await subscribe(at, key, 'email', `team@${key}.example`);
    const [cleared, silenced, open] = [
      await alertOf('plan_band'),
      await alertOf('unlike_the_others'),
      await alertOf('gain_with_side_effect'),
    ];
    await send();
    pass(HOUR);
    await clearAlert(at, cleared);
    await silence({ ruleCode: 'unlike_the_others' });
    at.clock.set(new Date('2025-01-16T09:00:00Z'));
    await send();
    expect(email.delivered.map(({ alerts }) => alerts.map(({ id }) => id))).toEqual([[open.id]]);
    const outside = async (one: AlertRecord) =>
      (await ledger(one)).filter((line) => line.includes('email | fired'));
    expect(await outside(cleared)).toMatchObject([expect.stringContaining('not-told')]);
    expect(await outside(silenced)).toMatchObject([expect.stringContaining('waits')]);
    expect(await at.broken()).toEqual([]);
  });

  it('is said again, and further up, once each, until somebody acts', async () => {
    const alert = await alertOf('off_trajectory');
    const events = async () =>
      (await ledger(alert)).map((line) => line.split(' | ').slice(0, 3).join(' '));
    const sweep = async (day: string): Promise<void> => {
      at.clock.set(new Date(`${day}T09:00:00Z`));
      await Promise.all([at.service.followOnAlerts.run(), at.service.followOnAlerts.run()]);
      await send();
    };
    await sweep('2025-01-15');
    await sweep('2025-01-28');
    expect(await events()).toEqual(['council in-app fired']);
    await sweep('2025-01-29');
    await sweep('2025-01-30');
    expect(await events()).toEqual(['council in-app fired', 'council in-app repeat 1']);
    await sweep('2025-04-09');
    const all = ['council in-app fired', 'council in-app repeat 1', 'council in-app repeat 6'];
    expect((await events()).sort()).toEqual(['board in-app escalated 60', ...all]);
    const board = await at.reader('board');
    for (const { alertId, councilId: of, body } of await at.service.readAlerts.inbox(board)) {
      expect([alertId, of]).toEqual([null, null]);
      expect(body).toMatch(
        /^One alert has been open for 60 working days without a recovery plan\. It is in the partnership [A-Z]/,
      );
      expect(body.toLowerCase()).not.toContain(key);
    }
    const council = await at.reader('council-approver', key);
    expect((await ledger(alert, council)).join()).not.toContain('board');

    await at.service.acknowledgeAlert.run({ reader: council, alertId: alert.id });
    await sweep('2025-05-30');
    expect((await events()).filter((one) => one.startsWith('dfe'))).toEqual([
      'dfe in-app plan overdue',
    ]);
    expect(await events()).toHaveLength(5);
    expect(await at.broken()).toEqual([]);
  });

  it('goes no further up while a backlog is being cleared', async () => {
    const alert = await alertOf('off_trajectory');
    const { programmeId } = (await at.service.programme.current()).register;
    const assessed = (metric: string, values: readonly number[], upper: number | null) =>
      ({
        ...{ metric, kind: 'council', subject: String(councilId), councilId, inputsHash: 'x' },
        ...{ optionsVersion: 1, published: false, provisional: false, knownSeq: 0 },
        assessedAt: at.clock.now(),
        result: {
          chart: { kind: 'xmr', points: values.map((value) => ({ value, upper, gapBefore: 0 })) },
        },
      }) as unknown as AssessmentRecord;
    const save = (waiting: readonly number[]) =>
      at.service.unitOfWork.run(workerScope('spec'), ({ assessments }) =>
        assessments.save(programmeId, [
          assessed('plans_issued', [70], 60),
          assessed('plans_waiting_over_20_weeks', waiting, null),
        ]),
      );
    await save([90, 80, 70, 60]);
    await at.service.followOnAlerts.run();
    at.clock.set(new Date('2025-01-30T09:00:00Z'));
    await at.service.followOnAlerts.run();
    expect(await ledger(alert)).toHaveLength(1);
    await save([90, 80, 70, 75]);
    await at.service.followOnAlerts.run();
    expect(await ledger(alert)).toHaveLength(2);
  });

  it('is not said again of the time before anybody could be told: history that was loaded is past', async () => {
    const alert = await alertOf('off_trajectory');
    at.clock.set(new Date('2025-04-09T09:00:00Z'));
    await at.transactions.run(workerScope('spec'), (sql) =>
      sql.run(`delete from sweep where name = 'follow-on begun'`),
    );
    await at.service.followOnAlerts.run();
    expect(await ledger(alert)).toHaveLength(1);
    at.clock.set(new Date('2025-05-09T09:00:00Z'));
    await at.service.followOnAlerts.run();
    expect(await ledger(alert)).toHaveLength(2);
  });
});
