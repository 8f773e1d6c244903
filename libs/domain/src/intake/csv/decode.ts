import { decodeWindows1252 } from './windows-1252.js';

/**
 * The text of a file, by its marks: UTF-8 or UTF-16 with a byte-order mark, plain UTF-8, or else Windows-1252. Null when
 * it is no text. The mark itself is not part of the text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [a, b] = [bytes[0], bytes[1]];
  if (a === 0xff && b === 0xfe) return withoutZero(new TextDecoder('utf-16le').decode(bytes));
  if (a === 0xfe && b === 0xff) return withoutZero(new TextDecoder('utf-16be').decode(bytes));
  if (isBinary(bytes)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

const withoutZero = (text: string): string | null => (text.includes('\u0000') ? null : text);

/** Workbooks, archives and PDFs: known by their first bytes, or by a zero byte, which no text has anywhere. */
function isBinary(bytes: Uint8Array): boolean {
  const begins = (...marks: readonly number[]): boolean =>
    marks.every((mark, index) => bytes[index] === mark);
  const zip = begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06);
  const compound = begins(0xd0, 0xcf, 0x11, 0xe0);
  const pdf = begins(0x25, 0x50, 0x44, 0x46);
  return zip || compound || pdf || bytes.includes(0);
}
