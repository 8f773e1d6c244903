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
  /** Stops everything and starts it again on the same data, on a clock that counts from another moment: time passes. */
  readonly startAgainAt: (moment: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const READY_MS = 280_000;
const POLL_MS = 250;

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/health/ready`)).ok;
  } catch {
    return false;
  }
}

type Environment = ReturnType<typeof readEnvironment>;
type Started = { readonly stop: () => Promise<void> };

/** Starts the processes, and waits until those at these addresses are ready. */
async function startProcesses(env: Environment, addresses: readonly string[]): Promise<Started> {
  const said: string[] = [];
  const service = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'start'], { env });
  for (const stream of [service.stdout, service.stderr]) {
    stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  }
  const stop = async (): Promise<void> => {
    if (service.exitCode !== null) return;
    service.kill('SIGTERM');
    await once(service, 'exit');
  };
  const deadline = Date.now() + READY_MS;
  const areReady = async (): Promise<boolean> =>
    (await Promise.all(addresses.map(isReady))).every((one) => one);
  while (!(await areReady())) {
    if (service.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`the service did not become ready:\n${said.join('')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return { stop };
}

/** Starts everything as `npm start` does, on free ports and an empty data directory, and waits until it is ready. */
export async function startService(): Promise<RunningService> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cpm-browser-'));
  const [webPort, apiPort] = [await freePort(), await freePort()];
  const [web, api] = [`http://127.0.0.1:${webPort}`, `http://127.0.0.1:${apiPort}`];
  const env = {
    ...readEnvironment(),
    WEB_PORT: String(webPort),
    API_PORT: String(apiPort),
    DATA_DIR: dataDir,
    SEED: 'demo',
    LOG_LEVEL: 'warn',
  };
  const clear = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  let processes: Started = await startProcesses(env, [web, api]).catch(async (error: unknown) => {
    await clear();
    throw error;
  });
  return {
    ...{ web, api },
    startAgainAt: async (moment) => {
      await processes.stop();
      processes = await startProcesses({ ...env, AS_OF: moment }, [web, api]);
    },
    stop: async () => {
      await processes.stop();
      await clear();
    },
  };
}
