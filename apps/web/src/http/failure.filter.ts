import {
  Catch,
  ForbiddenException,
  HttpException,
  UnauthorizedException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '#domain';
import { addresses } from '../addresses/addresses.js';
import { safeReturn } from '../addresses/safe-return.js';
import { ServiceDoor } from '../service-door.js';
import { errorWords } from '../words/error.words.js';
import { Page } from './page.js';
import { PageSender } from './page-sender.js';

/** How the pages tell that the database is away, and where a failure is written down. */
export abstract class FailureWatch {
  abstract isDatabaseAway(error: unknown): boolean;
  abstract report(reference: string, error: unknown): void;
}

const errorPage = (status: number, title: string, paragraphs: readonly string[]): Page =>
  new Page('error', { title, paragraphs }, status);

/** Turns whatever was thrown into one of four pages, and sets its status. Nothing of the failure itself is shown. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  constructor(
    private readonly sender: PageSender,
    private readonly door: ServiceDoor,
    private readonly watch: FailureWatch,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof UnauthorizedException) {
      const to = request.method === 'GET' ? request.url : this.pageOfForm(request);
      await reply
        .status(303)
        .header('location', `${addresses.signIn}?to=${encodeURIComponent(safeReturn(to))}`)
        .send('');
      return;
    }
    const html = await this.sender.send(this.pageFor(error, reply), { request, reply, seq: null });
    await reply.send(html);
  }

  private pageFor(error: unknown, reply: FastifyReply): Page {
    if (this.watch.isDatabaseAway(error)) {
      reply.header('retry-after', '5');
      const { message, fix } = refusal('DATABASE_AWAY');
      return errorPage(503, errorWords.away.title, [message, fix]);
    }
    if (error instanceof ForbiddenException) {
      return errorPage(403, errorWords.forbidden.title, errorWords.forbidden.paragraphs);
    }
    const status = statusOf(error);
    if (status === 413)
      return errorPage(413, errorWords.tooLarge.title, [refusal('TOO_LARGE').fix]);
    if (status < 500) {
      return errorPage(status, errorWords.notFound.title, errorWords.notFound.paragraphs);
    }
    const reference = this.door.ids.newId();
    this.watch.report(reference, error);
    return errorPage(500, errorWords.failed.title, errorWords.failed.paragraphs(reference));
  }

  /** The page that a form was on, when its session ended before it was sent. */
  private pageOfForm(request: FastifyRequest): string {
    const referer = request.headers.referer;
    if (!referer || !URL.canParse(referer)) return addresses.home;
    const { host, pathname, search } = new URL(referer);
    return host === request.headers.host ? `${pathname}${search}` : addresses.home;
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return 500;
}
