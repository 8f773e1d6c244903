import { UnauthorizedException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Service } from '#composition';
import type { RefusalCode } from '#domain';
import type { Reader } from '#domain/access';
import { callerOf, challengeFor, type Caller } from './bearer.js';

const readers = new WeakMap<FastifyRequest, Reader>();

/** A caller whom nobody lets in, with what to tell them. */
export class NotLetIn extends UnauthorizedException {
  readonly code: RefusalCode;
  readonly challenge: string;

  constructor(caller: Exclude<Caller, { kind: 'reader' }>) {
    super();
    this.code = caller.kind === 'none' ? 'NOT_SIGNED_IN' : caller.code;
    this.challenge = challengeFor(caller);
  }
}

/** Closes every route under `/v1` to callers without a living token, before anything of the body is read. */
export function requireToken(fastify: FastifyInstance, service: Pick<Service, 'bearers'>): void {
  fastify.addHook('onRequest', async (request) => {
    if (!request.routeOptions.url?.startsWith('/v1/')) return;
    const caller = await callerOf(request.headers.authorization, service);
    if (caller.kind !== 'reader') throw new NotLetIn(caller);
    readers.set(request, caller.reader);
  });
}

/** Who sent a request to a route under `/v1`. */
export function readerOf(request: FastifyRequest): Reader {
  const reader = readers.get(request);
  if (!reader) throw new Error('a route outside /v1 asked who sent it a request');
  return reader;
}
