import type { Reader } from '#domain/access';
import { observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

describe('what has changed since a person looked last, on a real PostgreSQL', () => {
  let at: TestService;
  let analyst: Reader;
  let officer: Reader;
  let lead: Reader;
  beforeEach(async () => {
    at = await testService('2025-01-06T10:00:00Z');
    [analyst, officer, lead] = await Promise.all([
      at.reader('dfe-analyst'),
      at.reader('council-submitter', 'barnet'),
      at.reader('council-approver', 'barnet'),
    ]);
  });
  afterEach(() => at.close());

  const passTo = (moment: string): void => at.clock.set(new Date(moment));
  const look = (reader = analyst, isLook = true) => at.service.readNews.run(reader, { isLook });
  const send = async (boxes: Record<string, string>, more = {}) => {
    const body = rows(observationsOf(boxes, '2024-12', more));
    const answer = await at.service.receiveSubmission.run(requestBy(officer, { body }));
    return answer.kind === 'received' ? (answer.submission.id ?? '') : '';
  };
  const figuresOf = async (reader = analyst) =>
    (await look(reader)).figures.map(({ kind, periods, corrected }) => [kind, periods, corrected]);

  it('shows a first visitor the last week, and each later one what came since, however often they reload', async () => {
    await send({ n_requests: '41' });
    passTo('2025-01-15T09:00:00Z');
    expect(await look()).toMatchObject({ lookedAt: null, figures: [] });
    passTo('2025-01-15T10:00:00Z');
    const id = await send({ n_decisions: '6' });
    passTo('2025-01-15T10:01:00Z');
    const kinds = async () => (await look()).figures.map(({ submissionId }) => submissionId);
    const news = await look();
    expect(news.lookedAt).toEqual(new Date('2025-01-15T09:00:00Z'));
    for (const minute of ['02', '12', '30', '59']) {
      passTo(`2025-01-15T10:${minute}:00Z`);
      expect(await kinds()).toEqual([id]);
    }
    passTo('2025-01-15T11:40:00Z');
    expect(await look()).toMatchObject({
      lookedAt: new Date('2025-01-15T10:59:00Z'),
      figures: [],
    });
  });

  it('takes a page that reads itself again for no look', async () => {
    await look();
    passTo('2025-01-06T12:00:00Z');
    await send({ n_requests: '41' });
    passTo('2025-01-06T12:01:00Z');
    expect((await look(analyst, false)).lookedAt).toBeNull();
    expect((await look()).lookedAt).toEqual(new Date('2025-01-06T10:00:00Z'));
  });

  it('keeps what each person has seen apart', async () => {
    await look();
    passTo('2025-01-07T10:00:00Z');
    expect((await look({ ...analyst, actor: 'another analyst' })).lookedAt).toBeNull();
    expect((await look()).lookedAt).toEqual(new Date('2025-01-06T10:00:00Z'));
  });

  it('tells what came from what was corrected, approved, answered and taken back', async () => {
    const first = await send({ n_requests: '41', n_decisions: '6' });
    passTo('2025-01-06T11:00:00Z');
    await at.service.approveSubmission.run({ reader: lead, submissionId: first });
    passTo('2025-01-06T12:00:00Z');
    const reason = { kind: 'ERROR', text: 'a typing error' } as const;
    const second = await send({ n_requests: '42' }, { reason });
    passTo('2025-01-06T13:00:00Z');
    await at.service.withdrawSubmission.run({
      ...{ reader: officer, submissionId: second },
      reason: 'sent by mistake, sorry',
    });
    const december = ['2024 December'];
    expect(await figuresOf()).toEqual([
      ['withdrawal', december, 1],
      ['corrected', december, 1],
      ['approval', december, 0],
      ['received', december, 0],
    ]);
    const { totals } = await look();
    expect([totals.received, totals.corrected, totals.answer]).toEqual([1, 1, 0]);
  });

  it('shows whoever sees approved figures alone nothing of the others', async () => {
    await send({ n_requests: '41' });
    passTo('2025-01-06T11:00:00Z');
    expect(await figuresOf(await at.reader('evaluator'))).toEqual([]);
  });

  it('lists the newest five of a kind and counts the others', async () => {
    for (let n = 1; n <= 7; n += 1) {
      passTo(`2025-01-06T10:0${n}:00Z`);
      await at.service.feedback.give(officer, {
        councilId: officer.councilIds[0] ?? 0,
        ...{ about: 'service', code: null, words: `The help page number ${n} could be shorter.` },
      });
    }
    const { said, totals } = await look();
    expect([said.length, totals.feedback]).toEqual([5, 7]);
    expect(said[0]?.at).toEqual(new Date('2025-01-06T10:07:00Z'));
  });

  it('tells of alerts when they fired and when they cleared', async () => {
    passTo('2025-01-20T09:00:00Z');
    await look();
    passTo('2025-01-22T09:00:00Z');
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
    const fired = await look();
    expect(fired.totals.opened).toBeGreaterThan(5);
    expect(fired.opened).toHaveLength(5);
    passTo('2025-01-22T09:00:30Z');
    await send({ n_requests: '41' });
    passTo('2025-01-22T09:01:00Z');
    await at.service.judgeSeries.run();
    expect((await look()).cleared).toMatchObject([{ councilId: officer.councilIds[0] }]);
  });
});
