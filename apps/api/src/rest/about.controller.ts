import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyReply } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Service } from '#composition';
import { schemaText } from '../graphql/schema-text.js';
import { SERVICE } from '../service-token.js';
import { openapi } from './openapi.js';

/** What machines ask about the service itself. */
@Controller()
export class AboutController {
  private readonly metrics = new Registry();

  constructor(
    @Inject(SERVICE) private readonly service: Service,
    private readonly schema: GraphQLSchemaHost,
  ) {
    collectDefaultMetrics({ register: this.metrics });
  }

  @Get('health/live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** Ready when the database answers and a programme is loaded. */
  @Get('health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    try {
      await this.service.ready();
      await this.service.programme.current();
      await reply.send({ status: 'ready' });
    } catch (error) {
      const reason =
        error instanceof Error && error.name === 'NoProgramme'
          ? 'no programme is loaded'
          : 'the database does not answer';
      await reply.status(503).header('Retry-After', '2').send({ status: 'not ready', reason });
    }
  }

  @Get('metrics')
  async prometheus(@Res() reply: FastifyReply): Promise<void> {
    await reply.type(this.metrics.contentType).send(await this.metrics.metrics());
  }

  @Get('openapi.json')
  @Header('content-type', 'application/json')
  description(): object {
    return openapi;
  }

  @Get('schema.graphql')
  @Header('content-type', 'text/plain; charset=utf-8')
  sdl(): string {
    return schemaText(this.schema.schema);
  }
}
