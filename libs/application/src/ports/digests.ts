/** Fingerprints of what was received. */
export abstract class Digests {
  /** SHA-256 over the parts with their lengths, in hexadecimal. */
  abstract sha256(parts: readonly (Uint8Array | string)[]): string;
}
