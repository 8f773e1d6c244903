import type { Reader } from '#domain/access';
import type { AlertRecord } from '#application/ports';
import type { SilenceRequest } from '#application/alerts';
import { ledgerOf, silenceOf } from './service/ledger.js';
import { clearAlert, plantAlert } from './service/planted-alerts.js';
import { testService, type TestService } from './service/test-service.js';

const HOUR = 3_600_000;
const REASON = 'The case system is being replaced.';

describe('silences, on a real PostgreSQL', () => {
  let at: TestService;
  const keys = ['trafford', 'bradford', 'rochdale'];
  /** Each spec has a council of its own. */
  let key = '';
  let councilId = 0;

  beforeAll(async () => {
    at = await testService();
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    key = keys.pop() ?? '';
    councilId = (await at.reader('council-approver', key)).councilIds[0] ?? 0;
    at.clock.set(new Date('2025-01-15T09:00:00Z'));
  });

  const pass = (ms: number): void => at.clock.set(new Date(at.clock.now().getTime() + ms));
  const send = () => at.service.sendNotifications.run();
  const alertOf = (ruleCode: string) =>
    plantAlert(at, { councilId, ruleCode, metric: 'plans_within_20_weeks' });
  const ledger = (alert: AlertRecord) => ledgerOf(at, alert);
  const silence = (over?: Partial<SilenceRequest>) => silenceOf(at, { key, councilId }, over);

  it('holds what is silenced, and tells it when the silence has ended', async () => {
    expect((await silence()).ok).toBe(true);
    const alert = await alertOf('off_trajectory');
    await send();
    const approver = `${key} council-approver`;
    const held = `waits: ${approver} has asked for no messages about this`;
    expect(await ledger(alert)).toEqual([`council | in-app | fired | ${held}`]);
    const reader = await at.reader('council-submitter', key);
    expect(await at.service.silences.ofAlert(reader, alert)).toMatchObject([{ reason: REASON }]);
    at.clock.set(new Date('2025-01-24T23:00:00Z'));
    await send();
    expect(await ledger(alert)).toEqual([`council | in-app | fired | ${held}`]);
    at.clock.set(new Date('2025-01-25T00:00:00Z'));
    await send();
    expect(await ledger(alert)).toMatchObject([expect.stringContaining('fired | delivered')]);
    expect(await at.broken()).toEqual([]);
  });

  it('tells at once what was held by a silence that is ended early, unless it has cleared', async () => {
    const made = await silence();
    const [open, gone] = [await alertOf('off_trajectory'), await alertOf('backlog_building')];
    await send();
    await clearAlert(at, gone);
    pass(HOUR);
    const id = made.ok ? made.value.id : '';
    const analyst = await at.reader('dfe-analyst');
    expect(await at.service.silences.end({ reader: analyst, id })).toMatchObject({
      error: { code: 'NOT_ALLOWED' },
    });
    const reader = await at.reader('council-approver', key);
    expect((await at.service.silences.end({ reader, id })).ok).toBe(true);
    expect(await at.service.silences.end({ reader, id })).toMatchObject({
      error: { code: 'SILENCE_NOT_STANDING' },
    });
    await send();
    expect(await ledger(open)).toMatchObject([expect.stringContaining('fired | delivered')]);
    expect((await ledger(gone)).toSorted()).toEqual([
      'council | in-app | fired | not-told: the alert had cleared before they were to be told',
      'council | in-app | resolved | not-told: they had not been told that the alert was open',
    ]);
    expect(await at.broken()).toEqual([]);
  });

  it('is silenced by who may, for whom they may, with every fault at its field', async () => {
    const analyst = await at.reader('dfe-analyst');
    const code = async (over: Partial<SilenceRequest>) => {
      const made = await silence(over);
      if (made.ok) return 'made';
      return 'refusal' in made.error ? made.error.refusal.code : made.error.faults;
    };
    expect(await code({ reader: analyst })).toBe('NOT_ALLOWED');
    expect(await code({ audience: 'all' })).toBe('NOT_ALLOWED');
    expect(await code({ councilId: null, ruleCode: 'plan_band' })).toBe('NOT_ALLOWED');
    for (const role of ['dfe-policy', 'partnership-lead', 'council-submitter'] as const)
      expect(await code({ reader: await at.reader(role, key) })).toBe('NOT_ALLOWED');
    expect(await code({ until: '2025-04-15', reason: 'x' })).toEqual([
      { field: 'until', code: 'SILENCE_UNTIL_WRONG' },
      { field: 'reason', code: 'WORDS_TOO_SHORT' },
    ]);
    expect(await code({ reader: analyst, audience: 'department', councilId: -1 })).toEqual([
      { field: 'council', code: 'SILENCE_PART_UNKNOWN' },
    ]);
    expect(await code({ reader: analyst, audience: 'department' })).toBe('made');
    const seen = async (reader: Reader) =>
      (await at.service.silences.list(reader)).standing.filter(
        (one) => one.silence.councilId === councilId,
      );
    expect(await seen(await at.reader('council-submitter', 'barnet'))).toEqual([]);
    expect(await seen(await at.reader('council-submitter', key))).toMatchObject([
      { mayEnd: false },
    ]);
    expect(await seen(analyst)).toMatchObject([{ mayEnd: true }]);
  });
});
