import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { MOST_BYTES } from '#domain/intake';

/** The bytes of a file, of what is inside it where it is gzipped; a sentence where it cannot be read or is too large. */
export function readBytes(path: string): Uint8Array | string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return `There is no file "${path}".`;
  if (stat.size > MOST_BYTES) return TOO_LARGE;
  const bytes = readFileSync(path);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    const { code } = error as { code?: unknown };
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? TOO_LARGE
      : `"${path}" is a gzip file that cannot be unpacked.`;
  }
}

const TOO_LARGE = 'The file is larger than 50 MB: split it.';
