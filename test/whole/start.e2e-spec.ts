import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { freePort } from '#platform/embedded-postgres';
import {
  answers,
  cli,
  ended,
  launch,
  newDataDir,
  processesOf,
  remove,
  startService,
  until,
  type Started,
} from './started-service.js';

const CSV = 'council,period,measure,value\n857,2025-05,n_requests,7\n857,2025-05,n_decisions,six\n';
const count = (dataDir: string): number => Object.values(processesOf(dataDir)).flat().length;

async function send(
  started: Started,
  token: string,
  key: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${started.api}/v1/submissions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'text/csv',
      'idempotency-key': key,
    },
    body: CSV,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe('npm start', () => {
  const dataDir = newDataDir();
  const running: Started[] = [];
  const start = async (): Promise<Started> => {
    const started = await startService({ dataDir });
    running.push(started);
    return started;
  };
  const stop = async (started: Started): Promise<number | null> => {
    started.process.kill('SIGTERM');
    return ended(started.process);
  };
  afterAll(async () => {
    for (const started of running) await stop(started);
    remove(dataDir);
  }, 60_000);

  it('takes a return, and has it again after a stop, a killed supervisor, and a killed tree, leaving no process over', async () => {
    const first = await start();
    const token =
      cli(first, 'token', '--role', 'council-submitter', '--council', 'E06000017', '--ttl', '1d')
        .output.split('\n')
        .at(-1) ?? '';
    expect(await send(first, token, 'may')).toMatchObject({
      status: 201,
      body: { status: 'ACCEPTED_IN_PART', acceptedCount: 1, replayed: false },
    });
    expect(await stop(first)).toBe(0);
    expect(count(dataDir)).toBe(0);

    const second = await start();
    expect(await send(second, token, 'may')).toMatchObject({
      status: 200,
      body: { acceptedCount: 1, replayed: true },
    });
    second.process.kill('SIGKILL');
    await ended(second.process);
    await until('the processes of a killed supervisor to leave', () => {
      const { api, worker, web } = processesOf(dataDir);
      return [api, worker, web].every((pids) => pids?.length === 0);
    });

    const third = await start();
    expect(third.output()).toContain('Took over the PostgreSQL');
    for (const pid of [
      ...(third.process.pid ? [third.process.pid] : []),
      ...Object.values(processesOf(dataDir)).flat(),
    ])
      process.kill(pid, 'SIGKILL');
    await ended(third.process);

    const fourth = await start();
    expect(await send(fourth, token, 'may')).toMatchObject({
      status: 200,
      body: { acceptedCount: 1, replayed: true },
    });
    expect(cli(fourth, 'verify')).toMatchObject({
      status: 0,
      output: expect.stringMatching(/All \d+ invariants hold\./),
    });

    for (const name of ['worker', 'api', 'web', 'postgres'] as const) {
      const [victim] = processesOf(dataDir)[name] ?? [];
      if (!victim) throw new Error(`no ${name} runs`);
      process.kill(victim, 'SIGKILL');
      await until(`${name} to come back`, async () => {
        const [now] = processesOf(dataDir)[name] ?? [];
        return (
          now !== undefined &&
          now !== victim &&
          (await answers(`${fourth.api}/health/ready`)) &&
          (await answers(`${fourth.web}/health/ready`))
        );
      });
    }
    expect(await send(fourth, token, 'may')).toMatchObject({
      status: 200,
      body: { replayed: true },
    });

    const other = launch({
      ...fourth.env,
      API_PORT: String(await freePort()),
      WEB_PORT: String(await freePort()),
    });
    expect(await ended(other.process)).toBe(1);
    expect(other.output()).toContain('is in use by another start');

    expect(await stop(fourth)).toBe(0);
    expect(count(dataDir)).toBe(0);
  }, 240_000);

  it('says in one sentence that a port is in use, or that the data is of another PostgreSQL', async () => {
    const port = await freePort();
    const taken = createServer().listen(port, '127.0.0.1');
    const env = {
      API_PORT: String(port),
      WEB_PORT: String(await freePort()),
      DATA_DIR: dataDir,
      SEED: 'programme',
    };
    const blocked = launch(env);
    expect(await ended(blocked.process)).toBe(1);
    expect(blocked.output()).toContain(
      `Port ${port} is in use by another program. Stop it, or set API_PORT to another port.`,
    );
    taken.close();

    writeFileSync(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '12\n');
    const old = launch({ ...env, API_PORT: String(await freePort()) });
    expect(await ended(old.process)).toBe(1);
    expect(old.output()).toMatch(
      /was made by PostgreSQL 12, and this release brings PostgreSQL \d+/,
    );
    expect(count(dataDir)).toBe(0);
  }, 60_000);

  it('names every fault of the configuration at once', async () => {
    const wrong = launch({ API_PORT: 'many', WEB_PORT: '99999', SEED: 'all' });
    expect(await ended(wrong.process)).toBe(2);
    for (const name of ['API_PORT', 'WEB_PORT', 'SEED']) expect(wrong.output()).toContain(name);
  });
});
