import type { Reader } from '#domain/access';
import type { ColumnMeaning } from '#domain/intake';
import { csv, requestBy } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const FILE =
  'Gebiet,wann,was,wieviel,intern\nRutland,2024-12,n_requests,6,x\nRutland,2024-12,n_plans,4,y\n';
const MEANINGS: readonly (readonly [string, ColumnMeaning])[] = [
  ['Gebiet', 'council'],
  ['wann', 'period'],
  ['was', 'measure'],
  ['wieviel', 'value'],
  ['intern', 'ignored'],
];

describe('a file whose columns nobody knows', () => {
  let at: TestService;
  let officer: Reader;
  beforeEach(async () => {
    at = await testService();
    officer = await at.reader('council-submitter', 'rutland');
  });
  afterEach(() => at.close());

  const send = (text = FILE, reader = officer) =>
    at.service.receiveSubmission.run(requestBy(reader, { channel: 'file', body: csv(text) }));
  const refusedId = async (text = FILE): Promise<string> => {
    const answer = await send(text);
    if (answer.kind !== 'refused' || answer.submissionId === null) throw new Error(answer.kind);
    expect(answer.findings.map(({ code }) => code)).toContain('COLUMN_MISSING');
    return answer.submissionId;
  };

  it('is explained once, received again as it came, and understood the next time', async () => {
    const submissionId = await refusedId();
    const read = await at.service.explainColumns.read({ reader: officer, submissionId });
    expect(read.ok && read.value.map(({ column, proposed }) => [column, proposed])).toEqual([
      ['Gebiet', 'council'],
      ['wann', 'period'],
      ['was', 'measure'],
      ['wieviel', 'value'],
      ['intern', null],
    ]);
    const said = { reader: officer, submissionId, meanings: new Map(MEANINGS) };
    const done = await at.service.explainColumns.run(said);
    expect(done).toMatchObject({
      ok: true,
      value: { kind: 'received', replayed: false, submission: { acceptedCount: 2, findings: [] } },
    });
    expect(await at.service.explainColumns.run(said)).toMatchObject({
      ok: true,
      value: { kind: 'received', replayed: true },
    });

    const next = await send(FILE.replaceAll('2024-12', '2024-11'));
    expect(next).toMatchObject({
      kind: 'received',
      submission: { acceptedCount: 2, findings: [] },
    });
    expect(await at.broken()).toEqual([]);
  });

  it('is nobody else’s to look at or to explain, and what one council said is not said for another', async () => {
    const submissionId = await refusedId();
    for (const reader of [
      await at.reader('council-submitter', 'leeds'),
      await at.reader('dfe-analyst'),
      await at.reader('partnership-lead', 'rutland'),
      await at.reader('board'),
    ]) {
      const of = { reader, submissionId };
      expect(await at.service.explainColumns.read(of)).toMatchObject({ ok: false });
      const meanings = new Map(MEANINGS);
      expect(await at.service.explainColumns.run({ ...of, meanings })).toMatchObject({ ok: false });
    }
    await at.service.explainColumns.run({
      reader: officer,
      submissionId,
      meanings: new Map(MEANINGS),
    });
    const leeds = await at.reader('council-submitter', 'leeds');
    expect(await send(FILE.replaceAll('Rutland', 'Leeds'), leeds)).toMatchObject({
      kind: 'refused',
    });
  });

  it('keeps a file that has been taken as it is', async () => {
    const answer = await send('council,period,measure,value\n857,2024-12,n_requests,6\n');
    const submissionId = answer.kind === 'received' ? answer.submission.id : '';
    expect(await at.service.explainColumns.read({ reader: officer, submissionId })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});
