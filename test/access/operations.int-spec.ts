import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { ROLES, workerScope, type Role } from '#domain/access';
import { createApiApp } from '../../apps/api/src/api-app.js';
import { createWebApp } from '../../apps/web/src/web-app.js';
import { testService, type TestService } from '../service/test-service.js';
import { graphqlOperations, restRoutes, webRoutes } from './operations.js';
import { plant } from './plant.js';
import { SENTINEL, type Planted } from './row-matrix.js';

/** Roles that the table gives other councils' figures before they are approved. */
const SEES_UNAPPROVED: readonly Role[] = ['dfe-analyst', 'dfe-policy'];
const OTHER = 'leeds';
const CODE = 'E08000035';

const routesOf = (app: NestFastifyApplication): string[] => {
  const fastify = app.getHttpAdapter().getInstance() as unknown as {
    printRoutes: (options: object) => string;
  };
  const lines = fastify.printRoutes({ commonPrefix: false }).split('\n');
  const found: string[] = [];
  const path: string[] = [];
  for (const line of lines) {
    const match = /^((?:│ {3}| {4})*)[├└]── (\S*) ?(?:\(([^)]*)\))?/.exec(line);
    if (!match) continue;
    const depth = (match[1] ?? '').length / 4;
    path.length = depth;
    path[depth] = match[2] ?? '';
    for (const method of (match[3] ?? '').split(', ').filter(Boolean))
      found.push(`${method} ${path.join('')}`);
  }
  return found.filter(
    (route) => !/^(HEAD|OPTIONS|PUT|PATCH|DELETE|TRACE|SEARCH|QUERY)/.test(route),
  );
};

type Call = {
  method: string;
  url: string;
  headers?: Record<string, string>;
  payload?: string | object;
};

/** A request over the wire, as anybody would send it. */
async function call(
  app: NestFastifyApplication,
  { method, url, headers = {}, payload }: Call,
): Promise<{ statusCode: number; body: string }> {
  const json = typeof payload === 'object';
  const answer = await fetch(`${await app.getUrl()}${url}`, {
    method,
    redirect: 'manual',
    headers: { ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(payload === undefined ? {} : { body: json ? JSON.stringify(payload) : payload }),
  });
  return { statusCode: answer.status, body: await answer.text() };
}

describe('every operation and route, by every role, aimed at another council', () => {
  let at: TestService;
  let api: NestFastifyApplication;
  let web: NestFastifyApplication;
  let planted: Planted;
  const tokens = new Map<Role, string>();

  beforeAll(async () => {
    at = await testService('2025-01-15T09:00:00Z');
    planted = await plant(at);
    api = await createApiApp(at.service, {
      report: (error) => {
        throw error;
      },
      newReference: () => 'spec',
    });
    web = await createWebApp({
      door: at.service,
      identity: at.service.developmentSignIn,
      watch: { isDatabaseAway: () => false, report: () => undefined },
    });
    await api.listen(0, '127.0.0.1');
    await web.listen(0, '127.0.0.1');
    for (const role of ROLES) {
      const councilId = ['council-submitter', 'council-approver', 'system'].includes(role)
        ? planted.ownId
        : null;
      const partnership =
        role === 'partnership-lead' || role === 'delivery-partner' ? 'london' : null;
      tokens.set(
        role,
        await at.service.accessTokens.issue({
          role,
          councilId,
          partnership,
          label: 'spec',
          ttlSeconds: 600,
        }),
      );
    }
  }, 60_000);
  afterAll(async () => {
    await api.close();
    await web.close();
    await at.close();
  });

  const otherStands = async (): Promise<string> => {
    const rows = await at.transactions.read(workerScope('spec'), (sql) =>
      sql.rows<{ rows: string }>(
        `select json_build_array(
        (select json_agg(c order by metric, period) from current_figure c where council_id = $1),
        (select json_agg(s order by id) from submission s where council_id = $1),
        (select json_agg(a.acknowledged_by order by id) from alert a where council_id = $1))::text as rows`,
        [planted.otherId],
      ),
    );
    return rows[0]?.rows ?? '';
  };

  it('covers exactly the operations of the schema', () => {
    const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(Object.keys(graphqlOperations(planted, CODE)).sort()).toEqual(fields.sort());
  });

  it('covers exactly the routes of the api and of the pages', () => {
    const served = routesOf(api).filter((route) => !route.endsWith('/graphql'));
    expect(Object.keys(restRoutes(planted, CODE)).sort()).toEqual([...new Set(served)].sort());
    const pages = new Set(
      routesOf(web)
        .map((route) => route.split(' ')[1] ?? '')
        .filter((path) => path !== '*' && path !== '/*'),
    );
    expect(Object.keys(webRoutes(planted, OTHER)).sort()).toEqual([...pages].sort());
  });

  it.each(ROLES.map((role) => [role]))(
    'keeps %s from reading or changing them by GraphQL and REST',
    async (role) => {
      const before = await otherStands();
      const authorization = `Bearer ${tokens.get(role) ?? ''}`;
      for (const [name, attack] of Object.entries(graphqlOperations(planted, CODE))) {
        if (SEES_UNAPPROVED.includes(role) && name === 'acknowledgeAlert') continue;
        const answer = await call(api, {
          method: 'POST',
          url: '/graphql',
          headers: { authorization },
          payload: attack,
        });
        if (!SEES_UNAPPROVED.includes(role))
          expect([name, answer.body.includes(SENTINEL)]).toEqual([name, false]);
        expect([name, answer.body.includes('INTERNAL_SERVER_ERROR')]).toEqual([name, false]);
      }
      for (const [name, attack] of Object.entries(restRoutes(planted, CODE))) {
        const answer = await call(api, {
          method: attack.method,
          url: attack.url,
          headers: { authorization, ...(attack.type ? { 'content-type': attack.type } : {}) },
          ...(attack.body ? { payload: attack.body } : {}),
        });
        if (!SEES_UNAPPROVED.includes(role))
          expect([name, answer.body.includes(SENTINEL)]).toEqual([name, false]);
        expect([name, answer.statusCode === 500]).toEqual([name, false]);
      }
      expect(await otherStands()).toBe(before);
    },
  );

  it('answers nothing at all without a token', async () => {
    for (const attack of Object.values(graphqlOperations(planted, CODE))) {
      const answer = await call(api, { method: 'POST', url: '/graphql', payload: attack });
      expect(answer.body).toContain('UNAUTHENTICATED');
    }
    const refused = await call(api, {
      method: 'GET',
      url: `/v1/submissions/${planted.submissionId}`,
    });
    expect(refused.statusCode).toBe(401);
  });

  it('keeps every persona of another council, and everybody without figures, from them on the pages', async () => {
    for (const persona of await at.service.developmentSignIn.personas()) {
      const departmental = persona.roles.some((role) => SEES_UNAPPROVED.includes(role));
      if (
        departmental ||
        persona.partnership?.startsWith('yorkshire') ||
        persona.councilKeys.includes(OTHER)
      )
        continue;
      const session = await at.service.developmentSignIn.signIn(persona.key);
      for (const [route, address] of Object.entries(webRoutes(planted, OTHER))) {
        if (!address) continue;
        const answer = await call(web, {
          method: 'GET',
          url: address,
          headers: { cookie: `cpm_session=${session?.cookie ?? ''}` },
        });
        expect([persona.key, route, answer.body.includes(SENTINEL)]).toEqual([
          persona.key,
          route,
          false,
        ]);
        expect([persona.key, route, answer.statusCode]).not.toEqual([persona.key, route, 500]);
      }
    }
  });
});
