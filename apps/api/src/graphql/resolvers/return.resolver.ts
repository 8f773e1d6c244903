import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Service } from '#composition';
import { periodKey } from '#domain/periods';
import { SERVICE } from '../../service-token.js';
import { askedCouncilId } from '../asked-council.js';
import { toReturn } from '../mappers/alert.mapper.js';
import { toAskedPeriod } from '../mappers/sent.mapper.js';
import { readerOfReturns, type RequestContext } from '../request-context.js';
import { ReturnType } from '../types/alert.type.js';
import { connection, connectionOf, pageOf, type Connection } from '../types/connection.js';
import { ReturnsArgs } from '../types/list.args.js';

const ReturnConnection = connectionOf(ReturnType, 'Return');

/** Who owes what. */
@Resolver()
export class ReturnResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => ReturnConnection, {
    description:
      'Who owes what: one month, or the last twelve; newest month first, councils A to Z.',
  })
  async returns(
    @Context() context: RequestContext,
    @Args() args: ReturnsArgs,
  ): Promise<Connection<ReturnType>> {
    const { period, council, first, after } = args;
    const reader = readerOfReturns(context);
    const councilId = await askedCouncilId(this.service, council);
    if (councilId === undefined) return connection<ReturnType>([], false, false);
    const views = await this.service.readReturns.run(reader, {
      period: toAskedPeriod(period),
      councilId,
    });
    const programme = await this.service.programme.current();
    const all = views.map((view) => toReturn(view, programme));
    return pageOf(all, (one) => `${periodKey(one.period)} ${one.council.code}`, { first, after });
  }
}
