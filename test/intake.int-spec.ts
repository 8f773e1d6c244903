import type { Finding } from '#domain/intake';
import type { ReceiveAnswer } from '#application/intake';
import { csv, observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

/** Rutland's December: 23 numbers, five of them differently bad. */
const GOOD = {
  n_requests: '6',
  n_decisions: '6',
  n_decisions_6wk: '6',
  n_withdrawn: '0',
  n_assessments: '7',
  n_no_plan: '1',
  n_plans: '6',
  n_exceptions: '2',
  n_waiting_20wk_1yr: '3',
  n_waiting_1yr: '0',
  n_reviews: '24',
  n_caseload: '376',
  n_reviews_overdue: '12',
  n_mediation: '0',
  n_appeals: '2',
  n_suspensions_ytd: '9',
  n_exclusions_ytd: '0',
  n_hn_spend_ytd: '5120000',
};
const BAD = {
  n_refused: '<5',
  n_plans_20wk: '5',
  n_plans_1yr: 'six',
  n_reviews_4wk: '17.5',
  n_mediation_appeal: '-1',
};
const RETURN = { ...GOOD, ...BAD };

const said = (
  answer: ReceiveAnswer,
): Pick<Finding, 'code' | 'value' | 'message' | 'fix' | 'metric'>[] => {
  const findings = answer.kind === 'received' ? answer.submission.findings : answer.findings;
  return findings
    .map(({ code, value, message, fix, metric }) => ({ code, value, message, fix, metric }))
    .sort((a, b) => `${a.code}${a.metric}`.localeCompare(`${b.code}${b.metric}`));
};

const accepted = (answer: ReceiveAnswer): number =>
  answer.kind === 'received' ? answer.submission.acceptedCount : -1;

describe('a return through the whole of intake', () => {
  let at: TestService;
  beforeEach(async () => {
    at = await testService();
  });
  afterEach(() => at.close());

  it('says the same of five bad numbers by page, file and API, and takes the others', async () => {
    const reader = await at.reader('council-submitter', 'rutland');
    const file = `council,period,measure,value\n${Object.entries(RETURN)
      .map(([box, value]) => `857,2024-12,${box},${value}`)
      .join('\n')}\n`;
    const send = (more: Parameters<typeof requestBy>[1]) =>
      at.service.receiveSubmission.run(requestBy(reader, { dryRun: true, ...more }));
    const byFile = await send({ channel: 'file', body: csv(file) });
    const byApi = await send({ channel: 'api', body: rows(observationsOf(RETURN)) });
    const byPage = await send({
      channel: 'page',
      body: rows(observationsOf(RETURN, '2024-12', { council: 'E06000017' })),
    });
    expect(said(byFile).map(({ code }) => code)).toEqual(
      [
        'EXCEPTIONS_AND_IN_TIME',
        'NO_DENOMINATOR',
        'VALUE_NEGATIVE',
        'VALUE_NOT_A_NUMBER',
        'VALUE_NOT_WHOLE',
        'VALUE_SUPPRESSED',
      ].filter((code) => said(byFile).some((finding) => finding.code === code)),
    );
    expect(said(byApi)).toEqual(said(byFile));
    expect(said(byPage)).toEqual(said(byFile));
    expect([accepted(byFile), accepted(byApi), accepted(byPage)]).toEqual([16, 16, 16]);
  });

  it('shows the good figures, marked provisional, to DfE as soon as they are answered', async () => {
    const reader = await at.reader('council-submitter', 'rutland');
    await at.service.receiveSubmission.run(
      requestBy(reader, { body: rows(observationsOf(RETURN)) }),
    );
    const analyst = await at.reader('dfe-analyst');
    const series = await at.service.readSeries.run(analyst, {
      metric: 'n_requests',
      area: 'Rutland',
      breakdown: null,
      from: null,
      to: null,
      asKnownAt: null,
    });
    expect(series?.points.map(({ value, standing }) => ({ value, standing }))).toEqual([
      { value: '6', standing: 'provisional' },
    ]);
    const refused = await at.service.readSeries.run(analyst, {
      metric: 'n_refused',
      area: 'Rutland',
      breakdown: null,
      from: null,
      to: null,
      asKnownAt: null,
    });
    expect(refused?.points).toEqual([]);
  });

  it('writes nothing for an atomic send with one blocked figure', async () => {
    const reader = await at.reader('council-submitter', 'rutland');
    const answer = await at.service.receiveSubmission.run(
      requestBy(reader, {
        mode: 'atomic',
        body: rows(observationsOf({ n_requests: '6', n_decisions: 'six' })),
      }),
    );
    expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'ATOMIC_REFUSED' } });
    const series = await at.service.readSeries.run(reader, {
      metric: 'n_requests',
      area: '857',
      breakdown: null,
      from: null,
      to: null,
      asKnownAt: null,
    });
    expect(series?.points).toEqual([]);
  });

  it('changes today’s figure by a revision with a reason, and keeps what was known the day before', async () => {
    const reader = await at.reader('council-submitter', 'rutland');
    const send = (value: string, reason?: { kind: string; text: string }) =>
      at.service.receiveSubmission.run(
        requestBy(reader, {
          body: rows(observationsOf({ n_requests: value }, '2024-12', { reason })),
        }),
      );
    await send('490');
    at.clock.set(new Date('2025-01-17T10:00:00Z'));
    expect(said(await send('49')).map(({ code }) => code)).toEqual(['REVISION_NEEDS_REASON']);
    await send('49', { kind: 'ERROR', text: 'a digit too many' });
    const read = async (asKnownAt: Date | null) => {
      const series = await at.service.readSeries.run(reader, {
        metric: 'n_requests',
        area: '857',
        breakdown: null,
        from: null,
        to: null,
        asKnownAt,
      });
      return series?.points.map((point) => point.value);
    };
    expect(await read(null)).toEqual(['49']);
    expect(await read(new Date('2025-01-16T10:00:00Z'))).toEqual(['490']);
    expect(await read(new Date('2025-01-14T10:00:00Z'))).toEqual([]);
    const { councilIds } = reader;
    const history = await at.service.readFigureHistory.run(reader, {
      councilId: councilIds[0] ?? 0,
      metric: 'n_requests',
      period: '2024 December',
      breakdown: null,
    });
    expect(history.map(({ value, receivedBy, reason }) => ({ value, receivedBy, reason }))).toEqual(
      [
        {
          value: '49',
          receivedBy: 'rutland council-submitter',
          reason: { kind: 'ERROR', text: 'a digit too many' },
        },
        { value: '490', receivedBy: 'rutland council-submitter', reason: null },
      ],
    );
  });

  it('is approved by another person only, and a correction is provisional again', async () => {
    const officer = await at.reader('council-submitter', 'rutland');
    const lead = await at.reader('council-approver', 'rutland');
    const sent = await at.service.receiveSubmission.run(
      requestBy(officer, { body: rows(observationsOf({ n_requests: '6' })) }),
    );
    const submissionId = sent.kind === 'received' ? sent.submission.id : '';
    const own = { ...officer, roles: ['council-submitter', 'council-approver'] as const };
    expect(await at.service.approveSubmission.run({ reader: own, submissionId })).toMatchObject({
      ok: false,
      error: { code: 'CANNOT_APPROVE_OWN' },
    });
    expect(await at.service.approveSubmission.run({ reader: officer, submissionId })).toMatchObject(
      { ok: false, error: { code: 'NOT_ALLOWED' } },
    );
    expect(await at.service.approveSubmission.run({ reader: lead, submissionId })).toMatchObject({
      ok: true,
      value: { status: 'approved', approvedBy: lead.actor },
    });
    expect(await at.service.approveSubmission.run({ reader: lead, submissionId })).toMatchObject({
      ok: false,
      error: { code: 'NOTHING_TO_APPROVE' },
    });
    const standing = async () =>
      (
        await at.service.readSeries.run(lead, {
          metric: 'n_requests',
          area: '857',
          breakdown: null,
          from: null,
          to: null,
          asKnownAt: null,
        })
      )?.points[0]?.standing;
    expect(await standing()).toBe('approved');
    await at.service.receiveSubmission.run(
      requestBy(officer, {
        body: rows(
          observationsOf({ n_requests: '7' }, '2024-12', {
            reason: { kind: 'RECOUNT', text: 'one more found' },
          }),
        ),
      }),
    );
    expect(await standing()).toBe('provisional');
    expect(await at.broken()).toEqual([]);
  });

  it('loses nothing that was stored for later when the wake-up is lost', async () => {
    const importer = {
      actor: 'import',
      roles: [],
      councilIds: [],
      memberIds: [],
      partnership: null,
    };
    const lines = Array.from(
      { length: 1_200 },
      (_, index) =>
        `E0600000${(index % 4) + 1},${1700 + Math.floor(index / 4)},new_ehc_plans,${index}`,
    );
    const text = `council,period,measure,value\n${lines.join('\n')}\n`;
    const body = csv(
      text.replaceAll(
        /,1[78]\d\d,/g,
        (year) => `,${19 + (Number(year.slice(2, 3)) % 2)}${year.slice(3)}`,
      ),
    );
    const answer = await at.service.receiveSubmission.run(
      requestBy(importer, { source: 'published', publishedOn: '2024-06-13', body }),
    );
    expect(answer).toMatchObject({ kind: 'received', pending: true });
    expect(await at.service.checkStoredSubmissions.run()).toBe(1);
    expect(await at.service.checkStoredSubmissions.run()).toBe(0);
    expect(await at.broken()).toEqual([]);
  });
});
