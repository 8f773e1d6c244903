import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Reader } from '#domain/access';
import { monthOfAddress } from '../../addresses/period-address.js';
import { For, Live, maySeeRequests } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import {
  boardCouncils,
  boardFile,
  boardParts,
  presentBoard,
  readBoardFilter,
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
    const { filter, parts, returns } = await this.board(reader, query, 'part');
    const waiting = await this.door.permissions.list(reader, {
      ...{ councilIds: 'all', from: null, to: null },
      waiting: true,
    });
    const programme = await this.door.programme.current();
    const now = this.door.clock.now();
    const mayOpen = maySeeRequests(reader);
    return new Page(
      'returns',
      presentBoard({ filter, parts, returns, waiting, mayOpen, programme, now }),
    );
  }

  @Get('file')
  async file(
    @SignedIn() { reader }: Visitor,
    @Query() query: BoardQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { filter, returns } = await this.board(reader, query, 'all');
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="returns-${filter.month}.csv"`)
      .header('cache-control', 'no-store');
    return boardFile(returns);
  }

  private async board(reader: Reader, query: BoardQuery, of: 'part' | 'all') {
    const programme = await this.door.programme.current();
    const filter = readBoardFilter(query, programme, this.door.clock.now());
    const parts = boardParts(programme, filter);
    const councils = of === 'all' ? parts.flat() : boardCouncils(parts, filter);
    const returns = await this.door.readReturns.run(reader, {
      ...{ period: monthOfAddress(filter.month), councilId: null },
      among: councils.map(({ id }) => id),
    });
    return { filter, parts, returns };
  }
}
