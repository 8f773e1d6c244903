import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Reader } from '#domain/access';
import type { ReturnView } from '#application/returns';
import { monthOfAddress } from '../../addresses/period-address.js';
import { For, Live, maySeeRequests } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import {
  boardFile,
  ofPartnership,
  presentBoard,
  readBoardFilter,
  type BoardFilter,
} from './returns.presenter.js';

type BoardQuery = Readonly<Record<string, unknown>>;

/** Who owes what, for DfE. */
@Controller('returns')
@For('department')
export class ReturnsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  @Live()
  async show(@SignedIn() { reader }: Visitor, @Query() query: BoardQuery): Promise<Page> {
    const { filter, returns } = await this.board(reader, query);
    const waiting = await this.door.permissions.list(reader, {
      ...{ councilIds: 'all', from: null, to: null },
      waiting: true,
    });
    const programme = await this.door.programme.current();
    const now = this.door.clock.now();
    const mayOpen = maySeeRequests(reader);
    return new Page('returns', presentBoard({ filter, returns, waiting, mayOpen, programme, now }));
  }

  @Get('file')
  async file(
    @SignedIn() { reader }: Visitor,
    @Query() query: BoardQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { filter, returns } = await this.board(reader, query);
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="returns-${filter.month}.csv"`)
      .header('cache-control', 'no-store');
    return boardFile(returns);
  }

  private async board(
    reader: Reader,
    query: BoardQuery,
  ): Promise<{ filter: BoardFilter; returns: readonly ReturnView[] }> {
    const programme = await this.door.programme.current();
    const filter = readBoardFilter(query, programme, this.door.clock.now());
    const period = monthOfAddress(filter.month);
    const all = await this.door.readReturns.run(reader, { period, councilId: null });
    return { filter, returns: ofPartnership(all, programme, filter) };
  }
}
