// Writes package-lock.json in an empty folder that holds package.json alone, by npm 10: the only way found so far whose
// result both npm 10 and npm 11 install with `npm ci` (docs/adr/0002-node-20-and-its-pins.md).
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const empty = mkdtempSync(join(tmpdir(), 'lock-'));
try {
  copyFileSync(join(root, 'package.json'), join(empty, 'package.json'));
  execFileSync(
    'npx',
    ['--yes', 'npm@10', 'install', '--package-lock-only', '--no-audit', '--no-fund'],
    { cwd: empty, stdio: 'inherit' },
  );
  copyFileSync(join(empty, 'package-lock.json'), join(root, 'package-lock.json'));
} finally {
  rmSync(empty, { recursive: true, force: true });
}
