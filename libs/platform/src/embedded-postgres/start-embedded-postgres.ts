import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { err, ok, type Result } from '#domain';
import { isAlive } from '../processes/index.js';
import { packagedBinaries } from './binaries.js';
import { ensureCluster, readPassword } from './cluster.js';
import { answers, ensureDatabase, ownerUrl } from './database.js';
import type { EmbeddedPostgresFault } from './fault.js';
import { isPortFree, lastingPort } from './free-port.js';
import { placesFor, type Places } from './places.js';
import {
  lastComplaint,
  runningPostmaster,
  spawnPostmaster,
  stopPostmaster,
  type Postmaster,
} from './postmaster.js';

export type EmbeddedPostgres = {
  readonly ownerUrl: string;
  readonly port: number;
  readonly pid: number;
  /** Whether a server that was running already was taken over. */
  readonly adopted: boolean;
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
  /** Stops it and removes its files, wherever they are: for tests. */
  readonly erase: () => Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** The clone: where `node_modules` is. */
  readonly root: string;
  readonly dataDir: string;
  /** False only for tests: nothing is waited for until it is on disk. */
  readonly durable: boolean;
  /** The port that it must have, because running processes dial it; otherwise that of last time, if it is free. */
  readonly port?: number;
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
  const found = placesFor(native.value, options.dataDir);
  if (!found.ok) return found;
  const places = found.value;
  const adopted = await adoptable(places);
  const cluster = adopted ? ok('there' as const) : ensureCluster(places);
  if (!cluster.ok) return cluster;
  const server = await ensureServer(places, adopted, options);
  if (!server.ok) return server;
  const { port, pid } = server.value;
  const password = readPassword(places);
  await ensureDatabase(port, password, !options.durable);
  const stop = (): Promise<void> => stopPostmaster(pid, places);
  return ok({
    ownerUrl: ownerUrl(port, password),
    port,
    pid,
    adopted: adopted !== null,
    isRunning: () => isAlive(pid) && runningPostmaster(places)?.pid === pid,
    stop,
    erase: async () => {
      await stop();
      for (const folder of [places.isFar ? join(places.home, '..') : places.home, places.secrets])
        rmSync(folder, { recursive: true, force: true });
    },
  });
}

/** A running server that we can go on with. One of replaced programs, or without its password, is stopped. */
async function adoptable(places: Places): Promise<Postmaster | null> {
  const running = runningPostmaster(places);
  if (!running) return null;
  if (running.isCurrent && existsSync(join(places.secrets, 'postgres.password'))) return running;
  await stopPostmaster(running.pid, places);
  return null;
}

async function ensureServer(
  places: Places,
  running: Postmaster | null,
  options: EmbeddedPostgresOptions,
): Promise<Result<{ pid: number; port: number }, EmbeddedPostgresFault>> {
  const deadline = Date.now() + START_MS;
  const port = running?.port ?? options.port ?? (await choosePort(places));
  const spawn = (): number | null => spawnPostmaster(places, { port, durable: options.durable });
  let pid = running?.pid ?? spawn();
  while (Date.now() < deadline) {
    if (await answers(port, readPassword(places))) {
      const found = runningPostmaster(places);
      if (found) return ok({ pid: found.pid, port });
    }
    // Children of a killed server hold its memory for a moment; the new one gives up at once and is tried again.
    if (pid === null || !isAlive(pid)) {
      await pause(300);
      pid = spawn();
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
  const port = last > 0 && (await isPortFree(last)) ? last : await lastingPort();
  writeFileSync(file, String(port), { mode: 0o600 });
  return port;
}

/** The owner's address of a server that runs on this data directory; null when none does. Starts nothing. */
export function runningOwnerUrl(
  options: Pick<EmbeddedPostgresOptions, 'root' | 'dataDir'>,
): string | null {
  const native = packagedBinaries(options.root);
  if (!native.ok || !existsSync(join(options.dataDir, 'postgres.password'))) return null;
  const places = placesFor(native.value, options.dataDir);
  const running = places.ok ? runningPostmaster(places.value) : null;
  return places.ok && running ? ownerUrl(running.port, readPassword(places.value)) : null;
}
