import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#domain';
import type { AppConfig } from '#platform/config';
import { isPortFree, startEmbeddedPostgres } from '#platform/embedded-postgres';
import { endMarked, takeLock } from '#platform/processes';
import { Child } from './child.js';
import { PostgresKeeper } from './keep-postgres.js';
import { waitUntilReady } from './wait-until-ready.js';

const READY_MS = 60_000;
const LEFTOVERS_MS = 10_000;
const LOG_BYTES = 10_000_000;

export type SuperviseOptions = {
  readonly config: Pick<AppConfig, 'API_PORT' | 'WEB_PORT' | 'HOST' | 'DATA_DIR' | 'DATABASE_URL'>;
  readonly root: string;
  /** What has to be done before any process starts: migrations, seed. Gives the environment of the processes. */
  readonly prepare: (ownerUrl: string) => Promise<Readonly<Record<string, string>>>;
  readonly processes: readonly { readonly name: string; readonly script: string }[];
  readonly readyAt: readonly string[];
  readonly say: (line: string) => void;
};

/**
 * `running`: everything is ready, and is kept so until `stop`. `stopped`: we were asked to stop before that.
 * `fault`: one sentence. After the last two nothing runs.
 */
export type Supervised =
  | { readonly kind: 'running'; readonly stop: () => Promise<void> }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'fault'; readonly sentence: string };

type Undo = () => Promise<void> | void;

/** Brings the whole service up, and keeps it up. It stops in the opposite order: processes, PostgreSQL, lock. */
export async function supervise(
  options: SuperviseOptions,
  asked: AbortSignal,
): Promise<Supervised> {
  const undos: Undo[] = [];
  const stop = async (): Promise<void> => {
    for (const undo of undos.splice(0).reverse()) await undo();
  };
  try {
    const up = await bringUp(options, undos, asked);
    if (up.ok && !asked.aborted) return { kind: 'running', stop };
    await stop();
    return asked.aborted || up.ok ? { kind: 'stopped' } : { kind: 'fault', sentence: up.error };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(
  options: SuperviseOptions,
  undos: Undo[],
  asked: AbortSignal,
): Promise<Result<void, string>> {
  const { config } = options;
  const claimed = await claim(options, undos);
  if (!claimed.ok) return claimed;
  const owner = await ownerAddress(options, undos);
  if (!owner.ok) return owner;
  const env = await Promise.race([options.prepare(owner.value), whenAborted(asked)]);
  if (env === null) return ok(undefined);
  const children = options.processes.map(
    ({ name, script }) =>
      new Child(
        { name, script, env, logFile: logFile(config.DATA_DIR, name), mark: markOf(config) },
        options.say,
      ),
  );
  undos.push(async () => {
    await Promise.all(children.map((child) => child.stop()));
  });
  for (const child of children) child.start();
  for (const address of options.readyAt) {
    if (await waitUntilReady(address, READY_MS, asked)) continue;
    return err(
      `${address} did not become ready within ${READY_MS / 1000} seconds. See the logs in ${join(config.DATA_DIR, 'logs')}.`,
    );
  }
  return ok(undefined);
}

/** The data directory for us alone, what a killed start left in it ended, and both ports free. */
async function claim(
  { config, say }: SuperviseOptions,
  undos: Undo[],
): Promise<Result<void, string>> {
  try {
    mkdirSync(join(config.DATA_DIR, 'logs'), { recursive: true });
  } catch (error) {
    return err(`The data directory ${config.DATA_DIR} cannot be used: ${(error as Error).message}`);
  }
  const lock = await takeLock(join(config.DATA_DIR, 'supervisor.lock'));
  if ('heldBy' in lock) {
    return err(
      `The data directory ${config.DATA_DIR} is in use by another start (process ${lock.heldBy}). Stop that one, or set DATA_DIR.`,
    );
  }
  undos.push(lock.release);
  if ((await endMarked(markOf(config), LEFTOVERS_MS)) > 0)
    say('Ended the processes that an earlier start had left running.');
  for (const name of ['API_PORT', 'WEB_PORT'] as const) {
    if (await isPortFree(config[name], config.HOST)) continue;
    return err(
      `Port ${config[name]} is in use by another program. Stop it, or set ${name} to another port.`,
    );
  }
  return ok(undefined);
}

async function ownerAddress(
  { config, root, say }: SuperviseOptions,
  undos: Undo[],
): Promise<Result<string, string>> {
  if (config.DATABASE_URL) return ok(config.DATABASE_URL.reveal());
  const where = { root, dataDir: config.DATA_DIR, durable: true };
  const postgres = await startEmbeddedPostgres(where);
  if (!postgres.ok) return err(postgres.error.message);
  if (postgres.value.adopted)
    say('Took over the PostgreSQL that an earlier start had left running.');
  const keeper = new PostgresKeeper(postgres.value, where, say);
  keeper.watch();
  undos.push(() => keeper.stop());
  return ok(postgres.value.ownerUrl);
}

const markOf = (config: { readonly DATA_DIR: string }): string => join(config.DATA_DIR, 'process');

const whenAborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });

/** One file a process; the one before is kept when it has grown large. */
function logFile(dataDir: string, name: string): string {
  const path = join(dataDir, 'logs', `${name}.log`);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES) renameSync(path, `${path}.1`);
  return path;
}
