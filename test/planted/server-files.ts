import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every file under the folder of the test server that was written since: tables, write-ahead log, what it logged. */
export function serverFiles(ownerUrl: string, since: number): readonly string[] {
  const folder = readdirSync(tmpdir())
    .filter((name) => name.startsWith('monitor-test-'))
    .map((name) => join(tmpdir(), name))
    .find((candidate) => filesUnder(candidate).some((file) => isOfServer(file, ownerUrl)));
  if (!folder) throw new Error('the folder of the test server was not found');
  return filesUnder(folder).filter((file) => changedAt(file) >= since);
}

const isOfServer = (file: string, ownerUrl: string): boolean =>
  file.endsWith('postmaster.pid') &&
  read(file).toString().split('\n')[3] === new URL(ownerUrl).port;

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const changedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The bytes of a file; none where it has gone meanwhile. */
export function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
