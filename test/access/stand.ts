import { STAGES } from '#application/ports';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROLES, workerScope, type Reader, type Role } from '#domain/access';
import { SECURED_TABLES } from '#persistence';
import { createApiApp } from '../../apps/api/src/api-app.js';
import { createWebApp } from '../../apps/web/src/web-app.js';
import { PagePackPainter } from '#web/packs';
import { testService, type TestService } from '../service/test-service.js';
import type { Aim, GraphqlAttack, HttpAttack } from './attack.js';
import { plant } from './plant.js';

export type Answer = { readonly status: number; readonly body: string };

/** The api and the pages over one service, with somebody of every role at the other end. */
export type Stand = {
  readonly at: TestService;
  readonly aim: Aim;
  readonly api: NestFastifyApplication;
  readonly web: NestFastifyApplication;
  /** What was reported as a bug. */
  readonly reported: readonly unknown[];
  readonly byGraphql: (role: Role | null, attack: GraphqlAttack) => Promise<Answer>;
  readonly byRest: (role: Role | null, route: string, attack: HttpAttack) => Promise<Answer>;
  readonly byPage: (role: Role | null, route: string, attack: HttpAttack) => Promise<Answer>;
  /** A fingerprint of the other council's rows, for each table. */
  readonly otherRows: () => Promise<Readonly<Record<string, string>>>;
  readonly close: () => Promise<void>;
};

const OWN = 'barnet';
const OF_A_COUNCIL: readonly Role[] = [
  'council-submitter',
  'council-approver',
  'system',
  'partnership-lead',
];
const FORM_TOKEN = 'token of the form';

export async function openStand(): Promise<Stand> {
  const painter = new PagePackPainter();
  const at = await testService('2025-01-15T09:00:00Z', null, undefined, painter);
  const planted = await plant(at);
  const reported: unknown[] = [];
  const readers = new Map<string, Reader>();
  const tokens = new Map<Role, string>();
  for (const role of ROLES) {
    const reader = await at.reader(role, OF_A_COUNCIL.includes(role) ? OWN : undefined);
    readers.set(role, reader);
    const { councilIds, partnership } = reader;
    const who = { role, councilId: councilIds[0] ?? null, partnership, label: 'intruder' };
    tokens.set(role, await at.service.accessTokens.issue({ ...who, ttlSeconds: 600 }));
  }
  for (const stage of STAGES) await at.service.alerting.beat(stage);
  const api = await createApiApp(at.service, {
    report: (error) => void reported.push(error),
    newReference: () => 'spec',
  });
  // Whoever brings the name of a role as a cookie is somebody with that role.
  const identity = {
    personas: () => [],
    signIn: () => Promise.resolve(null),
    signOut: () => Promise.resolve(),
    keptForms: { keep: () => Promise.resolve(null), take: () => Promise.resolve(null) },
    readerOfSession: (cookie: string) => {
      const reader = readers.get(cookie);
      return Promise.resolve(reader ? { reader, personaTitle: cookie, csrf: FORM_TOKEN } : null);
    },
  };
  const watch = {
    isDatabaseAway: () => false,
    report: (_reference: string, error: unknown) => void reported.push(error),
  };
  const web = await createWebApp({ door: at.service, identity, watch, origin: 'http://pages' });
  await api.listen(0, '127.0.0.1');
  await web.listen(0, '127.0.0.1');
  const [apiUrl, webUrl] = [await api.getUrl(), await web.getUrl()];
  const bearer = (role: Role | null): Record<string, string> =>
    role ? { authorization: `Bearer ${tokens.get(role) ?? ''}` } : {};
  const other = { code: 'E08000035', dfeCode: '383', name: 'Leeds', key: 'leeds' };
  return {
    at,
    aim: { ...planted, ...other },
    api,
    web,
    reported,
    byGraphql: (role, attack) =>
      send(`${apiUrl}/graphql`, 'POST', bearer(role), {
        url: '',
        type: 'application/json',
        body: JSON.stringify(attack),
      }),
    byRest: (role, route, attack) =>
      send(apiUrl + attack.url, methodOf(route), bearer(role), attack),
    byPage: (role, route, attack) =>
      send(webUrl + attack.url, methodOf(route), role ? { cookie: `cpm_session=${role}` } : {}, {
        ...attack,
        ...(attack.fields ? { fields: { csrf: FORM_TOKEN, ...attack.fields } } : {}),
      }),
    otherRows: () => fingerprint(at, planted.otherId),
    close: async () => {
      await api.close();
      await web.close();
      await at.close();
    },
  };
}

const methodOf = (route: string): string => route.split(' ')[0] ?? '';

async function send(
  url: string,
  method: string,
  headers: Record<string, string>,
  attack: HttpAttack,
): Promise<Answer> {
  const body = bodyOf(attack);
  const type = attack.type ? { 'content-type': attack.type } : {};
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...headers, ...type },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, body: await answer.text() };
}

function bodyOf({ body, fields, file }: HttpAttack): BodyInit | undefined {
  if (!fields) return body;
  if (file === undefined) return new URLSearchParams(fields);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([file]), 'return.csv');
  return form;
}

async function fingerprint(at: TestService, councilId: number): Promise<Record<string, string>> {
  const parts = SECURED_TABLES.map(
    (table) =>
      `select '${table}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as rows from ${table} t where council_id = $1`,
  );
  const rows = await at.transactions.read(workerScope('spec'), (sql) =>
    sql.rows<{ name: string; rows: string }>(parts.join(' union all '), [councilId]),
  );
  return Object.fromEntries(rows.map(({ name, rows }) => [name, rows]));
}
