import { scopeOf, type Reader } from '#domain/access';
import { REJUDGED } from '#domain/judgement';
import { observationsOf, requestBy, rows, type Boxes } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const MONTHS = [
  ['2023-01', '2023-02-09', '42'],
  ['2023-02', '2023-03-09', '41'],
  ['2023-03', '2023-04-12', '43'],
] as const;

describe('a late revision', () => {
  let at: TestService;
  let officer: Reader;
  let lead: Reader;
  const sent: string[] = [];
  beforeEach(async () => {
    at = await testService('2023-01-03T09:00:00Z');
    officer = await at.reader('council-submitter', 'portsmouth');
    lead = await at.reader('council-approver', 'portsmouth');
    sent.length = 0;
    for (const [month, day, plans] of MONTHS) {
      at.clock.set(new Date(`${day}T11:00:00Z`));
      const boxes = { n_plans: plans, n_exceptions: '0', n_plans_20wk: '2' };
      sent.push(await sendApproved({ [month]: boxes }));
    }
  });
  afterEach(() => at.close());

  const look = async (): Promise<void> => {
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
    await at.service.sendNotifications.run();
  };
  const sendApproved = async (months: Readonly<Record<string, Boxes>>): Promise<string> => {
    const reason = { kind: 'RECOUNT', text: 'counted again' };
    const sending = Object.entries(months).flatMap(([month, boxes]) =>
      observationsOf(boxes, month, { reason }),
    );
    const body = rows(sending);
    const answer = await at.service.receiveSubmission.run(requestBy(officer, { body }));
    const submissionId = answer.kind === 'received' ? answer.submission.id : '';
    await at.service.approveSubmission.run({ reader: lead, submissionId });
    await look();
    return submissionId;
  };
  const alert = async () => {
    const { items } = await at.service.readAlerts.list(lead, {
      ruleCode: 'plan_band',
      councilId: null,
      metric: null,
      open: null,
      after: null,
      first: 10,
    });
    const story = await at.service.readAlerts.one(lead, items[0]?.id ?? '');
    if (!story) throw new Error('no alert');
    return { ...story, corrections: await at.service.readAlerts.corrections(lead, story) };
  };
  const agrees = async (): Promise<void> => {
    expect((await at.service.replayAlerts.run({ ruleCode: 'plan_band' })).differences).toEqual([]);
    expect(await at.broken()).toEqual([]);
  };

  it('re-judges the alert that the old figures opened, and its story names the months', async () => {
    expect(await alert()).toMatchObject({ alert: { state: 'firing' }, corrections: [] });
    at.clock.set(new Date('2023-04-20T11:00:00Z'));
    await sendApproved({ '2023-02': { n_plans_20wk: '38' }, '2023-03': { n_plans_20wk: '40' } });
    const { alert: now, steps, corrections } = await alert();
    expect(now).toMatchObject({ state: 'resolved', why: REJUDGED });
    expect(steps.at(-1)?.reason).toBe(REJUDGED);
    expect(corrections).toEqual([
      { period: '2023 February', at: at.clock.now() },
      { period: '2023 March', at: at.clock.now() },
    ]);
    await agrees();
  }, 60_000);

  it('may be a withdrawal: what the figures opened would not have opened without them', async () => {
    at.clock.set(new Date('2023-04-20T11:00:00Z'));
    for (const submissionId of sent.slice(1))
      await at.service.withdrawSubmission.run({
        reader: officer,
        submissionId,
        reason: 'The extract was of another team.',
      });
    await look();
    const { alert: now, corrections } = await alert();
    expect(now).toMatchObject({ state: 'resolved', why: REJUDGED });
    expect(corrections.map(({ period }) => period)).toEqual(['2023 February', '2023 March']);
    const view = await at.service.submissions.byId(scopeOf(lead), sent[1] ?? '');
    expect(view?.status).toBe('withdrawn');
    await agrees();
  }, 60_000);
});
