import { randomUUID } from 'node:crypto';
import { workerScope, type Reader } from '#domain/access';
import type { BackTest, BackTestedCouncil } from '#application/ports';
import { handlersFor } from '../apps/worker/src/handlers.js';
import { testService, type TestService } from './service/test-service.js';

const SILENCE = { code: 'return_missing', version: 1, asKnown: 'at-each-moment' } as const;
const scope = workerScope('spec');

describe('a back-test that an analyst asks for', () => {
  let at: TestService;
  let analyst: Reader;
  beforeEach(async () => {
    // A few months of membership, of which nobody has sent anything.
    at = await testService('2023-12-20T09:00:00Z');
    analyst = await at.reader('dfe-analyst');
  });
  afterEach(() => at.close());

  const work = () => handlersFor(at.service)['back-tests']();
  const start = async (reader = analyst, of: Partial<typeof SILENCE> = {}) =>
    at.service.backTests.start({ reader, ...SILENCE, ...of });
  const started = async (): Promise<string> => {
    const answer = await start();
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value.id;
  };
  const one = async (id: string): Promise<BackTest> => {
    const found = await at.service.backTests.one(analyst, id);
    if (!found) throw new Error('the back-test is not there');
    return found;
  };
  const keptRows = () =>
    at.transactions.run(scope, (sql) => sql.rows('select council_id from back_test_council'));
  /** A worker that took a back-test, kept one council of it, and was killed. */
  const halfDone = async (id: string) => {
    const holder = randomUUID();
    const until = new Date(at.clock.now().getTime() + 60_000);
    const { register } = await at.service.programme.current();
    const council: BackTestedCouncil = {
      councilId: register.memberships[0]?.councilId ?? NaN,
      ...{ series: 1, from: null, to: null, chance: null, compared: null },
      ...{ fired: 1_000, onlyWaited: 0, firedByYear: [], episodes: [] },
    };
    const keep = () =>
      at.service.unitOfWork.run(scope, (stores) =>
        stores.backTests.keep({ id, holder, until }, [council]),
      );
    const taken = await at.service.unitOfWork.run(scope, (stores) =>
      stores.backTests.take(holder, at.clock.now(), until),
    );
    return { taken, kept: await keep(), keep };
  };

  it('comes to what the live rules have on record, and leaves nothing behind', async () => {
    const id = await started();
    expect([(await one(id)).status, at.wakeUps.asked]).toEqual(['waiting', ['back-tests']]);
    await work();
    const done = await one(id);
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
    const live = await at.transactions.run(scope, (sql) =>
      sql.rows<{ key: string }>(
        `select council_id || ' ' || series_key || ' ' || opened_by || ' ' || fired_at as key from alert order by 1`,
      ),
    );
    expect(live.length).toBeGreaterThan(32);
    expect(done).toMatchObject({ status: 'done', done: 32, of: 32, beside: null });
    expect(done.result).toMatchObject({ fired: live.length, firedCouncils: 32, chance: null });
    expect(await keptRows()).toEqual([]);
    expect(await at.broken()).toEqual([]);
  });

  it('is gone on with where a killed worker ended, and not before its lease has', async () => {
    const id = await started();
    const { taken, kept } = await halfDone(id);
    expect([taken?.id, kept, (await one(id)).done]).toEqual([id, true, 1]);
    await work();
    expect(await one(id)).toMatchObject({ status: 'running', done: 1 });
    at.clock.set(new Date('2023-12-20T09:01:01Z'));
    await work();
    const { result, status } = await one(id);
    // What the dead worker had kept stands: its council is not judged again.
    expect([status, (result?.fired ?? 0) > 1_000]).toEqual(['done', true]);
  });

  it('stops when it is told to, whatever a worker is at', async () => {
    const id = await started();
    const { keep } = await halfDone(id);
    expect(await at.service.backTests.cancel(analyst, id)).toMatchObject({ ok: true });
    expect(await keep()).toBe(false);
    await work();
    expect(await one(id)).toMatchObject({ status: 'cancelled', result: null, done: 1 });
    expect((await start()).ok).toBe(true);
  });

  it('is one at a time, an analyst’s alone, and of a version that there is', async () => {
    await started();
    expect(await start()).toMatchObject({ ok: false, error: { code: 'BACK_TEST_UNDER_WAY' } });
    for (const role of ['dfe-policy', 'evaluator', 'admin', 'board'] as const) {
      const reader = await at.reader(role);
      expect(await start(reader)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
      const seen = await at.service.backTests.ofRule(reader, SILENCE);
      expect(seen === null).toBe(role !== 'dfe-policy');
    }
    const other = { ...analyst, actor: 'another analyst' };
    const unknown = await at.service.backTests.start({ ...SILENCE, reader: other, version: 99 });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect((await start(other)).ok).toBe(true);
  });

  it('compares another version with the one in force', async () => {
    const { register, alertRules } = await at.service.programme.current();
    const rule = alertRules.find(({ code }) => code === SILENCE.code);
    // A draft that waits three weeks longer: what is silent for less is no alert of it.
    await at.transactions.run(scope, (sql) =>
      sql.run(
        `insert into alert_rule (programme_id, code, version, enabled, definition, draft, saved_at, saved_by) values ($1, $2, 2, true, $3, true, now(), 'spec')`,
        [
          register.programmeId,
          SILENCE.code,
          JSON.stringify({
            ...rule,
            version: 2,
            condition: { ...rule?.condition, graceWorkingDays: 18 },
          }),
        ],
      ),
    );
    const answer = await at.service.backTests.start({ ...SILENCE, reader: analyst, version: 2 });
    await work();
    const { beside, result } = await one(answer.ok ? answer.value.id : '');
    expect(beside?.version).toBe(1);
    expect(result?.compared).toMatchObject({ more: 0, both: result?.fired });
    expect(result?.compared?.fewer).toBeGreaterThan(0);
  });
});
