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
import { formatMoment } from '../format/format-time.js';
import { ServiceDoor } from '../service-door.js';
import { errorWords } from '../words/error.words.js';
import { FormKeeper } from './form-keeper.js';
import { OldForm } from './old-form.js';
import { Page } from './page.js';
import { PageSender } from './page-sender.js';
import { visitorOf } from './visitor.js';
import { waysOn } from './ways-on.js';

/** How the pages tell that the database is away, and where a failure is written down. */
export abstract class FailureWatch {
  abstract isDatabaseAway(error: unknown): boolean;
  abstract report(reference: string, error: unknown): void;
}

type Told = {
  readonly status: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
};

/** Turns whatever was thrown into one of four pages, and sets its status. Nothing of the failure itself is shown. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  constructor(
    private readonly sender: PageSender,
    private readonly door: ServiceDoor,
    private readonly watch: FailureWatch,
    private readonly keeper: FormKeeper,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const way = await this.wayBack(error, request, reply).catch((failure: unknown) => ({
      failure,
    }));
    if (typeof way === 'string') {
      await reply.status(303).header('location', way).send('');
      return;
    }
    const { status, ...said } = this.toldOf(way === null ? error : way.failure, reply);
    const links = waysOn(visitorOf(request)?.reader ?? null);
    const page = new Page('error', { ...said, links }, status);
    const html = await this.sender.send(page, { request, reply, seq: null });
    await reply.send(html);
  }

  /** Where to go instead of a page, for somebody whose session has ended; null for everything else. */
  private async wayBack(
    error: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | null> {
    if (error instanceof UnauthorizedException) return this.keeper.wayBack(request, reply);
    if (error instanceof OldForm) return this.keeper.wayBackFromOldForm(request, reply);
    return null;
  }

  private toldOf(error: unknown, reply: FastifyReply): Told {
    if (this.watch.isDatabaseAway(error)) {
      reply.header('retry-after', '5');
      const { message, fix } = refusal('DATABASE_AWAY');
      return told(503, errorWords.away.title, [message, fix, errorWords.away.kept]);
    }
    if (error instanceof OldForm)
      return told(403, errorWords.oldForm.title, errorWords.oldForm.paragraphs);
    if (error instanceof ForbiddenException) {
      return told(403, errorWords.forbidden.title, errorWords.forbidden.paragraphs);
    }
    const status = statusOf(error);
    if (status === 413) return told(413, errorWords.tooLarge.title, [refusal('TOO_LARGE').fix]);
    if (status < 500) {
      return told(status, errorWords.notFound.title, errorWords.notFound.paragraphs);
    }
    const reference = this.door.ids.newId();
    this.watch.report(reference, error);
    const at = formatMoment(this.door.clock.now());
    return told(500, errorWords.failed.title, errorWords.failed.paragraphs(reference, at));
  }
}

const told = (status: number, title: string, paragraphs: readonly string[]): Told => ({
  ...{ status, title, paragraphs },
});

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return 500;
}
