import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '#domain';
import type { BackTest } from '#application/ports';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { knownId } from '../known-id.js';
import { toBackTest } from '../mappers/back-test.mapper.js';
import { readerIn, type RequestContext } from '../request-context.js';
import {
  AsKnown,
  BackTestAnswer,
  BackTestType,
  BacktestAlertRuleInput,
} from '../types/back-test.type.js';
import type { RefusedType } from '../types/figure.type.js';

/** Rules tried on all history. */
@Resolver()
export class BackTestResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => BackTestType, {
    nullable: true,
    description: 'How far a back-test has come, and its result; null where you can see none.',
  })
  async backTest(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BackTestType | null> {
    const found = await this.service.backTests.one(readerIn(context), knownId(id));
    return found && toBackTest(found, await this.service.programme.current());
  }

  @Mutation(() => BackTestAnswer, {
    description:
      'Tries a version of a rule on all history, with the judging of the live rules. A DfE analyst does, one at a time.',
  })
  async backtestAlertRule(
    @Context() context: RequestContext,
    @Args('input') { code, version, asKnown }: BacktestAlertRuleInput,
  ): Promise<BackTestType | RefusedType> {
    const reader = readerIn(context);
    const known = asKnown === AsKnown.NOW ? 'now' : 'at-each-moment';
    return this.answered(
      await this.service.backTests.start({ reader, code, version, asKnown: known }),
    );
  }

  @Mutation(() => BackTestAnswer, { description: 'Stops one that has not ended.' })
  async cancelBackTest(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BackTestType | RefusedType> {
    return this.answered(await this.service.backTests.cancel(readerIn(context), knownId(id)));
  }

  private async answered(answer: Result<BackTest, Refusal>): Promise<BackTestType | RefusedType> {
    if (!answer.ok) return answer.error;
    return toBackTest(answer.value, await this.service.programme.current());
  }
}
