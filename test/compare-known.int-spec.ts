import type { Reader } from '#domain/access';
import { observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

describe('a measure as it was known at two moments, on a real PostgreSQL', () => {
  let at: TestService;
  let analyst: Reader;
  let officer: Reader;
  beforeAll(async () => {
    at = await testService('2025-01-06T10:00:00Z');
    analyst = await at.reader('dfe-analyst');
    officer = await at.reader('council-submitter', 'barnet');
    const send = async (boxes: Record<string, string>, more = {}) => {
      const body = rows(observationsOf(boxes, '2024-11', more));
      const answer = await at.service.receiveSubmission.run(requestBy(officer, { body }));
      return answer.kind === 'received' ? (answer.submission.id ?? '') : '';
    };
    const first = await send({ n_requests: '490' });
    at.clock.set(new Date('2025-01-08T10:00:00Z'));
    const lead = await at.reader('council-approver', 'barnet');
    await at.service.approveSubmission.run({ reader: lead, submissionId: first });
    at.clock.set(new Date('2025-01-10T10:00:00Z'));
    await send({ n_requests: '49' }, { reason: { kind: 'ERROR', text: 'a nought too many' } });
    at.clock.set(new Date('2025-01-12T10:00:00Z'));
  });
  afterAll(() => at.close());

  const between = (then: string, later: string, reader = analyst) =>
    at.service.compareKnown.run(reader, {
      ...{ councilId: officer.councilIds[0] ?? 0, metric: 'requests_received' },
      ...{
        then: new Date(`2025-01-${then}T12:00:00Z`),
        later: new Date(`2025-01-${later}T12:00:00Z`),
      },
    });

  it('shows what came, was approved and was corrected, with each deed and its reason', async () => {
    const [change, ...others] = await between('05', '11');
    expect(others).toEqual([]);
    expect(change).toMatchObject({ then: null, later: { value: '49', standing: 'provisional' } });
    expect(change?.deeds.map(({ kind, reason }) => [kind, reason?.text ?? null])).toEqual([
      ['sent', null],
      ['approved', null],
      ['sent', 'a nought too many'],
    ]);
  });

  it('counts an approval as a change, and leaves out what happened outside the two moments', async () => {
    const [approved] = await between('07', '09');
    expect(approved).toMatchObject({
      then: { value: '490', standing: 'provisional' },
      later: { value: '490', standing: 'approved' },
    });
    expect(approved?.deeds.map(({ kind }) => kind)).toEqual(['approved']);
    expect(await between('10', '12')).toEqual([]);
  });

  it('shows another council nothing', async () => {
    const leeds = await at.reader('council-submitter', 'leeds');
    expect(await between('05', '11', leeds)).toEqual([]);
  });
});
