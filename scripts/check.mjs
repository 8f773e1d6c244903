// `npm run check`: types, lint with the walls, formatting, dead code, and the committed GraphQL schema. Each runs to its
// end, so that everything is told at once.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

prepare();
const root = fileURLToPath(new URL('..', import.meta.url));
const checks = [
  ['types', ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']],
  ['lint and walls', ['eslint/bin/eslint.js', '.', '--max-warnings', '0']],
  ['formatting', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['dead code', ['knip/bin/knip.js']],
];
const failed = checks.filter(([name, [script, ...args]]) => {
  process.stdout.write(`${name} …\n`);
  return (
    spawnSync(process.execPath, [`${root}/node_modules/${script}`, ...args], {
      cwd: root,
      stdio: 'inherit',
    }).status !== 0
  );
});
process.stdout.write('schema …\n');
if (
  spawnSync(process.execPath, [`${root}/dist/apps/api/src/write-schema.js`, '--check'], {
    cwd: root,
    stdio: 'inherit',
  }).status !== 0
) {
  failed.push(['schema']);
}
process.stdout.write(
  failed.length === 0
    ? 'All checks are clean.\n'
    : `Not clean: ${failed.map(([name]) => name).join(', ')}.\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
