import { ForbiddenException } from '@nestjs/common';
import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { isSameToken, type FormFields } from './csrf.js';
import { OldForm } from './old-form.js';

/** A form with files, read part by part, by the names of their fields; `file` is the first of them. `cutOff`: the body ended, or grew too large, before the file did. */
export type Upload = {
  readonly fields: FormFields;
  readonly file: UploadedFile | null;
  readonly files: Readonly<Record<string, UploadedFile>>;
  readonly failure: 'cut-off' | 'too-large' | null;
};

type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /LIMIT|FILE_TOO_LARGE/.test(typeof error.code === 'string' ? error.code : '');

/** Reads an upload whose fields stand before its file. The token is checked before a byte of the file is kept. */
export async function readUpload(
  request: FastifyRequest,
  token: string,
  mostFiles = 1,
): Promise<Upload> {
  const fields: Record<string, string> = {};
  const files: Record<string, UploadedFile> = {};
  let isTrusted = false;
  try {
    for await (const part of request.parts({ limits: { files: mostFiles, fields: 10 } })) {
      if (part.type === 'field') {
        fields[part.fieldname] = typeof part.value === 'string' ? part.value : '';
        continue;
      }
      isTrusted = isSameToken(fields['csrf'], token);
      if (!isTrusted) throw new OldForm('form without its token');
      const bytes = await part.toBuffer();
      if (part.filename) files[part.fieldname] = { name: part.filename, bytes };
    }
  } catch (error) {
    if (error instanceof ForbiddenException) throw error;
    if (!isTrusted && !isSameToken(fields['csrf'], token)) {
      throw new OldForm('form without its token');
    }
    return { fields, file: null, files: {}, failure: isTooLarge(error) ? 'too-large' : 'cut-off' };
  }
  if (!isSameToken(fields['csrf'], token)) throw new OldForm('form without its token');
  return { fields, file: Object.values(files)[0] ?? null, files, failure: null };
}
