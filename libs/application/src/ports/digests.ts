/** Fingerprints of what was received. */
export abstract class Digests {
  /** SHA-256 over the parts with their lengths, in hexadecimal. */
  abstract sha256(parts: readonly (Uint8Array | string)[]): string;
  /** SHA-256 of a text's bytes in UTF-8, in hexadecimal, as other tools calculate it of a file. */
  abstract ofText(text: string): string;
}
