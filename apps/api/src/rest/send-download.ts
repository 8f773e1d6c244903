import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Download } from '#application/intake';
import type { Refusal, Result } from '#domain';
import { toProblem } from './problem.js';

/** Answers with a file, read as it is sent, or with the problem why there is none. */
export async function sendDownload(
  reply: FastifyReply,
  done: Result<Download, Refusal>,
): Promise<void> {
  if (!done.ok) {
    const problem = toProblem(done.error);
    await reply
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problem));
    return;
  }
  const { fileName, type, content } = done.value;
  await reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(Readable.from(content, { objectMode: false }));
}
