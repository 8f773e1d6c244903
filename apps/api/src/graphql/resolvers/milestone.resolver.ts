import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { err, refusal, type Refusal, type Result } from '#domain';
import type { Reader } from '#domain/access';
import type { MilestoneRecord } from '#domain/delivery';
import { londonDay } from '#domain/periods';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { askedCouncilId } from '../asked-council.js';
import { knownId } from '../known-id.js';
import { toMilestone } from '../mappers/delivery.mapper.js';
import { readerIn, readerOfReturns, type RequestContext } from '../request-context.js';
import { connection, connectionOf, sizeOf, type Connection } from '../types/connection.js';
import type { RefusedType } from '../types/figure.type.js';
import {
  MilestonesArgs,
  MilestoneType,
  RecordMilestoneInput,
  RecordMilestoneResult,
} from '../types/milestone.type.js';

const MilestoneConnection = connectionOf(MilestoneType, 'Milestone');

/** Delivery milestones of reforms at councils. */
@Resolver()
export class MilestoneResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => MilestoneConnection, { description: 'By reform and council, A to Z.' })
  async milestones(
    @Context() context: RequestContext,
    @Args() { council, reform, open, first, after }: MilestonesArgs,
  ): Promise<Connection<MilestoneType>> {
    const reader = readerOfReturns(context);
    const councilId = await askedCouncilId(this.service, council);
    if (councilId === undefined) return connection<MilestoneType>([], false, false);
    const page = await this.service.milestones.list(reader, {
      councilIds: councilId === null ? 'all' : [councilId],
      reform: reform ?? null,
      open: open ?? null,
      after: after ?? null,
      first: sizeOf(first),
    });
    const programme = await this.service.programme.current();
    const today = londonDay(this.service.clock.now());
    const items = page.items.map((item, index) => ({
      node: toMilestone(item, programme, today),
      cursor: page.cursors[index] ?? '',
    }));
    return connection(items, page.next !== null, after !== null && after !== undefined);
  }

  @Mutation(() => RecordMilestoneResult, {
    description: 'Plans a milestone, or says that it is done or due on another day.',
  })
  async recordMilestone(
    @Context() context: RequestContext,
    @Args('input') input: RecordMilestoneInput,
  ): Promise<MilestoneType | RefusedType> {
    const reader = readerIn(context);
    const answer = await (input.id ? this.say(reader, input.id, input) : this.plan(reader, input));
    if (!answer.ok) return answer.error;
    const today = londonDay(this.service.clock.now());
    return toMilestone(answer.value, await this.service.programme.current(), today);
  }

  private async plan(
    reader: Reader,
    { council, reform, version, title, owner, due }: RecordMilestoneInput,
  ): Promise<Result<MilestoneRecord, Refusal>> {
    const named = await askedCouncilId(this.service, council);
    const councilId = named === null ? reader.councilIds[0] : named;
    if (councilId === undefined) return err(refusal('NOT_FOUND'));
    return this.service.milestones.plan(reader, {
      ...{ councilId, reform: reform ?? '', version: version ?? null },
      ...{ title: title ?? '', owner: owner ?? '', due: due ?? '' },
    });
  }

  private say(
    reader: Reader,
    id: string,
    { evidence, due, reason }: RecordMilestoneInput,
  ): Promise<Result<MilestoneRecord, Refusal>> {
    const isDone = typeof evidence === 'string';
    const isRedated = typeof due === 'string' && typeof reason === 'string';
    if (isDone && !isRedated)
      return this.service.milestones.say(reader, knownId(id), { kind: 'done', words: evidence });
    if (!isDone && isRedated)
      return this.service.milestones.say(reader, knownId(id), {
        ...{ kind: 'redate', due, words: reason },
      });
    return Promise.resolve(err(refusal('MILESTONE_UNCLEAR')));
  }
}
