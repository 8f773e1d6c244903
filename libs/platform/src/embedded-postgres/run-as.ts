import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { err, ok, type Result } from '#domain';
import type { EmbeddedPostgresFault } from './fault.js';

/** Whom PostgreSQL runs as; null is ourselves. It refuses to run as root. */
export type RunAs = { readonly uid: number; readonly gid: number } | null;

/** For root: whom the cluster belongs to where there is one, else `postgres`, else `nobody`. */
export function postgresUser(cluster: string | null): Result<RunAs, EmbeddedPostgresFault> {
  if (process.getuid?.() !== 0) return ok(null);
  const owner = cluster ? statSync(cluster) : null;
  if (owner && owner.uid !== 0) return ok({ uid: owner.uid, gid: owner.gid });
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const found = users.find((fields) => fields[0] === wanted);
    if (found) return ok({ uid: Number(found[2]), gid: Number(found[3]) });
  }
  return err({
    kind: 'no-user',
    message:
      'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as. Start as another user, or set DATABASE_URL.',
  });
}

/** Whether that user can reach a folder (root's home, for one, is closed to others). */
export function canEnter(user: RunAs, folder: string): boolean {
  if (!user) return true;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
      uid: user.uid,
      gid: user.gid,
      cwd: '/',
    }).status === 0
  );
}
