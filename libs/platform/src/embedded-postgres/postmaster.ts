import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../processes/processes.js';
import type { Places } from './places.js';

export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** False when it runs programs that were replaced since (another version, or installed anew). */
  readonly isCurrent: boolean;
};

/** The server that runs on this cluster, if `postmaster.pid` names a process that really is one; else null. */
export function runningPostmaster(places: Places): Postmaster | null {
  const lines = textOf(join(places.cluster, 'postmaster.pid')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0) || !isAlive(pid) || !servesCluster(pid, places)) return null;
  return { pid, port, isCurrent: runsProgram(pid, places) };
}

/** By its command line, so that a process that was given the id of a server that is gone is not taken for it. */
function servesCluster(pid: number, places: Places): boolean {
  if (existsSync('/proc/self')) {
    const [program = '', ...words] = textOf(`/proc/${pid}/cmdline`).split('\0');
    return basename(program) === 'postgres' && words.includes(places.cluster);
  }
  if (process.platform === 'win32') return true;
  const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout.toString();
  return command.includes(`postgres -D ${places.cluster}`);
}

function runsProgram(pid: number, places: Places): boolean {
  if (!existsSync('/proc/self')) return true;
  try {
    return readlinkSync(`/proc/${pid}/exe`) === realpathSync(join(places.bin, 'postgres'));
  } catch {
    return false;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

export type StartOptions = { readonly port: number; readonly durable: boolean };

/** Starts the server detached, so that it outlives a killed supervisor and is adopted by the next start. */
export function spawnPostmaster(places: Places, options: StartOptions): number | null {
  const { user } = places;
  // A file left by a server that is gone would keep this one from starting when its pid was given to another process.
  rmSync(join(places.cluster, 'postmaster.pid'), { force: true });
  const log = openSync(places.log, 'a');
  if (user) chownSync(places.log, user.uid, user.gid);
  const settings = [
    `port=${options.port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=256MB',
    'max_connections=100',
    'wal_compression=on',
    'max_wal_size=2GB',
    'log_timezone=UTC',
    'timezone=UTC',
    ...(options.durable
      ? []
      : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']),
  ];
  const child = spawn(
    join(places.bin, 'postgres'),
    ['-D', places.cluster, ...settings.flatMap((setting) => ['-c', setting])],
    {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: '/',
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
      ...user,
    },
  );
  child.unref();
  child.on('error', () => undefined);
  closeSync(log);
  return child.pid ?? null;
}

const CLEAN_MS = 30_000;

/**
 * Asks the server to stop at once but cleanly (open transactions are rolled back), and waits until it has gone. One that
 * takes half a minute is told to drop everything: its next start recovers, and loses nothing.
 */
export async function stopPostmaster(pid: number, places: Places): Promise<void> {
  const isThere = (): boolean => isAlive(pid) && servesCluster(pid, places);
  for (const [request, patienceMs] of [
    ['SIGINT', CLEAN_MS],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isThere()) return;
    signal(pid, request);
    const deadline = Date.now() + patienceMs;
    while (isThere() && Date.now() < deadline) await pause(25);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has gone in the meantime.
  }
}

/** The last line of its log that says why it would not start. */
export function lastComplaint(places: Places): string {
  if (!existsSync(places.log)) return 'it left no log';
  const lines = readFileSync(places.log, 'utf8').trim().split('\n');
  return lines.filter((line) => /FATAL|ERROR|error/.test(line)).at(-1) ?? lines.at(-1) ?? '';
}
