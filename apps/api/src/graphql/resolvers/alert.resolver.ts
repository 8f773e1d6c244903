import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Service } from '#composition';
import { londonDay, periodKey } from '#domain/periods';
import { resolveCouncil } from '#domain/register';
import { SERVICE } from '../../service-token.js';
import { toAlert, toAlertRule, toReturn } from '../mappers/alert.mapper.js';
import { toAskedPeriod } from '../mappers/sent.mapper.js';
import { readerIn, type RequestContext } from '../request-context.js';
import {
  AcknowledgeAlertResult,
  AlertRuleType,
  AlertType,
  ReturnType,
} from '../types/alert.type.js';
import { connection, connectionOf, pageOf, sizeOf, type Connection } from '../types/connection.js';
import { RefusedType } from '../types/figure.type.js';
import { AlertsArgs, ReturnsArgs } from '../types/list.args.js';

const AlertConnection = connectionOf(AlertType, 'Alert');
const ReturnConnection = connectionOf(ReturnType, 'Return');
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Alerts by opening time, rules, and who owes what. */
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
    const { rule, council, open, first, after } = args;
    const reader = readerIn(context);
    const councilId = await this.councilIdOf(council);
    if (councilId === undefined) return connection<AlertType>([], false, false);
    const query = {
      ruleCode: rule ?? null,
      councilId,
      metric: null,
      open: open ?? null,
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

  @Query(() => AlertType, { nullable: true })
  async alert(
    @Context() context: RequestContext,
    @Args('id') id: string,
  ): Promise<AlertType | null> {
    const found = ID.test(id) ? await this.service.readAlerts.one(readerIn(context), id) : null;
    return found && toAlert(found.alert, await this.service.programme.current(), found.steps);
  }

  @Query(() => [AlertRuleType])
  async alertRules(@Context() context: RequestContext): Promise<AlertRuleType[]> {
    readerIn(context);
    return (await this.service.programme.current()).alertRules.map(toAlertRule);
  }

  @Mutation(() => AcknowledgeAlertResult, {
    description: '“We have seen this.” The first acknowledgement stands.',
  })
  async acknowledgeAlert(
    @Context() context: RequestContext,
    @Args('id') id: string,
  ): Promise<AlertType | RefusedType> {
    const answer = await this.service.acknowledgeAlert.run({
      reader: readerIn(context),
      alertId: ID.test(id) ? id : UNKNOWN,
    });
    return answer.ok ? toAlert(answer.value, await this.service.programme.current()) : answer.error;
  }

  @Query(() => ReturnConnection, {
    description:
      'Who owes what: one month, or the last twelve; newest month first, councils A to Z.',
  })
  async returns(
    @Context() context: RequestContext,
    @Args() args: ReturnsArgs,
  ): Promise<Connection<ReturnType>> {
    const { period, council, first, after } = args;
    const reader = readerIn(context);
    const councilId = await this.councilIdOf(council);
    if (councilId === undefined) return connection<ReturnType>([], false, false);
    const views = await this.service.readReturns.run(reader, {
      period: toAskedPeriod(period),
      councilId,
    });
    const programme = await this.service.programme.current();
    const all = views.map((view) => toReturn(view, programme));
    return pageOf(all, (one) => `${periodKey(one.period)} ${one.council.code}`, { first, after });
  }

  /** Undefined when a council is named that is not known: then nothing fits. */
  private async councilIdOf(
    council: string | null | undefined,
  ): Promise<number | null | undefined> {
    if (council === null || council === undefined) return null;
    const { register } = await this.service.programme.current();
    const found = resolveCouncil(register, council, londonDay(this.service.clock.now()));
    return found.ok ? found.value.id : undefined;
  }
}

const UNKNOWN = '00000000-0000-0000-0000-000000000000';
