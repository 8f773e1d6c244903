// One compilation of everything, and a copy of what is not compiled: the templates and files of the pages.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const done = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], {
  stdio: 'inherit',
});
if (done.status !== 0) process.exit(done.status ?? 1);
for (const folder of ['views', 'public']) {
  const from = join(root, 'apps', 'web', folder);
  const to = join(root, 'dist', 'apps', 'web', folder);
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}
