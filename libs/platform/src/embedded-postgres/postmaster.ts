import { spawn } from 'node:child_process';
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
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '../processes/processes.js';
import type { Places } from './places.js';
import type { RunAs } from './run-as.js';

export type Postmaster = { readonly pid: number; readonly port: number };

/** The server that runs on this cluster, if `postmaster.pid` names a process that really is our program; else null. */
export function runningPostmaster(places: Places): Postmaster | null {
  const file = join(places.cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && isAlive(pid) && isOurProgram(pid, places) ? { pid, port } : null;
}

function isOurProgram(pid: number, places: Places): boolean {
  if (!existsSync(`/proc/${pid}`)) return process.platform !== 'linux';
  try {
    const program = readlinkSync(`/proc/${pid}/exe`);
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return (
      program === realpathSync(join(places.bin, 'postgres')) && command.includes(places.cluster)
    );
  } catch {
    return false;
  }
}

export type StartOptions = { readonly port: number; readonly durable: boolean };

/** Starts the server detached, so that it outlives a killed supervisor and is adopted by the next start. */
export function spawnPostmaster(places: Places, user: RunAs, options: StartOptions): number | null {
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
    ...(options.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
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

/** Asks the server to stop at once but cleanly (open transactions are rolled back), and waits until it has gone. */
export async function stopPostmaster(pid: number, places: Places): Promise<void> {
  for (let asked = 0; runningPostmaster(places)?.pid === pid && asked < 200; asked += 1) {
    if (asked % 50 === 0) process.kill(pid, asked < 100 ? 'SIGINT' : 'SIGQUIT');
    await pause(50);
  }
}

/** The last line of its log that says why it would not start. */
export function lastComplaint(places: Places): string {
  if (!existsSync(places.log)) return 'it left no log';
  const lines = readFileSync(places.log, 'utf8').trim().split('\n');
  return lines.filter((line) => /FATAL|ERROR|error/.test(line)).at(-1) ?? lines.at(-1) ?? '';
}
