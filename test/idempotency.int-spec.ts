import { workerScope } from '#domain/access';
import { observationsOf, requestBy, rows } from './service/send.js';
import { testService, type TestService } from './service/test-service.js';

const BOXES = {
  n_requests: '6',
  n_decisions: '6',
  n_decisions_6wk: '6',
  n_plans: '6',
  n_exceptions: '2',
};

describe('an idempotency key', () => {
  let at: TestService;
  beforeEach(async () => {
    at = await testService();
  });
  afterEach(() => at.close());

  it('has one effect and one answer for a hundred concurrent sends of one key', async () => {
    const reader = await at.reader('council-submitter', 'rutland');
    const request = requestBy(reader, {
      idempotencyKey: 'december',
      body: rows(observationsOf(BOXES)),
    });
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => at.service.receiveSubmission.run(request)),
    );
    const ids = new Set(
      answers.map((answer) => (answer.kind === 'received' ? answer.submission.id : 'refused')),
    );
    expect(ids.size).toBe(1);
    const shapes = answers.map((answer) =>
      answer.kind === 'received' ? { ...answer.submission, receivedAt: '', periods: [] } : answer,
    );
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
    expect(answers.filter((answer) => answer.kind === 'received' && !answer.replayed)).toHaveLength(
      1,
    );
    const listed = await at.service.submissions.list(workerScope('spec'), {
      programmeId: 1,
      councilId: null,
      after: null,
      first: 10,
    });
    expect(listed.items).toHaveLength(1);
    expect(await at.broken()).toEqual([]);
  });

  it('refuses a key that comes with another body, and keeps the first answer', async () => {
    const reader = await at.reader('council-submitter', 'rutland');
    const send = (value: string) =>
      at.service.receiveSubmission.run(
        requestBy(reader, {
          idempotencyKey: 'k',
          body: rows(observationsOf({ n_requests: value })),
        }),
      );
    await send('6');
    expect(await send('7')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(await send('6')).toMatchObject({
      kind: 'received',
      replayed: true,
      submission: { acceptedCount: 1 },
    });
  });
});
