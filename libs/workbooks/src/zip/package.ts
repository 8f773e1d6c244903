import { crc32 } from 'node:zlib';
import type { Turns } from '#application/ports';
import { piecesOf } from '#domain/intake';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { WorkbookLimits } from '../limits.js';
import { Refusal, tooLarge, unreadable } from '../refusal.js';

/** The parts of an archive by their names, in lower case and without a leading slash. */
export type Package = {
  readonly names: readonly string[];
  /** The same names as they are written. */
  readonly titles: readonly string[];
  /** Notes of the archive itself, which no program shows. */
  readonly notes: readonly string[];
  readonly has: (name: string) => boolean;
  /** A part, unpacked piece by piece. Reading to the end checks its sum; leaving early is allowed. */
  readonly read: (name: string) => AsyncGenerator<Uint8Array>;
};

const END_OF_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1');
/** The end record and the longest comment after it. */
const LONGEST_END = 22 + 65_535;

/**
 * Opens an archive in memory: every entry of its directory is looked at, no two may share bytes or a name, and none may be
 * encrypted.
 */
export async function openPackage(
  bytes: Uint8Array,
  limits: WorkbookLimits,
  turns: Turns | null,
): Promise<Package> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(-LONGEST_END).lastIndexOf(END_OF_DIRECTORY) < 0)
    throw new Refusal({ kind: buffer.indexOf('PK\u0003\u0004') === 0 ? 'cut-off' : 'unreadable' });
  const zip = await orUnreadable(fromBufferPromise(buffer, { validateEntrySizes: false }));
  const entries = await entriesOf(zip, limits);
  await refuseOverlaps(zip, [...entries.values()]);
  const budget = budgetFor(buffer.length, limits);
  const notes = [zip.comment, ...[...entries.values()].map((entry) => entry.fileComment)];
  return {
    names: [...entries.keys()],
    titles: [...entries.values()].map((entry) => entry.fileName),
    notes: notes.filter((note) => note !== ''),
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) throw unreadable();
      return unpacked(zip, entry, { budget, turns });
    },
  };
}

/** What the archive's reader throws is a fault of the file. */
async function orUnreadable<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw error instanceof Refusal ? error : unreadable();
  }
}

async function entriesOf(
  zip: ZipFile,
  { entries: most }: WorkbookLimits,
): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > most) throw tooLarge(`more than ${most.toLocaleString('en-GB')} parts`);
  const each = zip.eachEntry();
  for (;;) {
    const next = await orUnreadable(each.next());
    if (next.done === true) return entries;
    const entry = next.value;
    const name = entry.fileName.toLowerCase();
    if (entry.isEncrypted() || entries.has(name)) throw unreadable();
    if (!name.endsWith('/')) entries.set(name, entry);
  }
}

/** Entries that share bytes are how a small file unpacks to a very large one. */
async function refuseOverlaps(zip: ZipFile, entries: readonly Entry[]): Promise<void> {
  let end = 0;
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    const from = entry.relativeOffsetOfLocalHeader;
    if (from < end) throw tooLarge('the same bytes more than once');
    const header = await orUnreadable(zip.readLocalFileHeaderPromise(entry, { minimal: true }));
    end = header.fileDataStart + entry.compressedSize;
  }
}

type Budget = { readonly spend: (bytes: number) => void };

function budgetFor(packed: number, { unpackedBytes, ratio }: WorkbookLimits): Budget {
  let spent = 0;
  return {
    spend: (bytes) => {
      spent += bytes;
      if (spent > packed * ratio) throw tooLarge(`more than ${ratio} times its size when unpacked`);
      if (spent > unpackedBytes)
        throw tooLarge(`more than ${Math.round(unpackedBytes / 1_000_000)} MB when unpacked`);
    },
  };
}

async function* unpacked(
  zip: ZipFile,
  entry: Entry,
  { budget, turns }: { readonly budget: Budget; readonly turns: Turns | null },
): AsyncGenerator<Uint8Array, void> {
  const stream = await orUnreadable(zip.openReadStreamPromise(entry));
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let [sum, size] = [0, 0];
  try {
    for (;;) {
      const next = await orUnreadable(chunks.next());
      if (next.done === true) break;
      budget.spend(next.value.length);
      size += next.value.length;
      sum = crc32(next.value, sum);
      yield* piecesOf(next.value);
      // What is unpacked already would otherwise be handed on without a pause.
      await turns?.give();
    }
    if (sum !== entry.crc32 || size !== entry.uncompressedSize) throw unreadable();
  } finally {
    stream.destroy();
  }
}
