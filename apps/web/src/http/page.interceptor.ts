import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { scopeOf } from '#domain/access';
import { ServiceDoor } from '../service-door.js';
import { LIVE } from './access.js';
import { DownloadedFile, sendDownload } from './download.js';
import { FormKeeper } from './form-keeper.js';
import { Page, SeeOther } from './page.js';
import { PageSender } from './page-sender.js';
import { visitorOf } from './visitor.js';

/** Turns what a controller answers into a page in its layout, the way to another one, or a file to be saved. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(
    private readonly sender: PageSender,
    private readonly door: ServiceDoor,
    private readonly reflector: Reflector,
    private readonly keeper: FormKeeper,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    // Read before the figures are: what comes to be known between the two is then shown twice, never missed.
    const seq = await this.seqOf(context, request);
    return next.handle().pipe(
      mergeMap(async (answer: unknown): Promise<unknown> => {
        if (isPage(answer)) {
          const html = await this.sender.send(answer, { request, reply, seq });
          return this.keeper.refill(html, request, reply);
        }
        if (isDownload(answer)) return new StreamableFile(sendDownload(answer, reply));
        if (!(answer instanceof SeeOther)) return answer;
        reply.status(303).header('location', answer.location);
        return '';
      }),
    );
  }

  private async seqOf(context: ExecutionContext, request: FastifyRequest): Promise<number | null> {
    const isLive = this.reflector.get<boolean | undefined>(LIVE, context.getHandler()) === true;
    const visitor = visitorOf(request);
    const scope = visitor && scopeOf(visitor.reader);
    if (!isLive || !scope || scope.database === 'public') return null;
    const { register } = await this.door.programme.current();
    const latest = await this.door.figures.latest(scope, register.programmeId);
    return latest.seq;
  }
}

const isDownload = (answer: unknown): answer is DownloadedFile => answer instanceof DownloadedFile;
const isPage = (answer: unknown): answer is Page => answer instanceof Page;
