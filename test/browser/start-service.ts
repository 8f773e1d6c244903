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

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'cpm-browser-'));
const dropped = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** The environment of a service on free ports and a data directory, and where it will answer. */
async function serviceOn(dataDir: string) {
  const [webPort, apiPort] = [await freePort(), await freePort()];
  const env = {
    ...readEnvironment(),
    WEB_PORT: String(webPort),
    API_PORT: String(apiPort),
    DATA_DIR: dataDir,
    SEED: 'demo',
    LOG_LEVEL: 'warn',
  };
  return { env, web: `http://127.0.0.1:${webPort}`, api: `http://127.0.0.1:${apiPort}` };
}

/** The name under which specs find the data directory that was filled once for all of them. */
const FILLED = 'BROWSER_DATA_DIR';

/** Starts a service on an empty data directory once, as `npm start` does, and stops it: every spec starts from a copy. */
export async function fillOnce(): Promise<{
  name: string;
  dataDir: string;
  drop: () => Promise<void>;
}> {
  const dataDir = await newFolder();
  const drop = (): Promise<void> => dropped(dataDir);
  const { env, web, api } = await serviceOn(dataDir);
  const processes = await startProcesses(env, [web, api]).catch(async (error: unknown) => {
    await drop();
    throw error;
  });
  await processes.stop();
  return { name: FILLED, dataDir, drop };
}

/** Copies a folder with the owners of its files: PostgreSQL refuses a data directory of somebody else. */
async function copied(from: string): Promise<string> {
  const dataDir = await newFolder();
  const [code] = (await once(spawn('cp', ['-a', `${from}/.`, dataDir]), 'exit')) as [number];
  if (code !== 0) throw new Error(`${from} could not be copied`);
  return dataDir;
}

/**
 * Starts everything on a copy of the demonstration as `npm start` made it, on free ports, and waits until it is ready. Where
 * none was made, on an empty data directory.
 */
export async function startService(): Promise<RunningService> {
  const filled = readEnvironment()[FILLED];
  const dataDir = filled ? await copied(filled) : await newFolder();
  const { env, web, api } = await serviceOn(dataDir);
  let processes: Started = await startProcesses(env, [web, api]).catch(async (error: unknown) => {
    await dropped(dataDir);
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
      await dropped(dataDir);
    },
  };
}
