import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readBytes } from './read-bytes.js';

describe('the bytes of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-bytes-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const text = (read: Uint8Array | string): string =>
    typeof read === 'string' ? read : Buffer.from(read).toString();

  it('are those inside where it is gzipped, whatever it is called', () => {
    expect(text(readBytes(file('a.csv', Buffer.from('a,b\n'))))).toBe('a,b\n');
    expect(text(readBytes(file('b.csv', gzipSync('a,b\n'))))).toBe('a,b\n');
  });

  it('are refused in a sentence where there are none, too many, or none that can be unpacked', () => {
    const missing = join(folder, 'none.csv');
    expect(readBytes(missing)).toBe(`There is no file "${missing}".`);
    expect(readBytes(folder)).toBe(`There is no file "${folder}".`);
    const large = file('large.csv.gz', gzipSync(Buffer.alloc(50_000_001)));
    expect(readBytes(large)).toBe('The file is larger than 50 MB: split it.');
    const broken = file('broken.csv.gz', gzipSync('a,b\n').subarray(0, 12));
    expect(readBytes(broken)).toBe(`"${broken}" is a gzip file that cannot be unpacked.`);
  });
});
