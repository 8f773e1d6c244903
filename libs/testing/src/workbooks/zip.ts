import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive, and the lies that it may tell. */
export type ZipEntry = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The size that the directory announces; the true one when left out. */
  readonly announced?: number;
  readonly encrypted?: boolean;
  /** Shares the bytes of the entry before it. */
  readonly overlaps?: boolean;
  readonly comment?: string;
  /** Not compressed, which every reader of archives takes too; hundreds of small archives are made and read far quicker so. */
  readonly stored?: boolean;
};

const u16 = (n: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(n);
  return bytes;
};
const u32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n);
  return bytes;
};

/** An archive written by hand, so that it can be wrong in every way. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let [at, before] = [0, 0];
  for (const { name, bytes, announced, encrypted, overlaps, stored, comment = '' } of entries) {
    const packed = stored ? Buffer.from(bytes) : deflateRawSync(bytes);
    const title = Buffer.from(name, 'utf8');
    const facts = Buffer.concat([
      u16(20),
      u16(0x0800 | (encrypted ? 1 : 0)),
      u16(stored ? 0 : 8),
      u32(0),
      u32(crc32(bytes)),
      u32(packed.length),
      u32(announced ?? bytes.length),
      u16(title.length),
      u16(0),
    ]);
    const body = Buffer.concat([u32(0x04034b50), facts, title, packed]);
    const note = Buffer.from(comment, 'utf8');
    const offset = overlaps ? before : at;
    const rest = [u16(note.length), u16(0), u16(0), u32(0), u32(offset), title, note];
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), facts, ...rest]));
    if (overlaps) continue;
    bodies.push(body);
    before = at;
    at += body.length;
  }
  const list = Buffer.concat(directory);
  const count = u16(entries.length);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(list.length), u32(at), u16(0)];
  return Buffer.concat([...bodies, list, ...end]);
}
