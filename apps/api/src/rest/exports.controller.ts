import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ExportFormat } from '#application/exports';
import type { Service } from '#composition';
import { err, refusal } from '#domain';
import { addDays, isDayWithin, londonInstant } from '#domain/periods';
import { readerOf } from '../auth/require-token.js';
import { SERVICE } from '../service-token.js';
import { sendDownload } from './send-download.js';

const day = z.string().refine((text) => isDayWithin(text, '1900-01-01', '2099-12-31'));
/** A moment, or a day: then its end in London. */
const moment = z.union([
  z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  day.transform((text) => new Date(londonInstant(addDays(text, 1), '00:00').getTime() - 1)),
]);
const asked = z.object({
  from: day.optional(),
  to: day.optional(),
  asKnownAt: moment.optional(),
});

/** Figures of one metric as files, of every council that the caller sees. */
@Controller('v1/exports')
export class ExportsController {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Get(':metric.csv')
  csv(
    @Req() request: FastifyRequest,
    @Param('metric') metric: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send({ request, metric, query, format: 'csv' }, reply);
  }

  @Get(':metric.xlsx')
  xlsx(
    @Req() request: FastifyRequest,
    @Param('metric') metric: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send({ request, metric, query, format: 'xlsx' }, reply);
  }

  @Get(':metric.ees.zip')
  pair(
    @Req() request: FastifyRequest,
    @Param('metric') metric: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send({ request, metric, query, format: 'ees.zip' }, reply);
  }

  @Get(':metric.ees.txt')
  about(
    @Req() request: FastifyRequest,
    @Param('metric') metric: string,
    @Query() query: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send({ request, metric, query, format: 'ees.txt' }, reply);
  }

  private async send(
    of: {
      readonly request: FastifyRequest;
      readonly metric: string;
      readonly query: unknown;
      readonly format: ExportFormat;
    },
    reply: FastifyReply,
  ): Promise<void> {
    const read = asked.safeParse(of.query);
    if (!read.success) return sendDownload(reply, err(refusal('QUESTION_UNREADABLE')));
    const question = {
      metric: of.metric,
      councilId: null,
      from: read.data.from ?? null,
      to: read.data.to ?? null,
      asKnownAt: read.data.asKnownAt ?? null,
    };
    const done = await this.service.exportFigures.run(readerOf(of.request), question, of.format);
    await sendDownload(reply, done);
  }
}
