import { decodeWindows1252 } from './windows-1252.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Turns bytes that come in pieces into text; a character that two pieces share comes with the second. */
export type Decoder = { readonly take: (bytes: Uint8Array) => string; readonly end: () => string };

/** How much is decoded at once. */
const PIECE = 65_536;

/** The bytes in pieces. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.byteLength; from += PIECE)
    yield bytes.subarray(from, from + PIECE);
}

/**
 * How a file is written, by its marks: UTF-8 or UTF-16 with a byte-order mark, plain UTF-8, or else Windows-1252. Null when
 * it is no text. Looks through the whole file, a piece at a time.
 */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  const [a, b] = [bytes[0], bytes[1]];
  if (a === 0xff && b === 0xfe) return withoutZero(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return withoutZero(bytes, 'utf-16be');
  if (isBinary(bytes)) return null;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const piece of piecesOf(bytes)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The mark itself is not part of the text. */
export function decoderOf(encoding: Encoding): Decoder {
  if (encoding === 'windows-1252') return { take: decodeWindows1252, end: () => '' };
  const decoder = new TextDecoder(encoding);
  return {
    take: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

/** The text of a whole file; null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  if (encoding === null) return null;
  const decoder = decoderOf(encoding);
  return decoder.take(bytes) + decoder.end();
}

function withoutZero(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Encoding | null {
  const decoder = decoderOf(encoding);
  for (const piece of piecesOf(bytes)) if (decoder.take(piece).includes('\u0000')) return null;
  return decoder.end().includes('\u0000') ? null : encoding;
}

/** Workbooks, archives and PDFs: known by their first bytes, or by a zero byte, which no text has anywhere. */
function isBinary(bytes: Uint8Array): boolean {
  const begins = (...marks: readonly number[]): boolean =>
    marks.every((mark, index) => bytes[index] === mark);
  const zip = begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06);
  const compound = begins(0xd0, 0xcf, 0x11, 0xe0);
  const pdf = begins(0x25, 0x50, 0x44, 0x46);
  return zip || compound || pdf || bytes.includes(0);
}
