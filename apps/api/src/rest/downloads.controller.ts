import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Service } from '#composition';
import type { Refusal, Result } from '#domain';
import type { Download } from '#application/intake';
import { readerOf } from '../auth/require-token.js';
import { knownId } from '../graphql/known-id.js';
import { SERVICE } from '../service-token.js';
import { toProblem } from './problem.js';

/** What a sender takes home of a submission: the report of what was found, and the file as it was received. */
@Controller('v1/submissions/:id')
export class DownloadsController {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Get('findings.csv')
  async findings(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { downloadSubmission } = this.service;
    await answer(reply, await downloadSubmission.report(readerOf(request), knownId(id)));
  }

  @Get('file')
  async file(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { downloadSubmission } = this.service;
    await answer(reply, await downloadSubmission.file(readerOf(request), knownId(id)));
  }
}

async function answer(reply: FastifyReply, done: Result<Download, Refusal>): Promise<void> {
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
