import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { WebModule, type WebParts } from './web.module.js';

const FORM_BYTES = 1_000_000;
const FILE_BYTES = 50_000_000;

/** Builds the pages over a service, ready to listen. */
export async function createWebApp(
  parts: WebParts,
  logger: LoggerService | false = false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: FORM_BYTES, forceCloseConnections: 'idle' });
  const app = await NestFactory.create<NestFastifyApplication>(WebModule.of(parts), adapter, {
    logger,
    abortOnError: false,
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: FILE_BYTES, files: 1, fields: 10 } });
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
  });
  return app;
}
