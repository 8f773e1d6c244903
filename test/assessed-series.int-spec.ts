import type { AssessedSeries } from '#application/assessments';
import type { Reader } from '#domain/access';
import { monthPeriod, type Period } from '#domain/periods';
import { councilIdOf, sendFifteenMonths, sendFor } from './service/fifteen-months.js';
import { testService, type TestService } from './service/test-service.js';

const MEASURE = 'plans_within_20_weeks';
const CODES = ['requests_received', MEASURE];
const BOXES = { n_requests: '33', n_plans: '42', n_exceptions: '2', n_plans_20wk: '20' };

const monthOf = (text: string): Period => {
  const period = monthPeriod(text);
  if (!period) throw new Error(text);
  return period;
};

/** The months of a series' last points, and what stands in them. */
const ends = ({ points }: AssessedSeries): readonly string[] =>
  points.slice(-2).map(({ period, state }) => `${period.start} ${state}`);

const groupsOf = ({ assessment: { chart } }: AssessedSeries): number =>
  chart.kind === 'none' ? 0 : new Set(chart.points.map(({ group }) => group)).size;

describe('series with their assessments', () => {
  let at: TestService;
  let leeds: number;
  let officer: Reader;
  let analyst: Reader;
  beforeAll(async () => {
    at = await testService('2023-02-01T09:00:00Z');
    leeds = await councilIdOf(at, 'leeds');
    officer = await at.reader('council-submitter', 'leeds');
    analyst = await at.reader('dfe-analyst');
    await sendFifteenMonths(at);
    const confirmed = await at.service.limits.confirmBaseline({
      ...{ reader: analyst, councilId: leeds, metric: MEASURE, from: '2023-01-01', points: 13 },
      ...{ reason: 'before the new template', evidence: 'the plan of the programme' },
    });
    expect(confirmed).toMatchObject({ ok: true });
    await work();
  }, 120_000);
  afterAll(async () => {
    expect(await at.broken()).toEqual([]);
    await at.close();
  });

  async function work(): Promise<void> {
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
  }

  async function extend(month: string, until: string): Promise<void> {
    const period = monthOf(month);
    const asked = await at.service.permissions.ask({
      ...{ reader: officer, councilId: leeds, kind: 'extension', period, until },
      reason: 'The case system is being replaced.',
    });
    const answered = await at.service.permissions.answer({
      ...{ reader: analyst, permissionId: asked.ok ? asked.value.id : '', until },
      text: 'Granted, because of the new system.',
    });
    expect(answered).toMatchObject({ ok: true });
  }

  const shown = (asKnownAt: Date | null, reader = officer) =>
    at.service.readAssessedSeries.ofCouncil(reader, {
      ...{ councilId: leeds, metrics: CODES, asKnownAt },
    });
  const measure = async (asKnownAt: Date | null): Promise<AssessedSeries> => {
    const found = (await shown(asKnownAt)).find(({ series }) => series.metric.code === MEASURE);
    if (!found) throw new Error('no series');
    return found;
  };
  const stored = async (code = MEASURE) =>
    (await at.service.readAssessments.ofCouncil(officer, leeds)).series.get(code);

  /** What is shown before the worker has looked, and what it then keeps: the newest figure is in both. */
  async function shownAndKept() {
    const before = (await measure(null)).assessment;
    await work();
    return { before, kept: (await stored())?.result };
  }

  it('say the same as the row that is kept where a council was given more time', async () => {
    at.clock.set(new Date('2024-05-10T09:00:00Z'));
    await extend('2024-04', '2024-06-11');
    at.clock.set(new Date('2024-06-10T09:00:00Z'));
    await extend('2024-05', '2024-07-10');
    at.clock.set(new Date('2024-07-04T09:00:00Z'));
    await work();
    await sendFor(at, 'leeds', { month: '2024-04', sent: BOXES });
    const { before, kept } = await shownAndKept();
    expect(before).toEqual(kept);
    // April came 50 days after its first due day, in good time by the second; May is not missing yet.
    expect(kept?.offTrack?.blocked).toBeNull();
    expect(ends(await measure(null))).toEqual(['2024-03-01 value', '2024-04-01 value']);
    const asked = at.clock.now();
    at.clock.set(new Date('2024-07-04T09:05:00Z'));
    for (const { series, assessment } of await shown(asked))
      expect(assessment).toEqual((await stored(series.metric.code))?.result);
  });

  it('are as known on an earlier day with what had been granted by then', async () => {
    expect(ends(await measure(new Date('2024-06-12T09:00:00Z')))[1]).toBe('2024-03-01 value');
    expect(ends(await measure(new Date('2024-06-20T09:00:00Z')))[1]).toBe('2024-04-01 missing');
  });

  it('are as known on an earlier day with what had been decided by then', async () => {
    const confirmed = (one: AssessedSeries) =>
      one.assessment.offTrack?.baseline?.proposed === false;
    expect(confirmed(await measure(new Date('2024-04-04T09:00:00Z')))).toBe(false);
    const before = at.clock.now();
    at.clock.set(new Date('2024-07-04T10:00:00Z'));
    const decided = await at.service.limits.rebase({
      ...{ reader: analyst, councilId: leeds, metric: MEASURE, from: '2023-10-01' },
      ...{ ground: 'process-changed', reason: 'the panel meets every week now' },
      evidence: 'the minutes of the September board',
    });
    expect(decided).toMatchObject({ ok: true });
    await work();
    at.clock.set(new Date('2024-07-04T11:00:00Z'));
    const past = await measure(before);
    expect([groupsOf(past), confirmed(past)]).toEqual([1, true]);
    const after = await measure(new Date('2024-07-04T10:30:00Z'));
    expect(groupsOf(after)).toBe(2);
    expect(after.assessment).toEqual((await measure(null)).assessment);
  });

  it('know a correction and a withdrawal before the worker has looked at them', async () => {
    const reason = 'counted twice before';
    const submissionId = await sendFor(at, 'leeds', {
      ...{ month: '2024-04', sent: { ...BOXES, n_plans_20wk: '40' }, reason },
    });
    const corrected = await shownAndKept();
    expect(corrected.before).toEqual(corrected.kept);
    const withdrawn = await at.service.withdrawSubmission.run({
      ...{ reader: officer, submissionId, reason: 'it was another month' },
    });
    expect(withdrawn).toMatchObject({ ok: true });
    const { before, kept } = await shownAndKept();
    expect(before).not.toEqual(corrected.kept);
    expect(before).toEqual(kept);
  });

  it('name the balancing measures that moved beside an improvement, now and then', async () => {
    const sent = { ...BOXES, n_exceptions: '20', n_plans_20wk: '22' };
    await sendFor(at, 'portsmouth', { month: '2024-05', sent });
    await work();
    const councilId = await councilIdOf(at, 'portsmouth');
    const improvementAt = async (asKnownAt: Date | null) => {
      const of = { councilId, metrics: [MEASURE], asKnownAt };
      return (await at.service.readAssessedSeries.ofCouncil(analyst, of))[0]?.improvement;
    };
    const improvement = await improvementAt(null);
    expect(improvement).toEqual({
      label: 'improved, with side-effects to check',
      moved: ['plans_exceptions'],
    });
    const then = at.clock.now();
    at.clock.set(new Date('2024-07-04T12:00:00Z'));
    expect(await improvementAt(then)).toEqual(improvement);
    for (const asKnownAt of [null, then]) {
      const of = { metric: MEASURE, inProgramme: true, asKnownAt };
      const all = await at.service.readAssessedSeries.ofMetric(analyst, of);
      const improved = all?.series.filter((one) => one.improvement !== null) ?? [];
      expect(improved.map(({ series }) => series.area.name)).toEqual(['Portsmouth']);
      expect(improved[0]?.improvement).toEqual(improvement);
    }
  });

  it('are withheld from a reader who sees the figures behind them in part', async () => {
    const submissionId = await sendFor(at, 'bradford', { month: '2024-05', sent: BOXES });
    const approver = await at.reader('council-approver', 'bradford');
    const approved = await at.service.approveSubmission.run({ reader: approver, submissionId });
    expect(approved).toMatchObject({ ok: true });
    await work();
    const bradford = await councilIdOf(at, 'bradford');
    const of = { councilId: bradford, metrics: [MEASURE], asKnownAt: null };
    const [seen] = await at.service.readAssessedSeries.ofCouncil(await at.reader('evaluator'), of);
    expect(seen?.series.points).toHaveLength(1);
    expect(seen).toMatchObject({ isWithheld: true, improvement: null });
    expect(seen?.assessment.chart.kind).toBe('none');
    expect(await at.service.readAssessedSeries.ofCouncil(officer, of)).toEqual([]);
  });
});
