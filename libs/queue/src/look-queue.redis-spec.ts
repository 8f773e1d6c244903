import { spawn, type ChildProcess } from 'node:child_process';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#platform/embedded-postgres';
import { readEnvironment } from '#platform/config';
import { lookQueueContract } from './look-queue.contract.js';
import { openQueueConnection } from './index.js';

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

describe('the queue on Redis', () => {
  let server: ChildProcess | null = null;
  let url = readEnvironment()['REDIS_URL'] ?? '';
  beforeAll(async () => {
    if (url) return;
    const port = await freePort();
    server = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      { stdio: 'ignore' },
    );
    for (let asked = 0; asked < 100 && !(await listens(port)); asked += 1) await pause(50);
    url = `redis://127.0.0.1:${port}`;
  });
  afterAll(() => server?.kill());

  lookQueueContract(() => Promise.resolve(openQueueConnection({ redisUrl: url, postgresUrl: '' })));
});
