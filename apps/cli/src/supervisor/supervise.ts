import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#domain';
import type { AppConfig } from '#platform/config';
import { isPortFree, startEmbeddedPostgres } from '#platform/embedded-postgres';
import { takeLock } from '#platform/processes';
import { Child } from './child.js';
import { PostgresKeeper } from './keep-postgres.js';
import { waitUntilReady } from './wait-until-ready.js';

const READY_MS = 60_000;
const LOG_BYTES = 10_000_000;

export type Prepared = {
  readonly env: Readonly<Record<string, string>>;
  readonly goodbye: readonly string[];
};

export type SuperviseOptions = {
  readonly config: AppConfig;
  readonly root: string;
  /** What has to be done before any process starts: migrations, seed. Gives the environment of the processes. */
  readonly prepare: (ownerUrl: string) => Promise<Prepared>;
  readonly processes: readonly { readonly name: string; readonly script: string }[];
  readonly readyAt: readonly string[];
  readonly say: (line: string) => void;
};

/** A running service: stops everything in order, PostgreSQL last. */
export type Running = { readonly stop: () => Promise<void>; readonly prepared: Prepared };

/** Brings the whole service up, and keeps it up. A fault is one sentence, and leaves nothing running. */
export async function supervise(
  options: SuperviseOptions,
  given: AbortSignal,
): Promise<Result<Running, string>> {
  const { config, say } = options;
  mkdirSync(join(config.DATA_DIR, 'logs'), { recursive: true });
  const lock = takeLock(join(config.DATA_DIR, 'supervisor.lock'));
  if ('heldBy' in lock) {
    return err(
      `The data directory ${config.DATA_DIR} is in use by another start (process ${lock.heldBy}). Stop that one, or set DATA_DIR.`,
    );
  }
  const stops: (() => Promise<void>)[] = [() => Promise.resolve(lock.release())];
  const stop = async (): Promise<void> => {
    for (const undo of stops.splice(0).reverse()) await undo();
  };
  const started = await bringUp(options, stops, given).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  if (!started.ok) {
    await stop();
    return started;
  }
  if (given.aborted) say('Stopping …');
  return ok({ stop, prepared: started.value });
}

async function bringUp(
  options: SuperviseOptions,
  stops: (() => Promise<void>)[],
  given: AbortSignal,
): Promise<Result<Prepared, string>> {
  const { config, say } = options;
  for (const [name, port] of [
    ['API_PORT', config.API_PORT],
    ['WEB_PORT', config.WEB_PORT],
  ] as const) {
    if (!(await isPortFree(port, config.HOST))) {
      return err(
        `Port ${port} is in use by another program. Stop it, or set ${name} to another port.`,
      );
    }
  }
  const owner = await ownerAddress(options, stops);
  if (!owner.ok) return owner;
  const prepared = await options.prepare(owner.value);
  const children = options.processes.map(
    ({ name, script }) =>
      new Child({ name, script, env: prepared.env, logFile: logFile(config.DATA_DIR, name) }, say),
  );
  stops.push(async () => {
    await Promise.all(children.map((child) => child.stop()));
  });
  for (const child of children) child.start();
  for (const address of options.readyAt) {
    if (!(await waitUntilReady(address, READY_MS, given)) && !given.aborted) {
      return err(
        `${address} did not become ready within ${READY_MS / 1000} seconds. See the logs in ${join(config.DATA_DIR, 'logs')}.`,
      );
    }
  }
  return ok(prepared);
}

async function ownerAddress(
  options: SuperviseOptions,
  stops: (() => Promise<void>)[],
): Promise<Result<string, string>> {
  const { config, root, say } = options;
  if (config.DATABASE_URL) return ok(config.DATABASE_URL.reveal());
  const where = { root, dataDir: config.DATA_DIR, durable: true };
  const postgres = await startEmbeddedPostgres(where);
  if (!postgres.ok) return err(postgres.error.message);
  if (postgres.value.adopted)
    say('Took over the PostgreSQL that an earlier start had left running.');
  const keeper = new PostgresKeeper(postgres.value, where, say);
  keeper.watch();
  stops.push(() => keeper.stop());
  return ok(postgres.value.ownerUrl);
}

/** One file a process; the one before is kept when it has grown large. */
function logFile(dataDir: string, name: string): string {
  const path = join(dataDir, 'logs', `${name}.log`);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES) renameSync(path, `${path}.1`);
  return path;
}
