import { crc32, deflateRawSync } from 'node:zlib';

/** Numbers of two or four bytes, lowest byte first, as an archive writes them. */
function numbers(...all: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(all.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of all) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}

/** An archive of a few small texts (APPNOTE.TXT of PKWARE): deflated, names in UTF-8, no date, nothing that varies. */
export function writeZip(parts: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of parts) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(bytes);
    const facts = numbers(
      [2, 20],
      [2, 0x0800],
      [2, 8],
      // Midnight on 1 January 1980, the first day that an archive can name.
      [2, 0],
      [2, 0x21],
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, title.length],
      [2, 0],
    );
    const body = Buffer.concat([numbers([4, 0x04034b50]), facts, title, packed]);
    const rest = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, at]);
    directory.push(Buffer.concat([numbers([4, 0x02014b50], [2, 20]), facts, rest, title]));
    bodies.push(body);
    at += body.length;
  }
  const list = Buffer.concat(directory);
  const count = parts.length;
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, list.length],
    [4, at],
    [2, 0],
  );
  return Buffer.concat([...bodies, list, end]);
}
