import { workerScope, type Reader } from '#domain/access';
import { observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const LONDON = 'london';

describe('figures of a partnership, added up when they are read, on a real PostgreSQL', () => {
  let at: TestService;
  let councils: readonly string[];
  beforeAll(async () => {
    at = await testService('2025-01-14T10:00:00Z');
    const { register } = await at.service.programme.current();
    const members = register.partnerships.find(({ code }) => code === LONDON)?.members ?? [];
    councils = members.flatMap(
      ({ councilId }) => register.councils.find(({ id }) => id === councilId)?.key ?? [],
    );
    for (const council of councils) {
      const first = await send(council, '2024-11', '100');
      const reader = await at.reader('council-approver', council);
      await at.service.approveSubmission.run({ reader, submissionId: first });
      if (council !== councils[0]) await send(council, '2024-12', '50');
    }
  });
  afterAll(() => at.close());

  const send = async (council: string, month: string, requests: string): Promise<string> => {
    const officer = await at.reader('council-submitter', council);
    const body = rows(observationsOf({ n_requests: requests, n_decisions: requests }, month));
    const answer = await at.service.receiveSubmission.run(requestBy(officer, { body }));
    return answer.kind === 'received' ? (answer.submission.id ?? '') : '';
  };
  const requestsSeenBy = async (reader: Reader) => {
    const all = await at.service.readAssessedArea.run(reader, LONDON);
    return all?.find(({ series }) => series.metric.code === 'requests_received') ?? null;
  };

  it('are whole sums with their coverage; a month without a council has none', async () => {
    const found = await requestsSeenBy(await at.reader('dfe-analyst'));
    expect(
      found?.series.points.map(({ period, value, coverage }) => [period.start, value, coverage]),
    ).toEqual([['2024-11-01', String(100 * councils.length), { reported: 4, expected: 4 }]]);
    expect(found?.points.at(-1)).toMatchObject({
      state: 'missing',
      period: { start: '2024-12-01' },
    });
  });

  it('are worked out from approved figures alone for whoever sees no others', async () => {
    const found = await requestsSeenBy(await at.reader('evaluator'));
    expect(found?.points.map(({ period }) => period.start)).toEqual(['2024-11-01']);
  });

  it.each(['partnership-lead', 'council-approver', 'board', 'auditor'] as const)(
    'are shown to no %s',
    async (role) => {
      const council = ['board', 'auditor'].includes(role) ? undefined : councils[0];
      expect(
        await at.service.readAssessedArea.run(await at.reader(role, council), LONDON),
      ).toBeNull();
    },
  );

  it('are recorded when they are read before their publication', async () => {
    const rowsOf = () =>
      at.transactions.read(workerScope('spec'), (sql) =>
        sql.rows(`select from audit_entry where deed = 'pre-publication figures read'`),
      );
    const before = (await rowsOf()).length;
    await requestsSeenBy(await at.reader('dfe-analyst'));
    expect((await rowsOf()).length).toBe(before + 1);
  });
});
