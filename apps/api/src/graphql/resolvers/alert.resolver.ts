import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { askedCouncilId } from '../asked-council.js';
import { toAlert } from '../mappers/alert.mapper.js';
import { toWholeAlert } from '../mappers/follow-up.mapper.js';
import { knownId } from '../known-id.js';
import { readerIn, readerOfReturns, type RequestContext } from '../request-context.js';
import { AcknowledgeAlertResult, AlertType } from '../types/alert.type.js';
import { connection, connectionOf, sizeOf, type Connection } from '../types/connection.js';
import { RefusedType } from '../types/figure.type.js';
import { AlertsArgs } from '../types/list.args.js';

const AlertConnection = connectionOf(AlertType, 'Alert');

/** Alerts by opening time. */
@Resolver()
export class AlertResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => AlertConnection, {
    description: 'By opening time, newest first. Open is pending, firing or recovering.',
  })
  async alerts(
    @Context() context: RequestContext,
    @Args() args: AlertsArgs,
  ): Promise<Connection<AlertType>> {
    const { rule, council, open, planOverdue, first, after } = args;
    const reader = readerOfReturns(context);
    const councilId = await askedCouncilId(this.service, council);
    if (councilId === undefined) return connection<AlertType>([], false, false);
    const query = {
      ruleCode: rule ?? null,
      councilId,
      metric: null,
      open: open ?? null,
      planOverdue: planOverdue === true,
      after: after ?? null,
      first: sizeOf(first),
    };
    const page = await this.service.readAlerts.list(reader, query);
    const programme = await this.service.programme.current();
    const items = page.items.map((item, index) => ({
      node: toAlert(item, programme),
      cursor: page.cursors[index] ?? '',
    }));
    return connection(items, page.next !== null, after !== null && after !== undefined);
  }

  @Query(() => AlertType, {
    nullable: true,
    description: 'One alert with every step; null when there is none that you can see.',
  })
  async alert(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AlertType | null> {
    const found = await this.service.readAlerts.one(readerOfReturns(context), knownId(id));
    return (
      found && toWholeAlert(found, await this.service.programme.current(), this.service.clock.now())
    );
  }

  @Mutation(() => AcknowledgeAlertResult, {
    description: '“We have seen this.” The first acknowledgement stands.',
  })
  async acknowledgeAlert(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AlertType | RefusedType> {
    const answer = await this.service.acknowledgeAlert.run({
      reader: readerIn(context),
      alertId: knownId(id),
    });
    return answer.ok ? toAlert(answer.value, await this.service.programme.current()) : answer.error;
  }
}
