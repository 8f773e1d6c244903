import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '#platform/config';
import { freePort } from '#platform/embedded-postgres';

/** A whole service of its own: where its pages and its api are, and how it is stopped. */
export type RunningService = {
  readonly web: string;
  readonly api: string;
  readonly stop: () => Promise<void>;
};

const READY_MS = 180_000;
const POLL_MS = 250;

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/health/ready`)).ok;
  } catch {
    return false;
  }
}

/** Starts everything as `npm start` does, on free ports and an empty data directory, and waits until it is ready. */
export async function startService(): Promise<RunningService> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cpm-browser-'));
  const [webPort, apiPort] = [await freePort(), await freePort()];
  const env = {
    ...readEnvironment(),
    WEB_PORT: String(webPort),
    API_PORT: String(apiPort),
    DATA_DIR: dataDir,
    SEED: 'demo',
    LOG_LEVEL: 'warn',
  };
  const said: string[] = [];
  const service = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'start'], { env });
  for (const stream of [service.stdout, service.stderr]) {
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  }
  const stop = async (): Promise<void> => {
    if (service.exitCode === null) {
      service.kill('SIGTERM');
      await once(service, 'exit');
    }
    await rm(dataDir, { recursive: true, force: true });
  };
  const [web, api] = [`http://127.0.0.1:${webPort}`, `http://127.0.0.1:${apiPort}`];
  const deadline = Date.now() + READY_MS;
  while (!((await isReady(web)) && (await isReady(api)))) {
    if (service.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`the service did not become ready:\n${said.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return { web, api, stop };
}
