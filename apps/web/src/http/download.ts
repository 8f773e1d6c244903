import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** A file to be saved by the reader's browser, never shown by it. `fileName` is of letters, digits, dots and dashes. */
export class DownloadedFile {
  constructor(
    readonly file: {
      readonly fileName: string;
      readonly type: string;
      readonly content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
    },
  ) {}
}

/** Sets what goes with a download on the reply, and answers its content, which is read as it is sent. */
export function sendDownload({ file }: DownloadedFile, reply: FastifyReply): Readable {
  reply
    .header('content-type', file.type)
    .header('content-disposition', `attachment; filename="${file.fileName}"`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store');
  return Readable.from(file.content, { objectMode: false });
}
