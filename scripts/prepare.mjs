// Makes a bare clone runnable: installs the locked dependencies and builds, each only when what it rests on has changed,
// with a stamp written only after success and a lock against two starts. Plain Node: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const OLDEST = [20, 19];

const say = (line) => process.stdout.write(`${line}\n`);
const stop = (sentence) => {
  say(sentence);
  process.exit(1);
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** One preparation at a time; a lock whose holder is gone is taken over. */
function withLock(work) {
  const path = join(root, '.prepare.lock');
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(path, 'utf8')) || 0;
    if (holder === 0 || !isAlive(holder)) rmSync(path, { force: true });
    else sleep(200);
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

const digest = (parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const run = (command, args, what) => {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status !== 0) stop(`${what} failed. The lines above say why; mend it and start again.`);
};

function sources(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|njk|css|js|svg|json)$/.test(entry.name) ? [path] : [];
  });
}

/** Size and time of every source: cheap to ask, and different when anything was edited. */
const sourceState = () =>
  digest(
    ['apps', 'libs', 'test', 'bench', 'programmes']
      .filter((folder) => existsSync(join(root, folder)))
      .flatMap(sources)
      .concat(['package.json', 'tsconfig.json'])
      .map((path) => {
        const { size, mtimeMs } = statSync(join(root, path));
        return `${path} ${size} ${mtimeMs}\n`;
      }),
  );

const stampIs = (path, state) => existsSync(path) && readFileSync(path, 'utf8') === state;

function install() {
  const stamp = join(root, 'node_modules', '.installed');
  const state = digest([readFileSync(join(root, 'package-lock.json')), process.version]);
  if (stampIs(stamp, state)) return;
  say('Installing the locked dependencies …');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], '"npm ci"');
  writeFileSync(stamp, state);
}

function build() {
  const stamp = join(root, 'dist', '.built');
  const state = sourceState();
  if (stampIs(stamp, state)) return;
  say('Building …');
  run(process.execPath, [join(root, 'scripts', 'build.mjs')], 'The build');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, state);
}

export function prepare() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    stop(`Node ${OLDEST.join('.')} or later is needed; this is ${process.version}.`);
  }
  withLock(() => {
    install();
    build();
  });
}
