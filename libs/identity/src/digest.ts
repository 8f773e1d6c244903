import { createHash, randomBytes } from 'node:crypto';

/** A secret for its holder: 32 random bytes as text. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. */
export const digestOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');
