import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Service } from '#composition';
import { refusal } from '#domain';
import type { Scope } from '#domain/access';
import { aReader, fakeService, SUBMISSION_ID } from '#testing/web';
import { createApiApp } from './api-app.js';

const AWAY = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const BUG = new Error('a secret detail');

/** A service in memory whose parts a spec can break, and which counts what is read. */
function breakable() {
  const fake = fakeService();
  const read: string[] = [];
  return {
    ...fake,
    read,
    tokens: (): string => 'dfe-analyst',
    bearers: {
      bearerOf: () =>
        Promise.resolve().then(() => ({ kind: 'reader', reader: aReader(service.tokens()) })),
    },
    ready: () => Promise.resolve(true),
    submissions: {
      byId: (scope: Scope, id: string) => {
        read.push(id);
        return fake.submissions.byId(scope, SUBMISSION_ID);
      },
    },
    readFigureRevisions: { run: () => Promise.resolve([]) },
  };
}
let service = breakable();
let app: NestFastifyApplication;
let url: string;
let reported: unknown[] = [];

beforeEach(async () => {
  service = breakable();
  reported = [];
  app = await createApiApp(service as unknown as Service, {
    report: (error) => void reported.push(error),
    newReference: () => 'ref-1',
  });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterEach(() => app.close());

const authorization = 'Bearer cpm_somebody';
const send = () =>
  fetch(`${url}/v1/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', authorization },
    body: 'council,period,measure,value',
  });
const ask = (query: string) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query }),
  });
const fails = (error: Error) => (): Promise<never> => Promise.reject(error);

describe('a database that is away', () => {
  it('is a 503 that says when to come back, for a file', async () => {
    service.state.failure = AWAY;
    const answer = await send();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await answer.json()).toMatchObject({ code: 'DATABASE_AWAY', findings: [] });
    expect(reported).toEqual([]);
  });

  it('is one before anybody is known, too, by REST and by GraphQL', async () => {
    service.tokens = () => {
      throw AWAY;
    };
    for (const answer of [await send(), await ask('{ programme { name } }')]) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
      expect(await answer.text()).toContain('"code":"DATABASE_AWAY"');
    }
    expect(reported).toEqual([]);
  });

  it('is an error with its own code in the middle of a query', async () => {
    service.readSeriesByMetric.run = fails(AWAY);
    const answer = await ask('{ seriesByMetric(metric: "n_requests") { breakdown } }');
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'DATABASE_AWAY' }, path: ['seriesByMetric'] }],
    });
    expect(reported).toEqual([]);
  });

  it('is the reason why the service is not ready, though it lives', async () => {
    service.ready = fails(AWAY);
    const answer = await fetch(`${url}/health/ready`);
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { status: 'not ready', reason: 'the database does not answer' },
    ]);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });
});

describe('a bug', () => {
  it('is a reference, and nothing of the failure, by REST', async () => {
    service.state.failure = BUG;
    const answer = await send();
    const text = await answer.text();
    expect([answer.status, text.includes('ref-1'), text.includes('secret')]).toEqual([
      500,
      true,
      false,
    ]);
    expect(reported).toEqual([BUG]);
  });

  it('is a trace id, and nothing of the failure, by GraphQL', async () => {
    service.readSeriesByMetric.run = fails(BUG);
    const text = await (await ask('{ seriesByMetric(metric: "n_requests") { breakdown } }')).text();
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: 'ref-1' } }],
    });
    expect(text).not.toContain('secret');
    expect(text).not.toContain('.ts');
    expect(reported).toEqual([BUG]);
  });

  it('is one even before anybody is known', async () => {
    service.tokens = () => {
      throw BUG;
    };
    for (const answer of [await send(), await ask('{ programme { name } }')])
      expect(await answer.text()).not.toContain('secret');
    expect(reported).toEqual([BUG, BUG]);
  });
});

describe('a key whose first send is still in work', () => {
  it('is a 409 that says when to send again', async () => {
    service.state.answer = {
      kind: 'refused',
      refusal: refusal('IDEMPOTENCY_KEY_IN_FLIGHT'),
      findings: [],
      submissionId: null,
    };
    const answer = await send();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([409, '2']);
    expect(await answer.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_FLIGHT', status: 409 });
  });
});

describe('a query that looks behind points', () => {
  const behind = (fields: string): string =>
    `seriesByMetric(metric: "n_requests", inProgramme: true) { points { ${fields} } }`;

  it('reads each submission once, however many points came with it', async () => {
    const answer = await ask(`{ ${behind('submission { id }')} }`);
    const { data } = (await answer.json()) as { data: { seriesByMetric: { points: object[] }[] } };
    expect(data.seriesByMetric.flatMap(({ points }) => points).length).toBeGreaterThan(500);
    expect(service.read).toHaveLength(1);
  });

  it('is told to ask for less when it would look a thousand times', async () => {
    const revisions = behind('revisions { value }');
    const many = await (await ask(`{ a: ${revisions} b: ${revisions} }`)).text();
    expect(many).toContain('looks behind more than 1000 points');
    const few = await (await ask(`{ ${revisions} }`)).text();
    expect(few).not.toContain('errors');
  });
});
