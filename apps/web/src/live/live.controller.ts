import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn, type Visitor } from '../http/visitor.js';
import { LiveStreams } from './live-streams.js';

@Controller('live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /** A stream of the newest known seq, as server-sent events; never a figure. */
  @Get()
  open(
    @SignedIn() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const stop = this.streams.open(visitor.cookie, {
      write: (text) => void response.write(text),
      end: () => void response.end(),
    });
    request.raw.on('close', stop);
  }
}
