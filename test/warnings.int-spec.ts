import type { ReceiveAnswer } from '#application/intake';
import type { SubmissionView } from '#application/ports';
import { scopeOf, type Reader } from '#domain/access';
import { observationsOf, requestBy, rows, type Boxes } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const PREVIOUS_MONTHS = Array.from(
  { length: 12 },
  (_, n) => `2023-${String(n + 1).padStart(2, '0')}`,
);

describe('a warning', () => {
  let at: TestService;
  let officer: Reader;
  let lead: Reader;
  beforeEach(async () => {
    at = await testService();
    officer = await at.reader('council-submitter', 'rutland');
    lead = await at.reader('council-approver', 'rutland');
  });
  afterEach(() => at.close());

  const received = (answer: ReceiveAnswer): SubmissionView => {
    if (answer.kind !== 'received') throw new Error(answer.refusal.code);
    return answer.submission;
  };
  const send = async (
    boxes: Boxes,
    month: string,
    more: Parameters<typeof observationsOf>[2] = {},
  ): Promise<SubmissionView> =>
    received(
      await at.service.receiveSubmission.run(
        requestBy(officer, { body: rows(observationsOf(boxes, month, more)) }),
      ),
    );
  const approve = (submissionId: string) =>
    at.service.approveSubmission.run({ reader: lead, submissionId });
  const explain = (submissionId: string, text: string, n = 0) =>
    at.service.explainFinding.run({ reader: officer, submissionId, n, text });
  /** Twelve months of about 42 requests, as one backfill, and then ten times as many. */
  const tenTimes = async (more: Parameters<typeof observationsOf>[2] = {}) => {
    const past = PREVIOUS_MONTHS.flatMap((month, n) =>
      observationsOf({ n_requests: String(41 + (n % 3)) }, month),
    );
    await at.service.receiveSubmission.run(
      requestBy(officer, { source: 'backfill', channel: 'file', body: rows(past) }),
    );
    return send({ n_requests: '420' }, '2024-01', more);
  };

  it('stands in the way of approval until it is explained, and keeps the words with the figure', async () => {
    const sent = await tenTimes();
    expect(sent.findings.map(({ code, explanation }) => [code, explanation])).toEqual([
      ['FACTOR_OF_TEN', null],
    ]);
    expect(sent.acceptedCount).toBe(1);
    expect(await approve(sent.id)).toMatchObject({
      ok: false,
      error: { code: 'WARNINGS_UNEXPLAINED' },
    });

    const done = await explain(sent.id, 'A second team was counted from January.');
    expect(done).toMatchObject({
      ok: true,
      value: {
        findings: [
          { explanation: 'A second team was counted from January.', explainedBy: officer.actor },
        ],
      },
    });
    expect(await explain(sent.id, 'Another reason, given later.')).toMatchObject({
      ok: false,
      error: { code: 'FINDING_NOT_OPEN' },
    });
    expect(await approve(sent.id)).toMatchObject({ ok: true, value: { status: 'approved' } });
  });

  it('is explained at once by words that came with the figure', async () => {
    const sent = await tenTimes({ comment: 'A second team was counted from January.' });
    expect(sent.findings).toMatchObject([
      { code: 'FACTOR_OF_TEN', explanation: 'A second team was counted from January.' },
    ]);
    expect(await approve(sent.id)).toMatchObject({ ok: true });
  });

  it('is settled by a later figure of the same month, with the time it took', async () => {
    const wrong = await tenTimes();
    const reason = { kind: 'ERROR', text: 'a digit too many' };
    const right = await send({ n_requests: '42' }, '2024-01', { reason });
    expect(right.findings).toEqual([]);
    const settled = await at.service.submissions.byId(scopeOf(officer), wrong.id);
    expect(settled?.findings[0]?.closedAt).toEqual(right.receivedAt);
    expect(await approve(right.id)).toMatchObject({ ok: true });
  });

  it('keeps no words that are too short or that may describe a person', async () => {
    const sent = await tenTimes();
    for (const [text, code] of [
      ['right', 'WORDS_TOO_SHORT'],
      ['x'.repeat(1_001), 'WORDS_TOO_LONG'],
      ['UPN A123456789012 was counted twice', 'WORDS_ABOUT_A_PERSON'],
      ['delay is one boy aged 9 at Oak School', 'WORDS_ABOUT_A_PERSON'],
    ] as const) {
      expect(await explain(sent.id, text)).toMatchObject({ ok: false, error: { code } });
    }
    const view = await at.service.submissions.byId(scopeOf(officer), sent.id);
    expect(view?.findings[0]?.explanation).toBeNull();
  });

  it('is not another council’s to explain', async () => {
    const sent = await tenTimes();
    const other = await at.reader('council-submitter', 'leeds');
    const analyst = await at.reader('dfe-analyst');
    for (const [reader, code] of [
      [other, 'NOT_FOUND'],
      [analyst, 'NOT_ALLOWED'],
    ] as const) {
      const words = { submissionId: sent.id, n: 0, text: 'A second team was counted.' };
      expect(await at.service.explainFinding.run({ reader, ...words })).toMatchObject({
        ok: false,
        error: { code },
      });
    }
  });
});
