import { RETRIES } from '#domain/notifications';
import { workerScope } from '#domain/access';
import { SendOutside } from '#application/judgement';
import { FakeMessenger } from '#testing/messengers';
import { messagesTo, subscribe as subscribeOf } from './service/messages.js';
import { testService, type TestService } from './service/test-service.js';

const PAGES = 'https://monitor.example';
const MINUTE = 60_000;

describe('messages that leave the service', () => {
  let at: TestService;
  const email = new FakeMessenger('email');
  const webhook = new FakeMessenger('webhook');
  /** Each spec has a council of its own, so that all can share a database. */
  let council = '';
  let recipient = '';
  const councils: string[] = [];
  const choose = async (key: string): Promise<void> => {
    council = key;
    recipient = `council ${(await at.reader('council-approver', key)).councilIds[0]}`;
  };

  beforeEach(async () => {
    for (const one of [email, webhook]) {
      one.delivered.length = 0;
      one.behaviours.clear();
      one.behaviour = 'works';
    }
    await choose(councils.pop() ?? '');
  });
  beforeAll(async () => {
    await open((programme) => programme);
    const { memberships, councils: all } = (await at.service.programme.current()).register;
    const members = all.filter(({ id }) => memberships.some((one) => one.councilId === id));
    councils.push(...members.map(({ key }) => key).filter((key) => key !== 'barnet'));
  });
  afterAll(() => at.close());

  const open = async (changed: Parameters<typeof testService>[1]): Promise<void> => {
    const sending = { messengers: [email, webhook], pages: PAGES, uniform: () => 0.5 };
    at = await testService('2025-01-15T09:00:00Z', changed, sending);
  };
  const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> =>
    at.transactions.run(workerScope('spec'), (session) => session.rows<T>(text, values));
  const lines = () => messagesTo(at, recipient);
  const outside = async () => (await lines()).filter(({ channel }) => channel !== 'in-app');
  const subscribe = (channel: 'email' | 'webhook', address: string): Promise<string> =>
    subscribeOf(at, council, channel, address);
  const test = async (): Promise<void> => {
    const sent = await at.service.subscriptions.test({
      reader: await at.reader('dfe-analyst'),
      recipient,
    });
    expect(sent.ok).toBe(true);
  };
  const address = (name: string): string => `${name}@${council}.example`;
  const delivered = () => email.delivered.filter(({ to }) => to.endsWith(`@${council}.example`));
  const send = async (): Promise<void> => {
    await at.service.sendNotifications.run();
    await at.service.sendOutside.run();
  };
  const pass = (ms: number): void => at.clock.set(new Date(at.clock.now().getTime() + ms));

  it('stay in the inbox alone for a recipient without an address', async () => {
    await test();
    await send();
    expect(await lines()).toMatchObject([{ channel: 'in-app', attempts: ['delivered'] }]);
    expect(delivered()).toEqual([]);
  });

  it('are tried again later and later, then wait for a person, who sends them again', async () => {
    await subscribe('email', address('team'));
    email.behaviour = 'fails for now';
    await test();
    await send();
    await send();
    expect(await outside()).toMatchObject([{ closed: false, attempts: ['failed'] }]);
    for (let hour = 0; hour < 40; hour += 1) {
      pass(60 * MINUTE);
      await send();
    }
    const [dead] = await outside();
    expect(dead).toMatchObject({ closed: true, dead: true });
    expect(dead?.attempts).toHaveLength(RETRIES.most);
    expect(dead?.attempts?.at(-1)).toBe('dead');

    const administrator = await at.reader('admin');
    const [shown] = await at.service.subscriptions.dead(administrator);
    expect(shown).toMatchObject({ id: dead?.id, recipient, detail: 'answered 500' });
    const analyst = await at.reader('dfe-analyst');
    expect(await at.service.subscriptions.dead(analyst)).toEqual([]);
    const id = dead?.id ?? '';
    expect((await at.service.subscriptions.sendAgain({ reader: analyst, id })).ok).toBe(false);
    expect((await at.service.subscriptions.sendAgain({ reader: administrator, id })).ok).toBe(true);
    email.behaviour = 'works';
    await send();
    expect(delivered().map((message) => message.id)).toEqual([id]);
    expect((await outside())[0]).toMatchObject({ closed: true, dead: false });
    expect(await at.service.subscriptions.dead(administrator)).toEqual([]);
    expect((await at.service.subscriptions.sendAgain({ reader: administrator, id })).ok).toBe(
      false,
    );
  });

  it('wait for a person at once where the receiver refuses them', async () => {
    await subscribe('webhook', `https://${council}.example/alerts`);
    webhook.behaviour = 'refuses';
    await test();
    await send();
    expect(await outside()).toMatchObject([{ closed: true, dead: true, attempts: ['dead'] }]);
  });

  it('reach the others when one fails', async () => {
    await subscribe('email', address('team'));
    await subscribe('email', address('gone'));
    email.behaviours.set(address('gone'), 'hangs');
    await test();
    await send();
    expect(delivered().map(({ to }) => to)).toEqual([address('team')]);
  });

  it('are not sent where the subscription ended in between, and the ledger says so', async () => {
    const before = await subscribe('email', address('team'));
    const later = await subscribe('email', address('head'));
    const reader = await at.reader('council-approver', council);
    await test();
    pass(MINUTE);
    await at.service.subscriptions.end({ reader, id: before });
    await at.service.sendNotifications.run();
    await at.service.subscriptions.end({ reader, id: later });
    await at.service.sendOutside.run();
    expect(delivered()).toEqual([]);
    expect(await outside()).toMatchObject([
      { closed: true, dead: false, attempts: ['not-told'] },
      { closed: true, dead: false, attempts: ['not-told'] },
    ]);
    await test();
    await send();
    expect(await outside()).toHaveLength(2);
  });

  it('are taken by one sender each, however many send at once', async () => {
    for (let n = 0; n < 20; n += 1) await subscribe('email', address(`team-${n}`));
    for (let n = 0; n < 3; n += 1) await test();
    await at.service.sendNotifications.run();
    await Promise.all(Array.from({ length: 4 }, () => at.service.sendOutside.run()));
    const ids = delivered().map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([60, 60]);
  });

  it('are delivered again with the same id when a sender dies before it has written it down', async () => {
    await subscribe('email', address('team'));
    await test();
    await at.service.sendNotifications.run();
    const { clock, programme, unitOfWork } = at.service;
    const dying = new SendOutside({
      ...{ clock, programme, messengers: [email, webhook], pages: PAGES, uniform: () => 0.5 },
      unitOfWork: {
        run: (scope, work) =>
          unitOfWork.run(scope, (stores) => {
            const { notifications } = stores;
            notifications.recordAttempt = () => Promise.reject(new Error('killed'));
            return work(stores);
          }),
      },
    });
    await expect(dying.run()).rejects.toThrow('killed');
    await send();
    expect(delivered()).toHaveLength(1);
    pass(2 * MINUTE);
    await send();
    const [first, second] = delivered();
    expect([delivered().length, first?.id]).toEqual([2, second?.id]);
    const [line] = await outside();
    expect(line).toMatchObject({ closed: true, attempts: ['delivered'] });
    const [attempt] = await sql<{ n: number }>(
      'select n from notification_attempt where notification_id = $1',
      [line?.id],
    );
    expect(attempt?.n).toBe(2);
    expect(await at.broken()).toEqual([]);
  });

  it('that kill every sender wait for a person in the end', async () => {
    await subscribe('email', address('team'));
    await test();
    await at.service.sendNotifications.run();
    await sql(`update notification set tries = 12, attempts = 12 where channel = 'email'`);
    await at.service.sendOutside.run();
    expect(delivered()).toEqual([]);
    expect(await outside()).toMatchObject([{ dead: true, attempts: ['dead'] }]);
  });

  it('are never said to be told by who lost the race against a delivery', async () => {
    await subscribe('email', address('team'));
    await test();
    await at.service.sendNotifications.run();
    const now = at.clock.now();
    const claim = { now, until: now, channels: ['email' as const], limit: 1 };
    const [slow] = await at.service.unitOfWork.run(workerScope('slow'), (stores) =>
      stores.notifications.claim(claim),
    );
    await at.service.sendOutside.run();
    expect(delivered()).toHaveLength(1);
    if (!slow) throw new Error('nothing was taken');
    await at.service.unitOfWork.run(workerScope('slow'), (stores) =>
      stores.notifications.recordAttempt(
        slow,
        [{ ...slow, at: now, outcome: 'failed', detail: 'no answer in time' }],
        now,
      ),
    );
    expect(await outside()).toMatchObject([{ closed: true, attempts: ['failed', 'delivered'] }]);
    expect(await at.broken()).toEqual([]);
  });

  it('go to every address together, each alert with a line of its own', async () => {
    await at.close();
    await open((programme) => programme);
    await choose('barnet');
    await subscribe('email', 'team@barnet.example');
    await subscribe('email', 'head@barnet.example');
    await subscribe('webhook', 'https://hooks.barnet.example/alerts');
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
    await send();
    const told = await lines();
    const inbox = told.filter(({ channel }) => channel === 'in-app');
    expect(told).toHaveLength(4 * inbox.length);
    expect(new Set(told.map(({ attempts }) => attempts?.join()))).toEqual(new Set(['delivered']));
    for (const to of ['head@barnet.example', 'team@barnet.example'])
      expect(email.delivered.filter((one) => one.to === to)).toHaveLength(1);
    const [message] = webhook.delivered;
    const link = `${PAGES}/alerts`;
    expect(message).toMatchObject({ council: 'E09000003', event: 'several', link });
    expect(message?.alerts).toHaveLength(inbox.length);
    expect(JSON.stringify(message)).not.toMatch(/Barnet|%/);
    await send();
    expect([email.delivered.length, webhook.delivered.length]).toEqual([2, 1]);
    expect(await at.broken()).toEqual([]);
  });

  it('are not sent to a council that left the programme in between', async () => {
    await at.close();
    await open((programme) => {
      const { register } = programme;
      const left = register.councils.find(({ key }) => key === 'barnet')?.id;
      const memberships = register.memberships.map((one) =>
        one.councilId === left ? { ...one, to: '2025-01-16' } : one,
      );
      return { ...programme, register: { ...register, memberships } };
    });
    await choose('barnet');
    await subscribe('email', 'team@barnet.example');
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
    pass(3 * 24 * 60 * MINUTE);
    await send();
    expect(email.delivered).toEqual([]);
    const told = await lines();
    expect(new Set(told.map(({ channel }) => channel))).toEqual(new Set(['email', 'in-app']));
    expect(new Set(told.map(({ attempts }) => attempts?.join()))).toEqual(new Set(['not-told']));
  });
});
