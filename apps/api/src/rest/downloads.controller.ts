import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Service } from '#composition';
import { readerOf } from '../auth/require-token.js';
import { knownId } from '../graphql/known-id.js';
import { SERVICE } from '../service-token.js';
import { sendDownload } from './send-download.js';

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
    await sendDownload(reply, await downloadSubmission.report(readerOf(request), knownId(id)));
  }

  @Get('file')
  async file(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { downloadSubmission } = this.service;
    await sendDownload(reply, await downloadSubmission.file(readerOf(request), knownId(id)));
  }
}
