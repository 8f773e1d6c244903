import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, startOf } from './processes.js';

/**
 * Takes a lock that a killed process cannot keep: the file names the holder by process id and the moment it began.
 * Returns how to give it back, or the id of the process that holds it.
 */
export function takeLock(
  path: string,
): { readonly release: () => void } | { readonly heldBy: number } {
  const mine = `${process.pid} ${startOf(process.pid)}`;
  for (;;) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const [pid = '', began = ''] = readFileSync(path, 'utf8').split(' ');
    if (isAlive(Number(pid)) && startOf(Number(pid)) === began && Number(pid) !== process.pid)
      return { heldBy: Number(pid) };
    rmSync(path, { force: true });
  }
}
