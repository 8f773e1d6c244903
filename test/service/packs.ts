import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { OpenedPack } from '#application/packs';
import type { PackRecord } from '#application/ports';
import type { Reader } from '#domain/access';
import { readManifest, type PackManifest } from '#domain/packs';
import { PagePackPainter } from '#web/packs';
import { sendFifteenMonths } from './fifteen-months.js';
import { testService, type TestService } from './test-service.js';

/** What the packs of specs are made of. */
export const MEASURES = ['requests_received', 'plans_within_20_weeks'];
export const TERMS = {
  title: 'Panels after a year',
  question: 'Should panels go on in every council?',
  note: 'For the November meeting.',
  measures: MEASURES,
  councils: ['barnet', 'leeds'],
  asKnownAt: null as Date | null,
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The built command on a service's database: its exit status, and what it printed. */
export function cli({ database }: TestService, ...words: string[]): readonly [number, string] {
  const { app, worker, queue } = database.roles;
  const env = {
    ...process.env,
    ...{ NODE_OPTIONS: '', DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: app },
    ...{ WORKER_DATABASE_URL: worker, QUEUE_DATABASE_URL: queue, AS_OF: '2024-05-01T09:00:00Z' },
  };
  const main = join('dist', 'apps', 'cli', 'src', 'main.js');
  try {
    return [0, execFileSync(process.execPath, [main, ...words], { encoding: 'utf8', env })];
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return [status, stdout];
  }
}

/** A service of its own, with fifteen months of four councils: the same whenever it is called. */
export async function opened(): Promise<TestService> {
  const at = await testService('2023-02-01T09:00:00Z', null, undefined, new PagePackPainter());
  await sendFifteenMonths(at);
  return at;
}

export function manifestOf({ manifest }: PackRecord): PackManifest {
  const read = readManifest(manifest);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** What the manifest says of each file. */
export const digests = (pack: PackRecord): Map<string, string> =>
  new Map(manifestOf(pack).entries.map(({ path, sha256: digest }) => [path, digest]));

export async function built(
  at: TestService,
  reader: Reader,
  over: Partial<typeof TERMS> = {},
): Promise<PackRecord> {
  const pack = await at.service.buildPack.run({ reader, ...TERMS, ...over });
  if (!pack.ok) throw new Error(JSON.stringify(pack.error));
  return pack.value;
}

export async function openedBy(
  at: TestService,
  reader: Reader,
  { id }: PackRecord,
): Promise<OpenedPack> {
  const found = await at.service.readPacks.one(reader, id);
  if (!found) throw new Error('no pack');
  return found;
}

export async function textRead(
  at: TestService,
  reader: Reader,
  { pack, path }: { readonly pack: PackRecord; readonly path: string },
): Promise<string> {
  const file = await at.service.readPacks.file(reader, pack.id, path);
  if (!file.ok) throw new Error(file.error.code);
  return file.value.content;
}
