import { workerScope } from '#domain/access';
import {
  changedBetween,
  councilIdOf,
  sendFifteenMonths,
  writtenRows,
} from './service/fifteen-months.js';
import { testService, type TestService } from './service/test-service.js';

describe('what a person decides of limits', () => {
  let at: TestService;
  beforeAll(async () => {
    at = await testService('2023-02-01T09:00:00Z');
    await sendFifteenMonths(at);
    await at.service.judgeSeries.run();
  }, 120_000);
  afterAll(() => at.close());

  it('starts new limits by a person with a reason, and assesses the series again', async () => {
    const councilId = await councilIdOf(at, 'leeds');
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
    const before = await writtenRows(at);
    expect(await refused({})).toBe('done');
    await at.service.judgeSeries.run();
    expect(changedBetween(before, await writtenRows(at))[0]).toBe(
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
    const councilId = await councilIdOf(at, 'bradford');
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
