import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { refusal, type RefusalCode } from '#domain';
import { isDatabaseAway } from '#persistence';
import { NotLetIn } from '../auth/require-token.js';
import { CUT_OFF, toProblem, type Problem } from './problem.js';

/** Where bugs are reported, under the reference that the caller is given. */
export abstract class FailureReport {
  abstract report(error: unknown, reference: string): void;
  abstract newReference(): string;
}

const BY_STATUS: Readonly<Record<number, RefusalCode>> = {
  400: 'BODY_UNREADABLE',
  401: 'NOT_SIGNED_IN',
  403: 'NOT_ALLOWED',
  404: 'NOT_FOUND',
  406: 'TYPE_NOT_TAKEN',
  413: 'TOO_LARGE',
  415: 'TYPE_NOT_TAKEN',
};

/** Every failure of REST as a problem: what the caller can mend, that the database is away, or a reference. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  constructor(private readonly failures: FailureReport) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem) {
      if (problem.status === 503) void reply.header('Retry-After', '2');
      if (error instanceof NotLetIn) void reply.header('WWW-Authenticate', error.challenge);
      void reply
        .status(problem.status)
        .type('application/problem+json')
        .send(JSON.stringify(problem));
      return;
    }
    const reference = this.failures.newReference();
    this.failures.report(error, reference);
    const body = {
      type: 'about:blank',
      title: 'Something went wrong on our side.',
      status: 500,
      code: 'INTERNAL',
      message: 'Something went wrong on our side.',
      fix: `Send it again; if it stays, tell us the reference ${reference}.`,
      findings: [],
    };
    void reply.status(500).type('application/problem+json').send(JSON.stringify(body));
  }
}

/** What the caller can mend, or wait for; null for a bug. */
function problemOf(error: unknown): Problem | null {
  if (isDatabaseAway(error)) return toProblem(refusal('DATABASE_AWAY'));
  if (error instanceof NotLetIn) return toProblem(refusal(error.code));
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH') return CUT_OFF;
  const known = BY_STATUS[statusOf(error)];
  return known ? toProblem(refusal(known)) : null;
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
