import { randomBytes } from 'node:crypto';
import { digestOf, newSecret } from '../digest.js';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const PUBLIC_CHARACTERS = 8;
const KEY = /^cpm_live_[a-z2-9]{8}_[\w-]{43}$/;

/** A key as it is handed out, once. */
export type NewKeyText = {
  readonly text: string;
  readonly publicId: string;
  readonly digest: string;
};

/**
 * `cpm_live_7kq2xm4a_` and 32 random bytes. The first part lets people and secret scanners know a key when they see one;
 * the public id (of 32 letters without lookalikes) names it in lists. Only SHA-256 of the whole is kept: a slow hash
 * protects what people choose and others can guess, and nobody guesses 256 random bits, so it would only cost every
 * request its time.
 */
export function newKeyText(): NewKeyText {
  const publicId = [...randomBytes(PUBLIC_CHARACTERS)]
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('');
  const text = `${keyName(publicId)}_${newSecret()}`;
  return { text, publicId, digest: digestOf(text) };
}

/** What lists and people call a key. */
export const keyName = (publicId: string): string => `cpm_live_${publicId}`;

/** Whether a text can be a key at all: what cannot is not looked up. */
export const isKeyText = (text: string): boolean => KEY.test(text);
