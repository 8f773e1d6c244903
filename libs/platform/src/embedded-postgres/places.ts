import { chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '#domain';
import { FAR_HOME, reachableBinaries, shortDigest } from './binaries.js';
import type { EmbeddedPostgresFault } from './fault.js';
import { canEnter, postgresUser, type RunAs } from './run-as.js';

/** Where PostgreSQL's programs and files are, and whom it runs as. */
export type Places = {
  readonly user: RunAs;
  readonly bin: string;
  /** Holds the cluster and its log; whether it lies outside the data directory. */
  readonly home: string;
  readonly isFar: boolean;
  readonly cluster: string;
  readonly log: string;
  /** What only we keep: the superuser's password and the port. */
  readonly secrets: string;
};

/**
 * Under the data directory; but where the user that PostgreSQL runs as can't enter that, its files go to a folder of
 * their own outside, named by the data directory's path. Files that are there already stay where they are, and belong
 * to whom they belonged.
 */
export function placesFor(native: string, dataDir: string): Result<Places, EmbeddedPostgresFault> {
  const secrets = resolve(dataDir);
  mkdirSync(secrets, { recursive: true });
  const near = join(secrets, 'postgres');
  const far = join(FAR_HOME, shortDigest(secrets), 'postgres');
  const made = [near, far].find((home) => existsSync(join(home, 'cluster')));
  const user = postgresUser(made ? join(made, 'cluster') : null);
  if (!user.ok) return user;
  const home = made ?? (canEnter(user.value, secrets) ? near : far);
  const there = statSync(home, { throwIfNoEntry: false });
  const mine = process.getuid?.();
  if (there && mine !== undefined && mine !== 0 && there.uid !== mine)
    return err(notOurs(home, `belong to another user (number ${there.uid})`));
  if (made === near && !canEnter(user.value, near))
    return err(notOurs(home, 'can no longer be entered by the user that PostgreSQL runs as'));
  mkdirSync(dirname(home), { recursive: true, mode: 0o755 });
  mkdirSync(home, { recursive: true, mode: 0o750 });
  if (user.value) chownSync(home, user.value.uid, user.value.gid);
  return ok({
    user: user.value,
    bin: join(reachableBinaries(native, user.value), 'bin'),
    home,
    isFar: home === far,
    cluster: join(home, 'cluster'),
    log: join(home, 'postgres.log'),
    secrets,
  });
}

const notOurs = (home: string, how: string): EmbeddedPostgresFault => ({
  kind: 'not-ours',
  message: `PostgreSQL's files in ${home} ${how}. Start as the user who started before, open the folders above them, or choose another DATA_DIR.`,
});
