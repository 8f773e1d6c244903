import 'reflect-metadata';
import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { composeService, type Service } from '#composition';
import { scopeOf, workerScope, type Reader } from '#domain/access';
import { WakeUps } from '#application/ports';
import { dataSourceFor, ScopedTransactions, writeProgramme } from '#persistence';
import { FixedClock } from '#platform';
import { startTestServer, testDatabase } from '#testing';
import { createApiApp } from '../apps/api/src/api-app.js';
import { readProgramme } from '../apps/cli/src/seed/read-programme.js';

const VALUES = 20_000;
const LATENCIES = 60;
const READINGS = 100;

class NoWakeUps extends WakeUps {
  wake(): Promise<void> {
    return Promise.resolve();
  }
}

type Bench = {
  readonly service: Service;
  readonly transactions: ScopedTransactions;
  readonly app: ScopedTransactions;
};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const importer: Reader = {
  actor: 'bench',
  roles: [],
  councilIds: [],
  memberIds: [],
  partnership: null,
};
const analyst: Reader = { ...importer, roles: ['dfe-analyst'] };

/** Values accepted per second by CSV, against `unnest` of the same rows into the same tables, in one run. */
async function acceptance(
  { service, transactions }: Bench,
  codes: readonly string[],
): Promise<void> {
  const rows = Array.from({ length: VALUES }, (_, n) => ({
    code: codes[n % codes.length] ?? '',
    block: Math.floor(n / codes.length),
    n,
  }));
  const month = (block: number): { year: number; name: string } => ({
    year: 1925 + Math.floor(block / 12),
    name:
      [
        'January',
        'February',
        'March',
        'April',
        'May',
        'June',
        'July',
        'August',
        'September',
        'October',
        'November',
        'December',
      ][block % 12] ?? '',
  });
  const lines = rows.map(
    ({ code, block, n }) => `${code},${month(block).year},${month(block).name},new_ehc_plans,${n}`,
  );
  const bytes = Buffer.from(
    `council,time_period,time_identifier,measure,value\n${lines.join('\n')}\n`,
  );
  const ours = await seconds(async () => {
    const answer = await service.receiveSubmission.run({
      reader: importer,
      channel: 'file',
      operation: 'bench',
      source: 'published',
      publishedOn: '2024-01-01',
      council: null,
      idempotencyKey: null,
      mode: 'partial',
      dryRun: false,
      comment: null,
      body: { kind: 'file', bytes, fileName: null, announcedLength: null },
    });
    if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.findings[0]));
    await service.checkStoredSubmissions.run();
  });
  const floor = await seconds(() =>
    transactions.run(workerScope('bench'), async (sql) => {
      await sql.run(
        `create temp table stage on commit drop as select * from revision where metric = 'new_ehc_plans'`,
      );
      const columns = `programme_id, metric, major, council_id, breakdown, period, acceptance_id, minor, period_start, period_end, numerator, denominator, value, state, symbol, comment, reason_kind, reason_text, demonstration, submission_id`;
      for (let from = 0; from < VALUES; from += 5_000) {
        const piece = rows.slice(from, from + 5_000);
        await sql.run(
          `with piece as (insert into revision (${columns}, published)
             select 1, 'floor', 1, o.council_id, 'Total', o.period, (select max(id) from acceptance), 0, '2024-01-01', '2024-02-01', null, null, o.value, 'value', null, null, null, null, false, (select id from submission limit 1), true
             from unnest($1::int[], $2::text[], $3::numeric[]) as o(council_id, period, value) returning ${columns})
           insert into current_figure (${columns}, standing) select ${columns}, 'published' from piece`,
          [
            piece.map(({ n }) => n % codes.length),
            piece.map(({ block }) => `${month(block).year} ${month(block).name}`),
            piece.map(({ n }) => String(n)),
          ],
        );
      }
    }),
  );
  const rate = (took: number): number => Math.round(VALUES / took);
  say(
    `values accepted per second by CSV: ${rate(ours)}; unnest into the same tables: ${rate(floor)}; ratio ${(floor / ours).toFixed(2)}`,
  );
}

/** Submit → visible → judged: how long a return of one council takes to each, p50 and p99. */
async function latency({ service }: Bench): Promise<void> {
  const { register } = await service.programme.current();
  const council = register.councils.find((candidate) => candidate.key === 'leeds');
  const officer: Reader = {
    ...importer,
    roles: ['council-submitter'],
    councilIds: [council?.id ?? 0],
    actor: 'bench officer',
  };
  const visible: number[] = [];
  const judged: number[] = [];
  for (let n = 0; n < LATENCIES; n += 1) {
    const began = performance.now();
    const csv = `council,period,measure,value,reason,reason_text\n383,2024-11,n_plans,${60 + n},recount,bench\n383,2024-11,n_exceptions,0,recount,bench\n383,2024-11,n_plans_20wk,${5 + (n % 3)},recount,bench\n`;
    await service.receiveSubmission.run({
      reader: officer,
      channel: 'file',
      operation: 'bench',
      source: 'return',
      publishedOn: null,
      council: null,
      idempotencyKey: null,
      mode: 'partial',
      dryRun: false,
      comment: null,
      body: { kind: 'file', bytes: Buffer.from(csv), fileName: null, announcedLength: null },
    });
    await service.readSeries.run(analyst, {
      metric: 'plans_within_20_weeks',
      area: '383',
      breakdown: null,
      from: null,
      to: null,
      asKnownAt: null,
    });
    visible.push(performance.now() - began);
    await service.judgeSeries.run();
    judged.push(performance.now() - began);
  }
  const sorted = (list: number[]): readonly number[] => list.sort((a, b) => a - b);
  const [v, j] = [sorted(visible), sorted(judged)];
  say(
    `submit → visible p50 ${at(v, 0.5).toFixed(0)} ms, p99 ${at(v, 0.99).toFixed(0)} ms; submit → judged p50 ${at(j, 0.5).toFixed(0)} ms, p99 ${at(j, 0.99).toFixed(0)} ms`,
  );
}

/** One reading of all 153 councils by GraphQL, against a bare route that runs the same scoped transaction. */
async function reading({ service, app }: Bench): Promise<void> {
  const api = await createApiApp(service, { report: () => undefined, newReference: () => 'bench' });
  await api.listen(0, '127.0.0.1');
  const token = await service.accessTokens.issue({
    role: 'dfe-analyst',
    councilId: null,
    partnership: null,
    label: 'bench',
    ttlSeconds: 600,
  });
  const question = {
    query:
      '{ seriesByMetric(metric: "ehcp_timeliness_20wk_excl", period: { timePeriod: "2022", timeIdentifier: "Calendar year" }) { area { name } points { value numerator denominator } } }',
  };
  const bare = fastify();
  bare.get('/reading', () =>
    app.read(scopeOf(analyst), (sql) =>
      sql.rows(`select c.name, f.value::text, f.numerator::text, f.denominator::text from council c
        left join current_figure f on f.council_id = c.id and f.metric = 'ehcp_timeliness_20wk_excl' and f.period = '2022 Calendar year'
        where c.ended_on is null order by c.name`),
    ),
  );
  const address = await bare.listen({ port: 0, host: '127.0.0.1' });
  const ask = async (): Promise<void> => {
    const answer = await fetch(`${await api.getUrl()}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    const text = await answer.text();
    if (text.includes('errors')) throw new Error(text);
  };
  const askBare = async (): Promise<void> => {
    await (await fetch(`${address}/reading`)).text();
  };
  const each = async (work: () => Promise<void>): Promise<number> => {
    for (let n = 0; n < 10; n += 1) await work();
    return (
      ((await seconds(async () => {
        for (let n = 0; n < READINGS; n += 1) await work();
      })) *
        1000) /
      READINGS
    );
  };
  const [ours, theirs] = [await each(ask), await each(askBare)];
  say(
    `one reading of 153 councils by GraphQL: ${ours.toFixed(1)} ms; bare Fastify route on the same transaction: ${theirs.toFixed(1)} ms; ratio ${(ours / theirs).toFixed(2)}`,
  );
  await bare.close();
  await api.close();
}

const server = await startTestServer(process.cwd());
process.env['TEST_OWNER_URL'] = server.ownerUrl;
const database = await testDatabase();
const [workerSource, appSource] = [database.roles.worker, database.roles.app].map((url) =>
  dataSourceFor(url, { size: 2, name: 'bench' }),
);
if (!workerSource || !appSource) throw new Error('no connections');
for (const source of [workerSource, appSource]) await source.initialize();
const transactions = new ScopedTransactions({ worker: workerSource });
const data = readProgramme({
  folder: join(process.cwd(), 'programmes', 'send-ap'),
  demonstration: true,
});
await transactions.run(workerScope('bench'), (sql) => writeProgramme(sql, data));
const service = await composeService(
  {
    app: database.roles.app,
    worker: database.roles.worker,
    listens: false,
    poolSize: 4,
    name: 'bench',
  },
  { clock: new FixedClock(new Date('2025-01-15T09:00:00Z')), wakeUps: new NoWakeUps() },
);
const bench: Bench = { service, transactions, app: new ScopedTransactions({ app: appSource }) };
const live = data.register.councils.filter((council) => council.endedOn === null);
const codes = live.map(
  (council) =>
    council.codes.find((code) => code.kind === 'ons' && code.validTo === null)?.code ?? '',
);
await acceptance(bench, codes);
await latency(bench);
const years = live.map(
  (council, n) =>
    `${codes[n] ?? council.key},2022,Calendar year,ehcp_timeliness_20wk_excl,${n},${200 + n},${((100 * n) / (200 + n)).toFixed(1)}`,
);
await service.receiveSubmission.run({
  reader: importer,
  channel: 'file',
  operation: 'bench',
  source: 'published',
  publishedOn: '2023-06-08',
  council: null,
  idempotencyKey: null,
  mode: 'partial',
  dryRun: false,
  comment: null,
  body: {
    kind: 'file',
    bytes: Buffer.from(
      `council,time_period,time_identifier,measure,numerator,denominator,value\n${years.join('\n')}\n`,
    ),
    fileName: null,
    announcedLength: null,
  },
});
await reading(bench);
await service.close();
for (const source of [workerSource, appSource]) await source.destroy();
await database.drop();
await server.stop();
