import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Subscription } from '#application/ports';
import type { Service } from '#composition';
import { SERVICE } from '../../service-token.js';
import { askedCouncilId } from '../asked-council.js';
import { knownId } from '../known-id.js';
import { readerIn, type RequestContext } from '../request-context.js';
import { sizeOf } from '../types/connection.js';
import { MessageChannel } from '../types/enums.js';
import type { RefusedType } from '../types/figure.type.js';
import {
  AddAlertSubscriptionInput,
  AddAlertSubscriptionResult,
  AlertSubscriptionResult,
  AlertSubscriptionType,
  MessageSentResult,
  MessageType,
  UndeliveredMessageType,
  type AlertSubscriptionAddedType,
  type MessageSentType,
} from '../types/message.type.js';

const CHANNELS = { email: MessageChannel.EMAIL, webhook: MessageChannel.WEBHOOK };

/** A reader’s messages, where messages go outside the service, tests of it, and what could not be delivered. */
@Resolver()
export class MessageResolver {
  constructor(@Inject(SERVICE) private readonly service: Service) {}

  @Query(() => [MessageType], {
    description: 'The reader’s own inbox, newest first.',
  })
  async messages(
    @Context() context: RequestContext,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
  ): Promise<MessageType[]> {
    const inbox = await this.service.readAlerts.inbox(readerIn(context), sizeOf(first));
    return inbox.map(({ id, subject, body, reason, deliveredAt, alertId }) => ({
      ...{ id, subject, body, reason, deliveredAt, alertId },
    }));
  }

  @Query(() => [AlertSubscriptionType], {
    description: 'Where a recipient’s messages go; none for readers who do not keep them.',
  })
  async alertSubscriptions(
    @Context() context: RequestContext,
    @Args('recipient') recipient: string,
  ): Promise<AlertSubscriptionType[]> {
    const reader = readerIn(context);
    const key = await this.keyOf(recipient);
    return (await this.service.subscriptions.ofRecipient(reader, key)).map(toSubscription);
  }

  @Query(() => [UndeliveredMessageType], {
    description: 'What waits for an administrator, newest first; none for other readers.',
  })
  async undeliveredMessages(@Context() context: RequestContext): Promise<UndeliveredMessageType[]> {
    const dead = await this.service.subscriptions.dead(readerIn(context));
    return dead.map((one) => ({
      ...{ id: one.id, recipient: one.recipient, channel: CHANNELS[one.channel] },
      ...{ at: one.diedAt, attempts: one.tries, detail: one.detail },
    }));
  }

  @Mutation(() => AddAlertSubscriptionResult, {
    description: 'For a council’s approver its own, for an administrator any.',
  })
  async addAlertSubscription(
    @Context() context: RequestContext,
    @Args('input') { recipient, channel, address }: AddAlertSubscriptionInput,
  ): Promise<AlertSubscriptionAddedType | RefusedType> {
    const reader = readerIn(context);
    const made = await this.service.subscriptions.add({
      ...{ reader, recipient: await this.keyOf(recipient), address },
      channel: channel === MessageChannel.EMAIL ? 'email' : 'webhook',
    });
    if (!made.ok) return made.error;
    const { subscription, secret } = made.value;
    return { subscription: toSubscription(subscription), secret };
  }

  @Mutation(() => AlertSubscriptionResult, {
    description: 'What is on its way to the address is not sent.',
  })
  async endAlertSubscription(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AlertSubscriptionType | RefusedType> {
    const reader = readerIn(context);
    const ended = await this.service.subscriptions.end({ reader, id: knownId(id) });
    return ended.ok ? toSubscription(ended.value) : ended.error;
  }

  @Mutation(() => MessageSentResult, {
    description: 'A message marked as a test, by every way that messages go to a recipient.',
  })
  async sendTestMessage(
    @Context() context: RequestContext,
    @Args('recipient') recipient: string,
  ): Promise<MessageSentType | RefusedType> {
    const reader = readerIn(context);
    const key = await this.keyOf(recipient);
    const sent = await this.service.subscriptions.test({ reader, recipient: key });
    return sent.ok ? { id: sent.value } : sent.error;
  }

  @Mutation(() => MessageSentResult, {
    description: 'Sends a message again that could not be delivered; an administrator does.',
  })
  async sendMessageAgain(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID }) asked: string,
  ): Promise<MessageSentType | RefusedType> {
    const reader = readerIn(context);
    const id = knownId(asked);
    const sent = await this.service.subscriptions.sendAgain({ reader, id });
    return sent.ok ? { id } : sent.error;
  }

  /** The inbox's name of a recipient: a council is named by any of its codes and names. */
  private async keyOf(recipient: string): Promise<string> {
    if (recipient === 'dfe' || recipient.startsWith('partnership ')) return recipient;
    return `council ${(await askedCouncilId(this.service, recipient)) ?? ''}`;
  }
}

const toSubscription = (one: Subscription): AlertSubscriptionType => ({
  ...{ id: one.id, recipient: one.recipient, channel: CHANNELS[one.channel] },
  ...{ address: one.address, createdAt: one.createdAt, createdBy: one.createdBy },
  endedAt: one.endedAt,
});
