/**
 * The characters of the bytes 0x80 to 0x9F, the only ones in which Windows-1252 is not Latin-1 (the WHATWG encoding
 * standard's table; the five bytes without a character stay as they are). The platform's own decoder for this name
 * gives Latin-1 in some versions, which would turn an Excel file's dashes and quotation marks into control characters.
 */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (byte) => HIGH[byte.charCodeAt(0) - 0x80] ?? byte);
}
