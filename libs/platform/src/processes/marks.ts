import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive, startOf } from './processes.js';

/** A file whose name alone says which process it stands for, and so can be removed safely once that one has gone. */
export type Mark = { readonly pid: number; readonly file: string };

const nameOf = (path: string, pid: number): string =>
  `${path}.${pid}-${startOf(pid).replaceAll(/\W+/g, '_')}`;

/** Marks a running process under a path. False when it is marked there already. */
export function putMark(path: string, pid: number): boolean {
  try {
    writeFileSync(nameOf(path, pid), '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * The marked processes that still run. A process id that was given to another process since does not count: the name
 * carries the moment at which the process began. Marks of the dead are removed.
 */
export function marksUnder(path: string): readonly Mark[] {
  const prefix = `${basename(path)}.`;
  return readdirSync(dirname(path)).flatMap((name) => {
    const pid = name.startsWith(prefix)
      ? Number.parseInt(name.slice(prefix.length), 10)
      : Number.NaN;
    if (Number.isNaN(pid)) return [];
    const file = join(dirname(path), name);
    if (isAlive(pid) && file === nameOf(path, pid)) return [{ pid, file }];
    rmSync(file, { force: true });
    return [];
  });
}

/** Takes back the marks of a process that has gone. */
export function removeMarks(path: string, pid: number): void {
  const prefix = `${basename(path)}.${pid}-`;
  for (const name of readdirSync(dirname(path)))
    if (name.startsWith(prefix)) rmSync(join(dirname(path), name), { force: true });
}
