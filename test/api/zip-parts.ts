import { inflateRawSync } from 'node:zlib';

/** The texts of an archive by name, from its own directory (APPNOTE.TXT of PKWARE). */
export function zipParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const all = Buffer.from(bytes);
  const end = all.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const parts = new Map<string, string>();
  let at = all.readUInt32LE(end + 16);
  for (let left = all.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, nameLength] = [all.readUInt32LE(at + 20), all.readUInt16LE(at + 28)];
    const body = all.readUInt32LE(at + 42);
    const name = all.toString('utf8', at + 46, at + 46 + nameLength);
    const from = body + 30 + all.readUInt16LE(body + 26) + all.readUInt16LE(body + 28);
    parts.set(name, inflateRawSync(all.subarray(from, from + packed)).toString('utf8'));
    at += 46 + nameLength + all.readUInt16LE(at + 30) + all.readUInt16LE(at + 32);
  }
  return parts;
}
