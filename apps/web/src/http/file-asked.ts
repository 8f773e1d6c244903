import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** The last part of the address: which of the files beside a page was asked for. */
export const FileAsked = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { url } = context.switchToHttp().getRequest<FastifyRequest>();
  return url.split('?')[0]?.split('/').at(-1) ?? '';
});
