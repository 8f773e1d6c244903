import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What somebody had typed: the page that the form is on, where it was sent, and its fields without its token. */
export type KeptForm = {
  readonly page: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
};

/** In bytes. The longest return with every note and a comment has less. */
const MOST_BYTES = 200_000;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyFrom = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'kept form', 32));

/**
 * Seals a form by AES-256-GCM under a key that is made of the secret: whoever has what is stored and not the secret can read
 * nothing. Null for one that is too large.
 */
export function sealForm(form: KeptForm, secret: string): Buffer | null {
  const text = Buffer.from(JSON.stringify(form));
  if (text.length > MOST_BYTES) return null;
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), iv);
  return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

/** The form that `sealForm` sealed under this secret. Throws where either was tampered with. */
export function openForm(sealed: Buffer, secret: string): KeptForm {
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const text = Buffer.concat([
    decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)),
    decipher.final(),
  ]);
  return JSON.parse(text.toString('utf8')) as KeptForm;
}
