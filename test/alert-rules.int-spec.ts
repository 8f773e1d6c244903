import { readFileSync } from 'node:fs';
import { scopeOf, workerScope, type Reader } from '#domain/access';
import type { AlertRule } from '#domain/judgement';
import { writeProgramme } from '#persistence';
import { alertRuleStoreContract } from '#testing/alert-rules';
import { readProgramme } from '../apps/cli/src/seed/read-programme.js';
import { observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const given = JSON.parse(
  readFileSync('programmes/send-ap/alert-rules.json', 'utf8'),
) as readonly AlertRule[];
const REASON = 'Agreed with the councils in January.';

/** A rule as a person writes it: without a code, a version and whether it is on. */
function written(code: string, more: Partial<AlertRule> = {}): object {
  const found = given.find((rule) => rule.code === code);
  if (!found) throw new Error(`no rule ${code}`);
  const { code: _code, version: _version, enabled: _enabled, ...rule } = found;
  return { ...rule, ...more };
}

describe('rules that people write, on a real PostgreSQL', () => {
  let at: TestService;
  let analyst: Reader;
  beforeAll(async () => {
    at = await testService();
    analyst = await at.reader('dfe-analyst');
  });
  afterAll(() => at.close());

  const queued = async (): Promise<readonly { council_id: number; metric: string | null }[]> =>
    at.transactions.run(workerScope('spec'), (sql) =>
      sql.rows('delete from series_to_assess returning council_id, metric'),
    );
  const save = async (rule: object, base: { code: string; version: number } | null = null) => {
    const answer = await at.service.saveAlertRule.run({ reader: analyst, rule, base });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value.saved.rule;
  };
  const switches = (code: string, version: number, on: boolean) =>
    at.service.switchAlertRule.run({ reader: analyst, code, version, on, reason: REASON });
  const later = (): void => at.clock.set(new Date(at.clock.now().getTime() + 60_000));
  const inForce = async (code: string) => {
    const { alertRules, ruleHistory } = await at.service.programme.current();
    return {
      newest: alertRules.find((rule) => rule.code === code) ?? null,
      history: ruleHistory.filter(({ rule }) => rule.code === code),
    };
  };

  describe('the store', () => {
    alertRuleStoreContract(
      1,
      (work) => at.service.unitOfWork.run(scopeOf(analyst), ({ alertRules }) => work(alertRules)),
      (more) => ({ ...(given[0] as AlertRule), ...more }),
    );
  });

  it('takes the programme’s own rules with no fault and few warnings', async () => {
    for (const rule of given) {
      const answer = await at.service.saveAlertRule.run({
        ...{ reader: analyst, base: { code: rule.code, version: rule.version }, dryRun: true },
        rule: written(rule.code),
      });
      expect([rule.code, answer.ok ? 'taken' : answer.error]).toEqual([rule.code, 'taken']);
    }
  });

  it('saves a draft that judges nothing, and puts it in force for what it looks at', async () => {
    const scope = { councils: ['leeds'], partnerships: [], from: null, to: null };
    const saved = await save(written('off_trajectory', { title: 'Leeds off plan', scope }));
    expect(saved).toMatchObject({ code: 'leeds_off_plan', version: 1, enabled: true });
    expect((await inForce(saved.code)).newest).toBeNull();
    expect(await save(written('off_trajectory', { title: 'Leeds off plan', scope }))).toEqual(
      saved,
    );
    await queued();

    const done = await switches(saved.code, 1, true);
    expect(done.ok).toBe(true);
    const { newest, history } = await inForce(saved.code);
    expect(newest).toEqual(saved);
    expect(history).toEqual([{ rule: saved, from: at.clock.now(), until: null }]);
    const [
      {
        councilIds: [leeds],
      },
    ] = [await at.reader('council-approver', 'leeds')];
    const waiting = await queued();
    expect(new Set(waiting.map(({ council_id }) => council_id))).toEqual(new Set([leeds]));
    expect(waiting.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(['n_plans_20wk', 'n_decisions_6wk']),
    );
    expect(at.wakeUps.asked).toContain('assessments');
  });

  it('keeps each version with the time for which it was in force, and what is off as one', async () => {
    const first = at.clock.now();
    const saved = await save(written('plan_band', { title: 'Bands' }));
    await switches('bands', 1, true);
    later();
    const second = at.clock.now();
    await save(written('plan_band', { title: 'Bands', forPeriods: 5 }), {
      code: 'bands',
      version: 1,
    });
    await switches('bands', 2, true);
    later();
    const third = at.clock.now();
    await switches('bands', 2, false);
    const { newest, history } = await inForce('bands');
    expect(newest).toEqual({ ...saved, version: 3, enabled: false, forPeriods: 5 });
    expect(history.map(({ rule, from, until }) => [rule.version, from, until])).toEqual([
      [1, first, second],
      [2, second, third],
      [3, third, null],
    ]);
    expect((await switches('bands', 3, true)).ok).toBe(true);
    expect((await inForce('bands')).newest).toMatchObject({ version: 4, enabled: true });
  });

  it('refuses a version that is no longer the newest, another kind, and words that say nothing', async () => {
    const base = { code: 'return_missing', version: 1 };
    await save(written('return_missing', { severity: 'look' }), base);
    const stale = await at.service.saveAlertRule.run({
      ...{ reader: analyst, base, rule: written('return_missing', { mute: 'school-holidays' }) },
    });
    expect(stale).toMatchObject({
      ok: false,
      error: { kind: 'changed', newest: { savedBy: 'dfe-analyst' } },
    });
    const other = await at.service.saveAlertRule.run({
      ...{ reader: analyst, base: { ...base, version: 2 }, rule: written('plan_band') },
    });
    expect(other).toMatchObject({ error: { faults: [{ field: 'condition.kind' }] } });
    const silent = await at.service.switchAlertRule.run({
      ...{ reader: analyst, code: 'return_missing', version: 2, on: true, reason: 'ok' },
    });
    expect(silent).toMatchObject({ error: { refusal: { code: 'WORDS_TOO_SHORT' } } });
  });

  it('is checked against the figures and plans on record', async () => {
    const check = async (): Promise<readonly string[]> => {
      const condition = {
        kind: 'plan-band',
        untilBaseline: [],
        minimumCases: 60,
        confidence: 0.95,
      };
      const answer = await at.service.saveAlertRule.run({
        ...{ reader: analyst, base: null, dryRun: true },
        rule: { ...written('plan_band', { metrics: ['plans_within_20_weeks'] }), condition },
      });
      return answer.ok ? answer.value.warnings.map(({ message }) => message) : [];
    };
    const title = '“New EHC plans issued within 20 weeks (exceptions not counted)”';
    expect(await check()).toEqual([`${title} has no figure yet.`]);
    const officer = await at.reader('council-submitter', 'leeds');
    const body = rows(observationsOf({ n_plans: '40', n_exceptions: '0', n_plans_20wk: '30' }));
    await at.service.receiveSubmission.run(requestBy(officer, { body }));
    expect(await check()).toEqual([`No council has ever had 60 cases of ${title} in a year.`]);
    const earlier = rows(
      observationsOf({ n_plans: '20', n_exceptions: '0', n_plans_20wk: '10' }, '2024-11'),
    );
    await at.service.receiveSubmission.run(requestBy(officer, { body: earlier }));
    expect(await check()).toEqual([]);
  });

  it('is not overwritten when the programme’s files are loaded again', async () => {
    const base = { code: 'getting_worse', version: 1 };
    const saved = await save(written('getting_worse', { severity: 'look' }), base);
    const data = readProgramme({ folder: 'programmes/send-ap', demonstration: true });
    const newer = data.alertRules.map((rule) => ({ ...rule, version: 2 }));
    await at.transactions.run(workerScope('spec'), (sql) =>
      writeProgramme(sql, { ...data, alertRules: newer }),
    );
    const [kept] = await at.service.unitOfWork.run(scopeOf(analyst), ({ alertRules }) =>
      alertRules.ofRule(1, 'getting_worse'),
    );
    expect(kept).toMatchObject({ rule: saved, draft: true });
  });

  it('judges by a rule that was just switched on', async () => {
    const scope = { councils: ['leicester'], partnerships: [], from: null, to: null };
    const condition = { kind: 'return-missing', graceWorkingDays: 0, at: '17:00' } as const;
    const saved = await save(written('return_missing', { title: 'Silence', scope, condition }));
    await queued();
    await switches(saved.code, 1, true);
    await at.service.judgeSeries.run();
    const found = await at.service.readAlerts.list(analyst, {
      ...{ ruleCode: saved.code, councilId: null, metric: null, open: true },
      ...{ after: null, first: 5 },
    });
    expect(found.items.length).toBeGreaterThan(0);
    expect(found.items[0]).toMatchObject({ ruleVersion: 1, state: 'firing' });
  });

  it.each([
    'council-approver',
    'partnership-lead',
    'dfe-policy',
    'evaluator',
    'admin',
    'system',
  ] as const)('lets a %s write nothing, in the service or beneath it', async (role) => {
    const reader = await at.reader(role, role === 'council-approver' ? 'leeds' : undefined);
    const rule = written('plan_band', { title: 'Written by others' });
    expect(await at.service.saveAlertRule.run({ reader, rule, base: null })).toMatchObject({
      error: { refusal: { code: 'NOT_ALLOWED' } },
    });
    const off = { code: 'off_trajectory', version: 1, on: false, reason: REASON };
    expect(await at.service.switchAlertRule.run({ reader, ...off })).toMatchObject({
      error: { refusal: { code: 'NOT_ALLOWED' } },
    });
  });

  it('lets nobody but DfE write a rule beneath the service, either', async () => {
    const reader = await at.reader('council-approver', 'leeds');
    const [version] = await at.service.unitOfWork.run(scopeOf(analyst), ({ alertRules }) =>
      alertRules.ofRule(1, 'bands'),
    );
    if (!version) throw new Error('no version');
    const forged = { ...version, rule: { ...version.rule, version: 99 } };
    await expect(
      at.service.unitOfWork.run(scopeOf(reader), ({ alertRules }) => alertRules.add(1, forged)),
    ).rejects.toThrow('only DfE writes alert rules');
  });

  it('shows a council the rules that are on, and an analyst everything', async () => {
    const council = await at.reader('council-approver', 'leeds');
    const seen = await at.service.readAlertRules.list(council);
    expect(seen.every(({ current, draft }) => current?.rule.enabled && draft === null)).toBe(true);
    expect(await at.service.readAlertRules.one(council, 'bands')).toMatchObject({ draft: null });
    expect(await at.service.readAlertRules.one(council, 'first_rule')).toBeNull();
    const all = await at.service.readAlertRules.list(analyst);
    expect(all.find(({ code }) => code === 'return_missing')).toMatchObject({
      current: { rule: { version: 1 }, savedBy: null },
      draft: { rule: { version: 2 }, savedBy: 'dfe-analyst' },
    });
  });
});
