import { workerScope } from '#domain/access';
import { csv, requestBy } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

describe('the personal-data guard', () => {
  let at: TestService;
  beforeEach(async () => {
    at = await testService();
  });
  afterEach(() => at.close());

  it('keeps nothing of a file with a pupil number but its digest, the place and the rule', async () => {
    const reader = await at.reader('council-submitter', 'rutland');
    const planted = 'A801200001001';
    const answer = await at.service.receiveSubmission.run(
      requestBy(reader, {
        channel: 'file',
        comment: `about ${planted}`,
        body: csv(
          `council,period,measure,value,comment\n857,2024-12,n_requests,6,see ${planted}\n`,
          `${planted}.csv`,
        ),
      }),
    );
    expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'FILE_REFUSED' } });
    expect(JSON.stringify(answer)).not.toContain(planted);
    const found = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ text: string }>(
        `select s::text as text from submission s union all select f::text from finding f union all select encode(bytes, 'escape') from submission_payload`,
      ),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ text }) => text.includes(planted))).toEqual([]);
  });
});
