import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { For } from '../../http/access.js';
import { readAssets } from '../../http/assets.js';
import { ownCouncils } from '../../http/councils.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { countingParts, type CountingParts } from './counting-tool.js';
import { presentCounting, presentCountingTool } from './counting.presenter.js';

/** Turns a list of cases into the return's numbers on the sender's own computer: no list is ever taken here. */
@Controller('council/counting')
@For('council')
export class CountingController {
  private readonly parts: Promise<CountingParts> = readAssets().then(countingParts);

  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async about(): Promise<Page> {
    return new Page('counting', presentCounting(await this.door.programme.current()));
  }

  @Get('tool')
  async tool(
    @SignedIn() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page> {
    const { policy } = await this.parts;
    reply.header('content-security-policy', policy).header('referrer-policy', 'no-referrer');
    return this.page(visitor, false);
  }

  /** The same page, to be kept and opened without a network. */
  @Get('file')
  async file(
    @SignedIn() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page> {
    reply.header('content-disposition', 'attachment; filename="counting-page.html"');
    return this.page(visitor, true);
  }

  private async page({ reader }: Visitor, isSaved: boolean): Promise<Page> {
    const programme = await this.door.programme.current();
    const councils = ownCouncils(reader, programme.register);
    const parts = await this.parts;
    const now = this.door.clock.now();
    const model = presentCountingTool({ programme, councils, now, parts, isSaved });
    return new Page('counting-tool', model);
  }
}
