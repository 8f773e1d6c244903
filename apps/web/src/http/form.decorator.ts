import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { fieldsOf, type FormFields } from './csrf.js';

/** The fields of a sent form as text. Its token has been checked. */
export const Form = createParamDecorator((_: unknown, context: ExecutionContext): FormFields =>
  fieldsOf(context.switchToHttp().getRequest<FastifyRequest>().body),
);
