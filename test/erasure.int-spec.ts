import type { ErasureSubject } from '#application/ports';
import { scopeOf, workerScope, type Reader } from '#domain/access';
import { monthOf } from '#domain/periods';
import { csv, observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const WHY = 'A name was typed into a comment.';
const SECRET = 'Amber';

describe('what was written beside figures', () => {
  let at: TestService;
  let officer: Reader;
  beforeEach(async () => {
    at = await testService('2025-01-15T09:00:00Z');
    officer = await at.reader('council-submitter', 'rutland');
  });
  afterEach(() => at.close());

  const received = async (more: Parameters<typeof requestBy>[1]): Promise<string> => {
    const answer = await at.service.receiveSubmission.run(requestBy(officer, more));
    if (answer.kind !== 'received') throw new Error(answer.refusal.code);
    return answer.submission.id;
  };
  const file = (comment: string, value = 'six') =>
    received({
      channel: 'file',
      comment: `${SECRET} counted`,
      body: csv(
        `council,period,measure,value,comment\n857,2024-12,n_requests,6,${comment}\n857,2024-12,n_appeals,${value},\n`,
        `${SECRET}.csv`,
      ),
    });
  const erase = (subject: ErasureSubject, reason = WHY) =>
    at.service.eraseContent.run({ subject, by: 'administrator', reason });
  const view = async (id: string) => {
    const found = await at.service.submissions.byId(scopeOf(officer), id);
    if (!found) throw new Error('no submission');
    return found;
  };
  const everything = async (): Promise<string> => {
    const tables = [
      ...['submission', 'submission_payload', 'finding', 'revision', 'current_figure'],
      ...['acceptance', 'return_answer', 'alert_entry', 'feedback', 'feedback_entry'],
    ];
    return at.transactions.read(workerScope('spec'), async (sql) => {
      const all: unknown[] = [];
      for (const table of [...tables, 'tombstone', 'audit_entry'])
        all.push(
          ...(await sql.rows<{ row: unknown }>(
            table === 'submission_payload'
              ? `select convert_from(bytes, 'UTF8') as row from submission_payload`
              : `select to_json(t) as row from ${table} t`,
          )),
        );
      return JSON.stringify(all);
    });
  };

  it('is erased of a submission, and its receipt, figures and invariants still hold', async () => {
    const id = await file(`${SECRET} was on leave`, SECRET);
    expect(await everything()).toContain(SECRET);
    const before = await view(id);
    const done = await erase({ kind: 'submission', submissionId: id });
    expect(done).toMatchObject({ ok: true, value: { erasedBy: 'administrator', reason: WHY } });
    expect(await everything()).not.toContain(SECRET);
    const after = await view(id);
    expect(after).toMatchObject({
      id,
      status: before.status,
      acceptedCount: before.acceptedCount,
      bodyDigest: before.bodyDigest,
      comment: null,
      fileName: null,
      fileDeletedAt: at.clock.now(),
    });
    expect(after.findings.map(({ code, row, n }) => [code, row, n])).toEqual(
      before.findings.map(({ code, row, n }) => [code, row, n]),
    );
    expect(after.findings.map(({ message }) => message)).toEqual(['This was erased.']);
    expect(await at.broken()).toEqual([]);
    expect(await erase({ kind: 'submission', submissionId: id })).toMatchObject({
      error: { code: 'NOTHING_TO_ERASE' },
    });
    const [tombstone] = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ kind: string; digest: string }>(`select kind, digest from tombstone`),
    );
    expect(tombstone).toMatchObject({ kind: 'submission' });
    expect(tombstone?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is erased at one finding or at one figure alone', async () => {
    const id = await file(`${SECRET} was on leave`, SECRET);
    expect(await erase({ kind: 'finding', submissionId: id, n: 0 })).toMatchObject({ ok: true });
    expect((await view(id)).findings[0]).toMatchObject({
      value: null,
      message: 'This was erased.',
    });
    const councilId = officer.councilIds[0] ?? 0;
    const cell = {
      kind: 'figure',
      councilId,
      metric: 'n_requests',
      period: '2024 December',
    } as const;
    expect(await erase(cell)).toMatchObject({ ok: true });
    const history = await at.service.readFigureHistory.run(officer, { ...cell, breakdown: null });
    expect(history.map(({ value, comment }) => [value, comment])).toEqual([['6', null]]);
    expect(await erase(cell)).toMatchObject({ error: { code: 'NOTHING_TO_ERASE' } });
    expect(await erase({ ...cell, metric: 'n_plans' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await at.broken()).toEqual([]);
  });

  it('is erased of why a submission was withdrawn, and what it withdrew stays withdrawn', async () => {
    const id = await received({ body: rows(observationsOf({ n_requests: '6' })) });
    const withdrawn = await at.service.withdrawSubmission.run({
      reader: officer,
      submissionId: id,
      reason: `${SECRET} sent another month.`,
    });
    expect(withdrawn).toMatchObject({ ok: true });
    expect(await everything()).toContain(SECRET);
    expect(await erase({ kind: 'submission', submissionId: id })).toMatchObject({ ok: true });
    expect(await everything()).not.toContain(SECRET);
    expect((await view(id)).status).toBe('withdrawn');
    expect(await at.broken()).toEqual([]);
    expect(await erase({ kind: 'submission', submissionId: id })).toMatchObject({
      error: { code: 'NOTHING_TO_ERASE' },
    });
  });

  it('is erased of an answer, which still counts as one', async () => {
    const councilId = officer.councilIds[0] ?? 0;
    const period = monthOf(2024, 12);
    const answered = await at.service.answerReturn.run({
      reader: officer,
      councilId,
      period,
      kind: 'not-available',
      text: `${SECRET} is on leave`,
      expectedOn: '2025-01-20',
    });
    expect(answered).toMatchObject({ ok: true });
    const answer = { kind: 'answer', councilId, period: '2024 December' } as const;
    expect(await everything()).toContain(SECRET);
    expect(await erase(answer)).toMatchObject({
      ok: true,
      value: { kind: 'answer', submissionId: null },
    });
    expect(await everything()).not.toContain(SECRET);
    const [owed] = await at.service.readReturns.run(officer, { period, councilId });
    expect(owed).toMatchObject({ status: 'NOT_AVAILABLE', answer: { text: 'This was erased.' } });
    expect(await erase(answer)).toMatchObject({ error: { code: 'NOTHING_TO_ERASE' } });
    const never = { ...answer, period: '2024 November' };
    expect(await erase(never)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await at.broken()).toEqual([]);
  });

  it('is erased of what people said about alerts and in feedback, and what they did still stands', async () => {
    const councilId = officer.councilIds[0] ?? 0;
    const said = { councilId, about: 'service', code: null, words: `${SECRET} did it.` } as const;
    const given = await at.service.feedback.give(officer, said);
    const analyst = await at.reader('dfe-analyst');
    const feedbackId = given.ok ? given.value.id : '';
    const answer = { answer: `${SECRET} did not do it.`, owner: 'Service team' };
    expect(await at.service.feedback.answer(analyst, feedbackId, answer)).toMatchObject({
      ok: true,
    });
    at.clock.set(new Date('2025-01-20T18:00:00Z'));
    await at.service.sweepSchedules.run();
    await at.service.judgeSeries.run();
    const question = { councilId, ruleCode: 'return_missing', metric: null, open: true };
    const { items } = await at.service.readAlerts.list(officer, {
      ...question,
      after: null,
      first: 1,
    });
    const alertId = items[0]?.id ?? '';
    const deeds = [{ kind: 'comment', words: `${SECRET} is on leave.` }] as const;
    expect(await at.service.followUpAlert.run({ reader: officer, alertId, deeds })).toMatchObject({
      ok: true,
    });
    const entry = (of: 'alert' | 'feedback', id: string, n: number) =>
      erase({ kind: 'entry', of, id, n });
    expect(await entry('feedback', feedbackId, 0)).toMatchObject({ ok: true });
    for (const n of [1, 2]) await entry('feedback', feedbackId, n);
    expect(await everything()).toContain(SECRET);
    expect(await entry('alert', alertId, 1)).toMatchObject({ ok: true, value: { councilId } });
    expect(await everything()).not.toContain(SECRET);
    const story = await at.service.readAlerts.one(officer, alertId);
    expect(story?.entries).toMatchObject([
      { by: officer.actor, deed: { kind: 'comment', words: 'This was erased.' } },
    ]);
    expect(await entry('alert', alertId, 1)).toMatchObject({ error: { code: 'NOTHING_TO_ERASE' } });
    for (const n of [0, 2])
      expect(await entry('alert', alertId, n)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await at.broken()).toEqual([]);
  }, 60_000);

  it('is erased with a reason that names nobody', async () => {
    const id = await file('right');
    for (const reason of ['no', 'UPN A123456789012 was in it'])
      expect(await erase({ kind: 'submission', submissionId: id }, reason)).toMatchObject({
        ok: false,
      });
    expect((await view(id)).fileDeletedAt).toBeNull();
  });

  it('is deleted when it has been kept as long as retention says, and its receipt says so', async () => {
    const accepted = await file('right');
    const refused = await received({ body: rows(observationsOf({ n_plans: 'six' })) });
    const kept = async () =>
      (await Promise.all([accepted, refused].map(view))).map(({ fileDeletedAt }) => !fileDeletedAt);
    const sweepAt = async (moment: string) => {
      at.clock.set(new Date(moment));
      await at.service.sweepSchedules.run();
      return kept();
    };
    expect(await sweepAt('2025-04-15T08:00:00Z')).toEqual([true, true]);
    expect(await sweepAt('2025-04-16T09:00:00Z')).toEqual([true, false]);
    expect(await sweepAt('2027-01-31T09:00:00Z')).toEqual([true, false]);
    expect(await sweepAt('2027-02-01T09:00:01Z')).toEqual([false, false]);
    expect(await view(accepted)).toMatchObject({ status: 'accepted-in-part', acceptedCount: 1 });
    expect(await at.broken()).toEqual([]);
  }, 60_000);
});
