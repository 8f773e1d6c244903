import multipart from '@fastify/multipart';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Service } from '#composition';
import { ApiModule } from './api.module.js';
import { requireToken } from './auth/require-token.js';
import { answerBrokenRequest } from './rest/broken-request.js';
import { XLSX } from './rest/read-submission-body.js';
import type { FailureReport } from './rest/failure.filter.js';

const LARGEST = 52_000_000;
const OLD_WORKBOOKS = /^application\/vnd\.ms-excel/;

/** Builds the api over a service, ready to listen. */
export async function createApiApp(
  service: Service,
  failures: FailureReport,
  logger: LoggerService | false = false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST,
    clientErrorHandler: answerBrokenRequest,
    forceCloseConnections: 'idle',
    requestTimeout: 300_000,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.of(service, failures),
    adapter,
    { logger, abortOnError: false },
  );
  const fastify = adapter.getInstance();
  fastify.addContentTypeParser(['text/csv', XLSX], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  // Read by nobody, and answered by the route in a sentence.
  fastify.addContentTypeParser(OLD_WORKBOOKS, (_request, payload, done) => {
    payload.resume();
    done(null);
  });
  requireToken(fastify, service);
  fastify.addHook('onSend', async (_request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    return Promise.resolve();
  });
  await app.register(multipart, { limits: { fileSize: LARGEST, files: 1, fields: 10 } });
  return app;
}
