import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { err, ok, type Result } from '#domain';
import { isAlive } from '../processes/index.js';
import { packagedBinaries } from './binaries.js';
import { ensureCluster, readPassword } from './cluster.js';
import { answers, ensureDatabase, ownerUrl } from './database.js';
import type { EmbeddedPostgresFault } from './fault.js';
import { freePort, isPortFree } from './free-port.js';
import { placesFor, type Places } from './places.js';
import {
  lastComplaint,
  runningPostmaster,
  spawnPostmaster,
  stopPostmaster,
  type Postmaster,
} from './postmaster.js';
import { postgresUser, type RunAs } from './run-as.js';

export type EmbeddedPostgres = {
  readonly ownerUrl: string;
  readonly port: number;
  /** Whether a server that was running already was taken over. */
  readonly adopted: boolean;
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** The clone: where `node_modules` is. */
  readonly root: string;
  readonly dataDir: string;
  /** False only for tests: nothing is waited for until it is on disk. */
  readonly durable: boolean;
};

const START_MS = 30_000;

/**
 * Starts, or takes over, the PostgreSQL of a data directory: makes its files at the first start, listens on loopback
 * alone, and leaves a running server to the next start when we are killed. Every fault is one sentence.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<Result<EmbeddedPostgres, EmbeddedPostgresFault>> {
  const native = packagedBinaries(options.root);
  if (!native.ok) return native;
  const user = postgresUser();
  if (!user.ok) return user;
  const places = placesFor(native.value, options.dataDir, user.value);
  const running = runningPostmaster(places);
  const cluster = running ? ok('there' as const) : ensureCluster(places, user.value);
  if (!cluster.ok) return cluster;
  const server = await ensureServer(places, user.value, { running, durable: options.durable });
  if (!server.ok) return server;
  const password = readPassword(places);
  await ensureDatabase(server.value.port, password);
  return ok({
    ownerUrl: ownerUrl(server.value.port, password),
    port: server.value.port,
    adopted: running !== null,
    isRunning: () => runningPostmaster(places) !== null,
    stop: () => stopPostmaster(server.value.pid, places),
  });
}

async function ensureServer(
  places: Places,
  user: RunAs,
  with_: { running: Postmaster | null; durable: boolean },
): Promise<Result<Postmaster, EmbeddedPostgresFault>> {
  const deadline = Date.now() + START_MS;
  const port = with_.running?.port ?? (await choosePort(places));
  let pid = with_.running?.pid ?? spawnPostmaster(places, user, { port, durable: with_.durable });
  while (Date.now() < deadline) {
    if (await answers(port, readPassword(places))) {
      const found = runningPostmaster(places);
      if (found) return ok({ ...found, port });
    }
    // Children of a killed server hold its memory for a moment; the new one gives up at once and is tried again.
    if (pid === null || !isAlive(pid)) {
      await pause(300);
      pid = spawnPostmaster(places, user, { port, durable: with_.durable });
    }
    await pause(50);
  }
  return err({
    kind: 'start-failed',
    message: `PostgreSQL did not start. Its log (${places.log}) says: ${lastComplaint(places)}`,
  });
}

/** The port of last time where it is still free, so that processes that live on find the server again. */
async function choosePort(places: Places): Promise<number> {
  const file = join(places.secrets, 'postgres.port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = last > 0 && (await isPortFree(last)) ? last : await freePort();
  writeFileSync(file, String(port), { mode: 0o600 });
  return port;
}

/** The owner's address of a server that runs on this data directory; null when none does. Starts nothing. */
export function runningOwnerUrl(
  options: Pick<EmbeddedPostgresOptions, 'root' | 'dataDir'>,
): string | null {
  const native = packagedBinaries(options.root);
  const user = postgresUser();
  if (!native.ok || !user.ok || !existsSync(options.dataDir)) return null;
  const places = placesFor(native.value, options.dataDir, user.value);
  const running = runningPostmaster(places);
  return running ? ownerUrl(running.port, readPassword(places)) : null;
}
