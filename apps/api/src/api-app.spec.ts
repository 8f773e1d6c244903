import 'reflect-metadata';
import { connect } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serverAudits } from 'graphql-http';
import type { Service } from '#composition';
import { createApiApp } from './api-app.js';
import { openapi } from './rest/openapi.js';

/** Nobody is known, and nothing is behind: enough for what the api answers by itself. */
const nobody = {
  bearers: { bearerOf: () => Promise.resolve({ kind: 'nobody' }) },
} as unknown as Service;

let app: NestFastifyApplication;
let url: string;
const reported: unknown[] = [];
const routes: string[] = [];

beforeAll(async () => {
  app = await createApiApp(nobody, {
    report: (error) => void reported.push(error),
    newReference: () => 'reference',
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push(`${one.toLowerCase()} ${url}`);
    });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(() => app.close());

const ask = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });

/** What comes back on a raw connection whose sender stops in the middle and listens on. */
const sendPart = (head: readonly string[], part: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ port: Number(new URL(url).port), allowHalfOpen: true });
    const heard: Buffer[] = [];
    socket.on('data', (chunk) => heard.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(heard).toString()));
    socket.end(['POST /graphql HTTP/1.1', 'Host: api', ...head, '', part].join('\r\n'));
  });

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${url}/graphql` });

  it('is audited in full', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    'passes %s: %s',
    async (_id, _name, audit) => {
      const { status, ...rest } = await audit.fn();
      expect([status, 'reason' in rest ? rest.reason : '']).toEqual(['ok', '']);
    },
  );

  it('serves no page, no batches, and no mutation by GET', async () => {
    const page = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(406);
    const batch = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '[{ "query": "{ __typename }" }]',
    });
    expect(batch.status).toBe(400);
    const mutation = encodeURIComponent('mutation { acknowledgeAlert(id: "x") { __typename } }');
    expect((await fetch(`${url}/graphql?query=${mutation}`)).status).toBe(405);
  });

  it.each([
    ['deep', `{ councils ${'{ edges { node '.repeat(7)} { name } ${'} }'.repeat(7)} }`, 'deep'],
    ['wide', `{ ${'__typename '.repeat(501)} }`, 'fields'],
    ['full of aliases', `{ ${[...Array(31)].map((_, i) => `a${i}: __typename`).join(' ')} }`, '30'],
    ['full of roots', `{ ${'__typename '.repeat(21)} }`, '20 fields at its root'],
  ])('refuses a query that is %s', async (_what, query, said) => {
    const answer = await (await ask(query)).text();
    expect(answer).toContain('GRAPHQL_VALIDATION_FAILED');
    expect(answer).toContain(said);
  });

  it('refuses a fragment that hides a wide query in few words', async () => {
    const fragments = [...Array(12)].map(
      (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`,
    );
    const query = `{ ...f0 } ${fragments.join(' ')} fragment f12 on Query { __typename }`;
    expect(await (await ask(query)).text()).toContain('more than 500 fields');
  });

  it('refuses the text of a query above 100,000 characters before it is parsed', async () => {
    const answer = await ask(`{ __typename ${' '.repeat(100_000)} }`);
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('100000')]);
  });

  it('answers nobody, and looks at no cookie', async () => {
    for (const headers of [{}, { cookie: 'cpm_session=one' }, { authorization: 'Bearer cpm_x' }]) {
      const answer = await (await ask('{ programme { name } }', headers)).text();
      expect(answer).toContain('UNAUTHENTICATED');
    }
  });
});

describe('REST', () => {
  it('serves exactly the routes that /openapi.json describes', async () => {
    const served = routes
      .filter((route) => /^(get|post) /.test(route) && !route.endsWith('/graphql'))
      .map((route) => route.replace(/:(\w+)/g, '{$1}'));
    const described = Object.entries(openapi.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect([...new Set(served)].sort()).toEqual(described.sort());
    const answer = await fetch(`${url}/openapi.json`);
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(openapi)));
  });

  it('asks for a token before it reads a body', async () => {
    const answer = await fetch(`${url}/v1/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'no/type' },
      body: 'anything',
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'NOT_SIGNED_IN', status: 401 });
    expect((await fetch(`${url}/v1/submissions/one`)).status).toBe(401);
  });

  it('says that there is nothing at an unknown address, as a problem', async () => {
    const answer = await fetch(`${url}/nothing`);
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'NOT_FOUND' }]);
  });

  it('is kept by no cache and guessed at by no browser', async () => {
    for (const path of ['/health/live', '/v1/submissions/one', '/graphql?query={__typename}']) {
      const { headers } = await fetch(url + path);
      expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
        'no-store',
        'nosniff',
      ]);
    }
  });

  it.each([
    ['a body shorter than announced', ['Content-Type: text/csv', 'Content-Length: 500'], 'a,b'],
    [
      'a last chunk that never came',
      ['Content-Type: text/csv', 'Transfer-Encoding: chunked'],
      '20\r\na,b',
    ],
  ])('says of %s that it was cut off', async (_what, head, part) => {
    const heard = await sendPart(head, part);
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard).toContain('"code":"FILE_CUT_OFF"');
  });

  it('says of what is no HTTP that it could not be read', async () => {
    const heard = await sendPart(['Content-Length: minus one'], '');
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard).toContain('"code":"BODY_UNREADABLE"');
  });

  it('has reported no bug by all this', () => {
    expect(reported).toEqual([]);
  });
});
