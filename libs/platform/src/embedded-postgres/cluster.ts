import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#domain';
import type { EmbeddedPostgresFault } from './fault.js';
import type { Places } from './places.js';

const passwordFile = (places: Places): string => join(places.secrets, 'postgres.password');
export const readPassword = (places: Places): string =>
  readFileSync(passwordFile(places), 'utf8').trim();

const majorOf = (text: string): string => /(\d+)/.exec(text)?.[1] ?? '';

/** Makes the cluster at the first start; later, checks that it is ours and of the same major version as the programs. */
export function ensureCluster(places: Places): Result<'made' | 'there', EmbeddedPostgresFault> {
  const version = join(places.cluster, 'PG_VERSION');
  if (!existsSync(version)) return initialise(places);
  const password = whilePasswordIsKept(places);
  if (!password.ok) return password;
  if (password.value === 'set aside') return initialise(places);
  const [ours, theirs] = [
    majorOf(spawnSync(join(places.bin, 'postgres'), ['--version']).stdout.toString()),
    majorOf(readFileSync(version, 'utf8')),
  ];
  if (ours === theirs) return ok('there');
  return err({
    kind: 'other-major-version',
    message: `The data directory ${places.secrets} was made by PostgreSQL ${theirs}, and this release brings PostgreSQL ${ours}. Start the release that made it and take a backup, or choose another DATA_DIR.`,
  });
}

/**
 * A data directory that was removed takes its password along, but not a cluster that lies outside it: that one is set
 * aside, and a new one is made, as after every removal. Nothing is deleted.
 */
function whilePasswordIsKept(places: Places): Result<'kept' | 'set aside', EmbeddedPostgresFault> {
  if (existsSync(passwordFile(places))) return ok('kept');
  if (places.isFar) {
    const last = statSync(places.cluster).mtime.toISOString().replaceAll(/\W/g, '-');
    renameSync(places.cluster, `${places.cluster}-until-${last}`);
    return ok('set aside');
  }
  return err({
    kind: 'password-lost',
    message: `The file ${passwordFile(places)} is missing, and PostgreSQL cannot be entered without it. Put it back, or choose another DATA_DIR.`,
  });
}

/**
 * A half-made cluster of a start that was killed is thrown away first. UTF-8 and a locale that is the same everywhere,
 * whatever LANG says.
 */
function initialise(places: Places): Result<'made', EmbeddedPostgresFault> {
  const { user } = places;
  rmSync(places.cluster, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile(places), `${password}\n`, { mode: 0o600 });
  const handed = `${places.cluster}.pw`;
  writeFileSync(handed, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(handed, user.uid, user.gid);
  const made = spawnSync(
    join(places.bin, 'initdb'),
    [
      '-D',
      places.cluster,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${handed}`,
      '--encoding=UTF8',
      '--no-locale',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    { env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' }, cwd: '/', ...user },
  );
  rmSync(handed, { force: true });
  if (made.status === 0) return ok('made');
  const why = made.error?.message ?? made.stderr.toString().trim().split('\n').at(-1) ?? '';
  return err({
    kind: 'initdb-failed',
    message: `PostgreSQL could not make its files in ${places.cluster}: ${why}`,
  });
}
