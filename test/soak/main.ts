import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { MONTHS } from '#domain/periods';
import { runningOwnerUrl } from '#platform/embedded-postgres';
import { deriveRoleUrls } from '#platform/roles';
import {
  answers,
  cli,
  ended,
  newDataDir,
  processesOf,
  remove,
  root,
  startService,
  until,
  type Started,
} from '../whole/started-service.js';
import { interleave } from './interleavings.js';

const VALUES = 100_000;
const KILLS = 10;
const MEASURES = ['new_ehc_plans', 'ehcna_requests_received'];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** A published file of 100,000 values, each different: councils × years × measures, then breakdown by year again. */
function bigFile(codes: readonly string[]): string {
  const lines = ['council,time_period,time_identifier,measure,value'];
  for (let n = 0; lines.length <= VALUES; n += 1) {
    const code = codes[n % codes.length] ?? '';
    const measure = MEASURES[Math.floor(n / codes.length) % MEASURES.length] ?? '';
    const block = Math.floor(n / codes.length / MEASURES.length);
    const month = MONTHS[block % 12] ?? '';
    lines.push(`${code},${1925 + Math.floor(block / 12)},${month},${measure},${n}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Asks the database as the worker does: even its owner sees no rows of councils. */
async function query<T extends object>(started: Started, sql: string): Promise<T[]> {
  const url = runningOwnerUrl({ root, dataDir: started.dataDir });
  if (!url) throw new Error('PostgreSQL does not run');
  const worker = new Client({ connectionString: deriveRoleUrls(url).worker });
  await worker.connect();
  try {
    await worker.query(
      `begin; select set_config('app.scope', '{"any":"all","writes":"all"}', true)`,
    );
    return (await worker.query<T>(sql)).rows;
  } finally {
    await worker.end();
  }
}

/** Kills one process and waits until the service is whole again; answers how long that took. */
async function killAndWait(started: Started, name: 'worker' | 'api' | 'postgres'): Promise<number> {
  const [victim] = processesOf(started.dataDir)[name] ?? [];
  if (!victim) throw new Error(`no ${name} runs`);
  const began = Date.now();
  process.kill(victim, 'SIGKILL');
  await until(`${name} to come back`, async () => {
    const [now] = processesOf(started.dataDir)[name] ?? [];
    return now !== undefined && now !== victim && (await answers(`${started.api}/health/ready`));
  });
  return Date.now() - began;
}

/** Ten kills of worker, api and PostgreSQL in turn, while a file of 100,000 values is imported and checked. */
async function faults(): Promise<boolean> {
  const started = await startService({ dataDir: newDataDir() });
  try {
    const codes = (
      await query<{ code: string }>(
        started,
        `select code from council_code k join council c on c.id = k.council_id where kind = 'ons' and valid_to is null and ended_on is null order by code`,
      )
    ).map(({ code }) => code);
    const file = join(mkdtempSync('/tmp/monitor-soak-'), 'big.csv');
    writeFileSync(file, bigFile(codes));
    const importing = spawn(
      process.execPath,
      ['scripts/cli.mjs', 'import', file, '--published-on', '2024-01-01', '--key', 'soak'],
      { cwd: root, env: { ...process.env, ...started.env }, stdio: 'inherit' },
    );
    const status = await ended(importing);
    say(`import acknowledged with status ${status}`);
    const slowest = { worker: 0, api: 0, postgres: 0 };
    for (let n = 0; n < KILLS; n += 1) {
      const name = (['worker', 'postgres', 'api'] as const)[n % 3] ?? 'worker';
      const took = await killAndWait(started, name);
      slowest[name] = Math.max(slowest[name], took);
      say(`kill ${n + 1} of ${KILLS}: ${name} back after ${(took / 1000).toFixed(1)} s`);
    }
    await until(
      'the import to be checked',
      async () =>
        (
          await query<{ n: number }>(
            started,
            `select count(*)::int as n from submission where status in ('received', 'validating')`,
          )
        )[0]?.n === 0,
      300_000,
    );
    const rows = await query<{
      status: string;
      accepted_count: number;
      acceptances: number;
      revisions: number;
    }>(
      started,
      `select s.status, s.accepted_count, (select count(*)::int from acceptance a where a.submission_id = s.id) as acceptances, (select count(*)::int from revision r where r.submission_id = s.id) as revisions from submission s where s.file_name = 'big.csv'`,
    );
    const verified = cli(started, 'verify');
    say(`submission: ${JSON.stringify(rows)}`);
    say(verified.output);
    say(`slowest return: ${JSON.stringify(slowest)} ms`);
    const whole =
      rows.length === 1 &&
      rows[0]?.accepted_count === VALUES &&
      rows[0]?.acceptances === 1 &&
      rows[0]?.revisions === VALUES;
    return whole && verified.status === 0 && Math.max(...Object.values(slowest)) <= 10_000;
  } finally {
    started.process.kill('SIGTERM');
    await ended(started.process);
    remove(started.dataDir);
  }
}

const held = [await interleave(say), await faults()];
const passed = held.filter(Boolean).length;
say(`${passed} passed, ${held.length - passed} failed`);
process.exitCode = passed === held.length ? 0 : 1;
