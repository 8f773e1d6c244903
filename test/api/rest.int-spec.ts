import 'reflect-metadata';
import { dataOf, SUBMIT, type Submitted } from './ask.js';
import { runningApi, type RunningApi } from './running-api.js';
import { countOf, CSV, form, HEADER, manyFigures, ONE_BAD, sendTo } from './send-to.js';

describe('/v1/submissions', () => {
  let api: RunningApi;
  let rutland: string;
  beforeEach(async () => {
    api = await runningApi();
    rutland = await api.bearer('council-submitter', 'rutland');
  });
  afterEach(() => api.close());

  const send = (body: BodyInit, headers?: Record<string, string>, options?: string) =>
    sendTo(api, { authorization: rutland, body, headers, options });
  it('stores, checks and answers a CSV while the sender waits, and says where it is', async () => {
    const answer = await send(ONE_BAD);
    const body = (await answer.json()) as { id: string };
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/v1/submissions/${body.id}`);
    expect(body).toMatchObject({
      status: 'ACCEPTED_IN_PART',
      channel: 'FILE',
      council: { code: 'E06000017', name: 'Rutland' },
      receivedCount: 2,
      acceptedCount: 1,
      knownSeq: '1',
      replayed: false,
      dryRun: false,
      findings: [{ code: 'VALUE_NOT_A_NUMBER', severity: 'BLOCK', row: 3, value: 'six' }],
    });
    const again = await fetch(`${api.url}/v1/submissions/${body.id}`, {
      headers: { authorization: rutland },
    });
    expect([again.status, await again.json()]).toMatchObject([
      200,
      { id: body.id, status: 'ACCEPTED_IN_PART', acceptedCount: 1 },
    ]);
  });

  it('answers a JSON body as GraphQL answers the same input', async () => {
    const input = {
      dryRun: true,
      observations: [
        { metric: 'n_requests', period: { month: '2024-12' }, value: 6 },
        { metric: 'n_decisions', period: { month: '2024-12' }, value: 'six' },
      ],
    };
    const answer = await send(JSON.stringify(input), { 'content-type': 'application/json' });
    const { submitObservations } = await dataOf<Submitted>(api, rutland, SUBMIT, { input });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      ...submitObservations.submission,
      id: null,
      dryRun: true,
      acceptedCount: 1,
    });
    expect(await countOf(api, rutland)).toBe(0);
  });

  it('answers the replay of a key with the first answer, and another body with a refusal', async () => {
    const headers = { 'content-type': 'text/csv', 'idempotency-key': 'december' };
    const first = await send(ONE_BAD, headers);
    const replay = await send(ONE_BAD, headers);
    expect([first.headers.get('idempotency-replayed'), replay.status]).toEqual([null, 200]);
    expect(replay.headers.get('idempotency-replayed')).toBe('true');
    const [one, another] = [await first.json(), await replay.json()];
    expect(another).toEqual({ ...(one as object), replayed: true });
    const other = await send(CSV, headers);
    expect([other.status, await other.json()]).toMatchObject([
      422,
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    ]);
    expect(await countOf(api, rutland)).toBe(1);
  });

  it('stores a large file at once and says where to ask for its result', async () => {
    const rows = manyFigures(1_001).map(
      ({ metric, period, value }) => `857,${period.month},${metric},${value}`,
    );
    const answer = await send([HEADER, ...rows].join('\n'));
    const { id, status } = (await answer.json()) as { id: string; status: string };
    expect([answer.status, status]).toEqual([202, 'RECEIVED']);
    expect(answer.headers.get('location')).toBe(`/v1/submissions/${id}`);
    expect(await api.at.service.checkStoredSubmissions.run()).toBe(1);
  });

  it('takes a form with one file, and how to take it from the fields beside', async () => {
    const dry = await send(form({ dryRun: 'true' }, ['return.csv', CSV]), {});
    expect([dry.status, await dry.json()]).toMatchObject([200, { dryRun: true, id: null }]);
    const atomic = await send(form({ mode: 'atomic' }, ['return.csv', ONE_BAD]), {});
    expect([atomic.status, await atomic.json()]).toMatchObject([422, { code: 'ATOMIC_REFUSED' }]);
    const whole = await send(form({}, ['return.csv', CSV]), {});
    expect(whole.status).toBe(201);
  });

  it('takes figures from those who may send them alone', async () => {
    for (const role of ['dfe-analyst', 'board', 'auditor', 'evaluator'] as const) {
      const answer = await send(CSV, {
        'content-type': 'text/csv',
        authorization: await api.bearer(role),
      });
      expect([role, answer.status]).toEqual([role, 403]);
    }
  });

  it('has nothing for another council, nor for what is no id', async () => {
    const { id } = (await (await send(CSV)).json()) as { id: string };
    const leeds = await api.bearer('council-submitter', 'leeds');
    for (const asked of [id, 'one', '%00', '1; select 1']) {
      const answer = await fetch(`${api.url}/v1/submissions/${asked}`, {
        headers: { authorization: leeds },
      });
      expect([asked, answer.status]).toEqual([asked, 404]);
    }
    expect(api.reported).toEqual([]);
  });
});
