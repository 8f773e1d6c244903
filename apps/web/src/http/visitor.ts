import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SessionHolder } from '../identity-door.js';

/** A signed-in person as a request carries it. */
export type Visitor = SessionHolder & { readonly cookie: string };

const visitors = new WeakMap<object, Visitor>();

export const rememberVisitor = (request: FastifyRequest, visitor: Visitor): void => {
  visitors.set(request, visitor);
};

export const visitorOf = (request: FastifyRequest): Visitor | null => visitors.get(request) ?? null;

/** The signed-in visitor of a page that asks for one; the session guard has seen to it. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const visitor = visitorOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!visitor) throw new Error('a page without a sign-in guard asked for its visitor');
  return visitor;
});
