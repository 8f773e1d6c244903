import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Moment } from '../scalars.js';
import { MessageChannel } from './enums.js';
import { RefusedType } from './figure.type.js';

@ObjectType('AlertSubscription', {
  description: 'An address to which messages about alerts and returns go, beside the inbox.',
})
export class AlertSubscriptionType {
  @Field(() => ID) id!: string;
  @Field() recipient!: string;
  @Field(() => MessageChannel) channel!: MessageChannel;
  @Field({ description: 'An email address or a URL.' }) address!: string;
  @Field(() => Moment) createdAt!: Date;
  @Field() createdBy!: string;
  @Field(() => Moment, { nullable: true }) endedAt!: Date | null;
}

@ObjectType('AlertSubscriptionAdded', {
  description: 'A new address, and the secret of a webhook.',
})
export class AlertSubscriptionAddedType {
  @Field(() => AlertSubscriptionType) subscription!: AlertSubscriptionType;
  @Field(() => String, {
    nullable: true,
    description: 'What a webhook’s messages are signed with. It is answered this once.',
  })
  secret!: string | null;
}

@ObjectType('Message', {
  description: 'A message in the reader’s own inbox. It names no figure; its alert does.',
})
export class MessageType {
  @Field(() => ID) id!: string;
  @Field() subject!: string;
  @Field() body!: string;
  @Field({ description: 'Why the reader is told.' }) reason!: string;
  @Field(() => Moment) deliveredAt!: Date;
  @Field(() => ID, { nullable: true, description: 'The alert that it is about, if it is.' })
  alertId!: string | null;
}

@ObjectType('UndeliveredMessage', {
  description: 'A message that could not be delivered and is tried again only when asked for.',
})
export class UndeliveredMessageType {
  @Field(() => ID) id!: string;
  @Field() recipient!: string;
  @Field(() => MessageChannel) channel!: MessageChannel;
  @Field(() => Moment) at!: Date;
  @Field(() => Int) attempts!: number;
  @Field({ description: 'What the last attempt met.' }) detail!: string;
}

@ObjectType('MessageSent', { description: 'The message is on its way.' })
export class MessageSentType {
  @Field(() => ID) id!: string;
}

@InputType('AddAlertSubscriptionInput', { description: 'Where whose messages shall go.' })
export class AddAlertSubscriptionInput {
  @Field({ description: 'A council’s code or name, "partnership " and its code, or "dfe".' })
  recipient!: string;
  @Field(() => MessageChannel) channel!: MessageChannel;
  @Field({ description: 'One email address, or an https URL without user name and password.' })
  address!: string;
}

export const AddAlertSubscriptionResult = createUnionType({
  name: 'AddAlertSubscriptionResult',
  description: 'The new address, or why it was not taken.',
  types: () => [AlertSubscriptionAddedType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : AlertSubscriptionAddedType),
});
export const AlertSubscriptionResult = createUnionType({
  name: 'AlertSubscriptionResult',
  description: 'The address as it is now, or why it stays as it was.',
  types: () => [AlertSubscriptionType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : AlertSubscriptionType),
});
export const MessageSentResult = createUnionType({
  name: 'MessageSentResult',
  description: 'The message that is on its way, or why none is.',
  types: () => [MessageSentType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : MessageSentType),
});
