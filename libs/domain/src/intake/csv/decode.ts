/** The text of a file, by its marks: UTF-8 or UTF-16 with a byte-order mark, plain UTF-8, or else Windows-1252. */
export function decodeText(bytes: Uint8Array): string | null {
  const [a, b] = [bytes[0], bytes[1]];
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isBinary(bytes)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Workbooks, archives and pictures: known by their first bytes, or by a zero byte, which no text has. */
function isBinary(bytes: Uint8Array): boolean {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const compound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  return zip || compound || bytes.subarray(0, 4_096).includes(0);
}
