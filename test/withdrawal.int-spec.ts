import { scopeOf, workerScope, type Reader } from '#domain/access';
import type { SubmissionView } from '#application/ports';
import { observationsOf, requestBy, rows, type Boxes } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const WHY = 'The extract was of another month.';
const REVISED = { reason: { kind: 'RECOUNT', text: 'counted again' } };
const NOVEMBER = {
  timePeriod: '2024',
  timeIdentifier: 'November',
  start: '2024-11-01',
  end: '2024-12-01',
};

describe('a withdrawn submission', () => {
  let at: TestService;
  let officer: Reader;
  let lead: Reader;
  beforeEach(async () => {
    at = await testService('2024-12-10T09:00:00Z');
    officer = await at.reader('council-submitter', 'rutland');
    lead = await at.reader('council-approver', 'rutland');
  });
  afterEach(() => at.close());

  const send = async (
    boxes: Boxes,
    more: Parameters<typeof observationsOf>[2] = {},
    month = '2024-11',
  ): Promise<SubmissionView> => {
    const body = rows(observationsOf(boxes, month, more));
    const answer = await at.service.receiveSubmission.run(requestBy(officer, { body }));
    if (answer.kind !== 'received') throw new Error(answer.refusal.code);
    return answer.submission;
  };
  const approve = (submissionId: string) =>
    at.service.approveSubmission.run({ reader: lead, submissionId });
  const withdraw = (submissionId: string, reader = officer, reason = WHY) =>
    at.service.withdrawSubmission.run({ reader, submissionId, reason });
  const later = (moment: string): Date => {
    at.clock.set(new Date(moment));
    return at.clock.now();
  };
  const figure = async (metric: string, asKnownAt: Date | null = null, reader = officer) => {
    const question = { metric, area: 'Rutland', breakdown: null, from: null, to: null, asKnownAt };
    const series = await at.service.readSeries.run(reader, question);
    return series?.points.map(({ value, standing }) => `${value} ${standing}`).join();
  };
  const status = async (id: string) =>
    (await at.service.submissions.byId(scopeOf(officer), id))?.status;
  const returned = async () => {
    const councilId = officer.councilIds[0] ?? 0;
    const [view] = await at.service.readReturns.run(officer, { period: NOVEMBER, councilId });
    return view?.status;
  };

  it('leaves no figure where there was none before, from then on and not before', async () => {
    const sent = await send({ n_requests: '6' });
    const before = at.clock.now();
    expect(await returned()).toBe('RECEIVED_IN_PART');
    const withdrawnAt = later('2024-12-10T11:00:00Z');
    expect(await withdraw(sent.id)).toMatchObject({
      ok: true,
      value: {
        status: 'withdrawn',
        withdrawal: { by: officer.actor, at: withdrawnAt, reason: WHY },
      },
    });
    expect(await figure('n_requests')).toBe('');
    expect(await returned()).not.toBe('RECEIVED_IN_PART');
    later('2024-12-11T09:00:00Z');
    expect(await figure('n_requests', before)).toBe('6 provisional');
    expect(await figure('n_requests', withdrawnAt)).toBe('');
    const again = await send({ n_requests: '7' });
    expect(again.findings).toEqual([]);
    expect(await figure('n_requests')).toBe('7 provisional');
    const councilId = officer.councilIds[0] ?? 0;
    const cell = { councilId, metric: 'n_requests', period: '2024 November', breakdown: null };
    const history = await at.service.readFigureHistory.run(officer, cell);
    expect(history.map(({ state, value }) => `${state} ${value}`)).toEqual([
      'value 7',
      'withdrawn null',
      'value 6',
    ]);
    expect(await at.broken()).toEqual([]);
  });

  it('brings back what it replaced, as approved as that was, and leaves what came later', async () => {
    const first = await send({ n_requests: '6', n_withdrawn: '1' });
    await approve(first.id);
    const second = await send({ n_requests: '8', n_withdrawn: '2', n_appeals: '3' }, REVISED);
    const third = await send({ n_withdrawn: '4' }, REVISED);
    expect(await status(first.id)).toBe('superseded');
    later('2024-12-10T11:00:00Z');
    await withdraw(second.id, lead);
    expect(await figure('n_requests')).toBe('6 approved');
    expect(await figure('n_withdrawn')).toBe('4 provisional');
    expect(await figure('n_appeals')).toBe('');
    expect(await figure('n_requests', null, await at.reader('evaluator'))).toBe('6 approved');
    expect(await status(first.id)).toBe('approved');
    await withdraw(third.id);
    expect(await figure('n_withdrawn')).toBe('1 approved');
    expect(await at.broken()).toEqual([]);
  });

  it('never brings back what was withdrawn itself', async () => {
    const first = await send({ n_requests: '6' });
    const second = await send({ n_requests: '8', n_appeals: '1' }, REVISED);
    await send({ n_appeals: '2' }, REVISED);
    await withdraw(second.id);
    await withdraw(first.id);
    expect(await figure('n_requests')).toBe('');
    expect(await figure('n_appeals')).toBe('2 provisional');
    const third = await send({ n_requests: '9' });
    await withdraw(third.id);
    expect(await figure('n_requests')).toBe('');
    expect(await at.broken()).toEqual([]);
  });

  it('has its findings closed, and opens again those that its figures had settled', async () => {
    const refused = await send({ n_requests: '6', n_appeals: 'six' });
    const mended = await send({ n_appeals: '6' });
    const view = () => at.service.submissions.byId(scopeOf(officer), refused.id);
    expect((await view())?.findings[0]?.closedAt).toEqual(mended.receivedAt);
    await withdraw(mended.id);
    expect((await view())?.findings[0]?.closedAt).toBeNull();
    await withdraw(refused.id);
    expect((await view())?.findings[0]?.closedAt).not.toBeNull();
  });

  it('needs a reason, one of the council’s own people, figures that stand and a month that is open', async () => {
    const sent = await send({ n_requests: '6' });
    const refusals = [
      [officer, 'no', 'WORDS_TOO_SHORT'],
      [officer, 'UPN A123456789012 was counted twice', 'WORDS_ABOUT_A_PERSON'],
      [await at.reader('council-approver', 'leeds'), WHY, 'NOT_FOUND'],
      [await at.reader('dfe-analyst'), WHY, 'NOT_ALLOWED'],
      [await at.reader('system', 'rutland'), WHY, 'NOT_ALLOWED'],
    ] as const;
    for (const [reader, reason, code] of refusals)
      expect(await withdraw(sent.id, reader, reason)).toMatchObject({ error: { code } });
    later('2025-12-01T09:00:00Z');
    expect(await withdraw(sent.id)).toMatchObject({ error: { code: 'MONTH_CLOSED' } });
    later('2025-11-30T09:00:00Z');
    expect(await withdraw(sent.id)).toMatchObject({ ok: true });
    expect(await withdraw(sent.id)).toMatchObject({ error: { code: 'NOTHING_TO_WITHDRAW' } });
    const audit = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows(`select actor, detail from audit_entry where deed = 'submission withdrawn'`),
    );
    expect(audit).toEqual([{ actor: officer.actor, detail: { restored: 0, removed: 1 } }]);
  });

  it('leaves the return missing again, and live and replay agree on it', async () => {
    const sent = await send({ n_requests: '6' });
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
    const open = async () =>
      (
        await at.service.readAlerts.list(await at.reader('dfe-analyst'), {
          ruleCode: 'return_missing',
          councilId: officer.councilIds[0] ?? 0,
          metric: null,
          open: true,
          after: null,
          first: 100,
        })
      ).items.filter(({ seriesKey }) => seriesKey === 'return 2024 November').length;
    later('2025-01-06T09:00:00Z');
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
    expect(await open()).toBe(0);
    later('2025-01-07T09:00:00Z');
    await withdraw(sent.id);
    await at.service.judgeSeries.run();
    expect(await open()).toBe(1);
    const { differences } = await at.service.replayAlerts.run({ ruleCode: 'return_missing' });
    expect(differences).toEqual([]);
    later('2025-01-08T09:00:00Z');
    await send({ n_requests: '7' });
    await at.service.judgeSeries.run();
    expect(await open()).toBe(0);
  });
});
