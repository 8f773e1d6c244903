import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { layoutOf } from '../render/layout.js';
import { PageRenderer } from '../render/page-renderer.js';
import { ServiceDoor } from '../service-door.js';
import { tokenOf } from './form.guard.js';
import type { Page } from './page.js';
import { visitorOf } from './visitor.js';

type Sending = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly seq: number | null;
};

/** Renders a page in its layout and sets what goes with it on the reply. */
@Injectable()
export class PageSender {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly door: ServiceDoor,
  ) {}

  async send(page: Page, { request, reply, seq }: Sending): Promise<string> {
    // An error page must still be sent when the database, and with it the programme, is away.
    const programme = await this.door.programme.current().catch(() => null);
    const layout = layoutOf({
      model: page.model,
      visitor: visitorOf(request),
      programme,
      now: this.door.clock.now(),
      nonce: reply.cspNonce.script,
      token: tokenOf(request),
      path: request.url,
      seq,
    });
    reply
      .status(page.status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store');
    return this.renderer.render(page.template, { layout, model: page.model });
  }
}
