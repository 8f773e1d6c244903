import { UnauthorizedException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Service } from '#composition';
import type { Reader } from '#domain/access';
import { readerOfRequest } from './bearer.js';

const readers = new WeakMap<FastifyRequest, Reader>();

/** Closes every route under `/v1` to callers without a living token, before anything of the body is read. */
export function requireToken(
  fastify: FastifyInstance,
  service: Pick<Service, 'accessTokens'>,
): void {
  fastify.addHook('onRequest', async (request) => {
    if (!request.routeOptions.url?.startsWith('/v1/')) return;
    const reader = await readerOfRequest(request.headers.authorization, service);
    if (!reader) throw new UnauthorizedException();
    readers.set(request, reader);
  });
}

/** Who sent a request to a route under `/v1`. */
export function readerOf(request: FastifyRequest): Reader {
  const reader = readers.get(request);
  if (!reader) throw new Error('a route outside /v1 asked who sent it a request');
  return reader;
}
