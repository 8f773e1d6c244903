import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canEnter, type RunAs } from './run-as.js';

/** Where PostgreSQL's programs and files are. */
export type Places = {
  readonly bin: string;
  readonly cluster: string;
  readonly log: string;
  /** What only we keep: the superuser's password and the port. */
  readonly secrets: string;
};

const FAR_HOME = '/var/lib/change-programme-monitor';

/**
 * Under the data directory; but where the user that PostgreSQL runs as can't enter it, programs and files go to a folder
 * of their own outside, named by the data directory's path.
 */
export function placesFor(native: string, dataDir: string, user: RunAs): Places {
  const secrets = resolve(dataDir);
  mkdirSync(secrets, { recursive: true });
  const near = join(secrets, 'postgres');
  if (canEnter(user, secrets) && canEnter(user, join(native, 'bin')))
    return madeAt(near, native, secrets, user);
  const name = createHash('sha256').update(secrets).digest('hex').slice(0, 16);
  const far = join(FAR_HOME, name);
  mkdirSync(far, { recursive: true, mode: 0o755 });
  const copied = join(far, 'native');
  if (!existsSync(copied)) {
    cpSync(native, `${copied}.part`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copied}.part`, copied);
  }
  return madeAt(join(far, 'postgres'), copied, secrets, user);
}

function madeAt(home: string, native: string, secrets: string, user: RunAs): Places {
  mkdirSync(home, { recursive: true, mode: 0o750 });
  if (user) chownSync(home, user.uid, user.gid);
  return {
    bin: join(native, 'bin'),
    cluster: join(home, 'cluster'),
    log: join(home, 'postgres.log'),
    secrets,
  };
}
