import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { refusal, type Refusal, type Result } from '#domain';
import type { FeedbackRecord } from '#domain/feedback';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { askedCouncilId } from '../asked-council.js';
import { knownId } from '../known-id.js';
import { feedbackAbout, toFeedback } from '../mappers/delivery.mapper.js';
import { readerIn, readerOfReturns, type RequestContext } from '../request-context.js';
import { connection, connectionOf, sizeOf, type Connection } from '../types/connection.js';
import {
  AnswerFeedbackInput,
  FeedbackArgs,
  FeedbackResult,
  FeedbackType,
  GiveFeedbackInput,
} from '../types/feedback.type.js';
import type { RefusedType } from '../types/figure.type.js';

const FeedbackConnection = connectionOf(FeedbackType, 'Feedback');

type Answer = Promise<FeedbackType | RefusedType>;

/** What councils say is working or not, and what DfE answers. */
@Resolver()
export class FeedbackResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => FeedbackConnection, { description: 'As it was said, oldest first.' })
  async feedback(
    @Context() context: RequestContext,
    @Args() { council, open, first, after }: FeedbackArgs,
  ): Promise<Connection<FeedbackType>> {
    const reader = readerOfReturns(context);
    const councilId = await askedCouncilId(this.service, council);
    if (councilId === undefined) return connection<FeedbackType>([], false, false);
    const page = await this.service.feedback.list(reader, {
      ...{ councilId, open: open ?? null, after: after ?? null, first: sizeOf(first) },
    });
    const programme = await this.service.programme.current();
    const items = page.items.map((item, index) => ({
      node: toFeedback(item, programme),
      cursor: page.cursors[index] ?? '',
    }));
    return connection(items, page.next !== null, after !== null && after !== undefined);
  }

  @Mutation(() => FeedbackResult, {
    description: 'A council says what is working or not; DfE answers within the time of its rule.',
  })
  async giveFeedback(
    @Context() context: RequestContext,
    @Args('input') { council, about, aboutCode, text: words }: GiveFeedbackInput,
  ): Answer {
    const reader = readerIn(context);
    const named = await askedCouncilId(this.service, council);
    const councilId = named === null ? reader.councilIds[0] : named;
    if (councilId === undefined) return refusal('NOT_FOUND');
    const said = { councilId, about: feedbackAbout(about), code: aboutCode ?? null, words };
    return this.answered(await this.service.feedback.give(reader, said));
  }

  @Mutation(() => FeedbackResult, {
    description: 'DfE answers, once, or says who looks after it there.',
  })
  async answerFeedback(
    @Context() context: RequestContext,
    @Args('input') { id, answer, owner }: AnswerFeedbackInput,
  ): Answer {
    const given = { answer: answer ?? null, owner: owner ?? null };
    return this.answered(await this.service.feedback.answer(readerIn(context), knownId(id), given));
  }

  private async answered(result: Result<FeedbackRecord, Refusal>): Answer {
    if (!result.ok) return result.error;
    return toFeedback(result.value, await this.service.programme.current());
  }
}
