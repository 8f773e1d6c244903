import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyReply } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Service } from '#composition';
import { schemaText } from '../graphql/schema-text.js';
import { SERVICE } from '../service-token.js';
import { openapi } from './openapi.js';

/** What machines ask about the service itself. */
@Controller()
export class AboutController {
  private readonly metrics = new Registry();
  private readonly alerting: Gauge;

  constructor(
    @Inject(SERVICE) private readonly service: Service,
    private readonly schema: GraphQLSchemaHost,
  ) {
    collectDefaultMetrics({ register: this.metrics });
    this.alerting = new Gauge({
      name: 'alerting_stage_age_seconds',
      help: 'Seconds since a stage of alerting last did its work; infinite when it never did.',
      labelNames: ['stage'],
      registers: [this.metrics],
    });
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

  /** 503, with the stages that stopped, when alerting has: what an outside monitor asks every minute. */
  @Get('health/alerting')
  async works(@Res() reply: FastifyReply): Promise<void> {
    try {
      const stages = await this.service.alerting.stages();
      const stopped = stages.some((one) => one.stopped);
      await reply
        .status(stopped ? 503 : 200)
        .send({ status: stopped ? 'stopped' : 'alerting', stages });
    } catch {
      await reply
        .status(503)
        .header('Retry-After', '2')
        .send({ status: 'stopped', reason: 'the database does not answer' });
    }
  }

  @Get('metrics')
  async prometheus(@Res() reply: FastifyReply): Promise<void> {
    await this.measureAlerting();
    await reply.type(this.metrics.contentType).send(await this.metrics.metrics());
  }

  /** With the database away the gauge is left out, which a rule on its absence sees. */
  private async measureAlerting(): Promise<void> {
    this.alerting.reset();
    try {
      const now = this.service.clock.now().getTime();
      for (const { stage, last } of await this.service.alerting.stages())
        this.alerting.set({ stage }, last ? (now - last.getTime()) / 1000 : Infinity);
    } catch {
      this.alerting.reset();
    }
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
