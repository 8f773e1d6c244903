import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '#platform/embedded-postgres';
import { readEnvironment } from '#platform/config';
import { lookQueueContract } from './look-queue.contract.js';
import { BullmqWakeUps, LOOK_QUEUE, openQueueConnection } from './index.js';

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

async function startRedis(port: number): Promise<ChildProcess> {
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  );
  for (let asked = 0; asked < 100 && !(await listens(port)); asked += 1) await pause(50);
  return server;
}

async function stop(server: ChildProcess): Promise<void> {
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}

describe('the queue on Redis', () => {
  let server: ChildProcess | null = null;
  let url = readEnvironment()['REDIS_URL'] ?? '';
  beforeAll(async () => {
    if (url) return;
    const port = await freePort();
    server = await startRedis(port);
    url = `redis://127.0.0.1:${port}`;
  });
  afterAll(() => server?.kill());

  lookQueueContract(() =>
    Promise.resolve(openQueueConnection({ redisUrl: url, postgresUrl: '' }, 'works')),
  );
});

describe('a sender whose Redis is away', () => {
  const lost: string[] = [];
  const open = (port: number): { wakeUps: BullmqWakeUps; close: () => Promise<void> } => {
    const where = { redisUrl: `redis://127.0.0.1:${port}`, postgresUrl: '' };
    const connection = openQueueConnection(where, 'sends');
    const wakeUps = new BullmqWakeUps(connection, (error) => lost.push(error.message));
    const close = async (): Promise<void> => {
      await wakeUps.close();
      await connection.close();
    };
    return { wakeUps, close };
  };
  beforeEach(() => {
    lost.length = 0;
  });

  it('is answered, told of the lost wake-up, and reaches Redis again when it is back', async () => {
    const port = await freePort();
    const first = await startRedis(port);
    const sender = open(port);
    await sender.wakeUps.wake('submissions');
    expect(lost).toEqual([]);
    await stop(first);
    await sender.wakeUps.wake('submissions');
    expect(lost.length).toBeGreaterThan(0);
    const second = await startRedis(port);
    const reader = new Redis(port, '127.0.0.1');
    const queued = (): Promise<number> => reader.llen(`bull:${LOOK_QUEUE}:wait`);
    while ((await queued()) === 0) await sender.wakeUps.wake('assessments');
    expect(await queued()).toBe(1);
    await reader.quit();
    await sender.close();
    await stop(second);
  });

  it('is answered when Redis was never there, and can be closed', async () => {
    const sender = open(await freePort());
    await sender.wakeUps.wake('submissions');
    expect(lost.length).toBeGreaterThan(0);
    await sender.close();
  });
});
