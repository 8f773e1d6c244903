import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DayText, Moment } from '../scalars.js';
import { SilencedMessages } from './enums.js';
import { RefusedType } from './figure.type.js';
import { CouncilType } from './register.type.js';

@ObjectType('Silence', {
  description: 'That no messages come about something for a while. Alerts stay open.',
})
export class SilenceType {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'A rule’s code.' }) rule!: string | null;
  @Field(() => String, { nullable: true, description: 'A measure’s code.' })
  metric!: string | null;
  @Field(() => CouncilType, { nullable: true }) council!: CouncilType | null;
  @Field(() => String, { nullable: true, description: 'A partnership’s code.' })
  partnership!: string | null;
  @Field(() => SilencedMessages) messages!: SilencedMessages;
  @Field(() => Moment) from!: Date;
  @Field(() => Moment, { description: 'When messages come again.' }) until!: Date;
  @Field() reason!: string;
  @Field(() => Moment) createdAt!: Date;
  @Field() createdBy!: string;
  @Field(() => Moment, { nullable: true, description: 'When it was ended early.' })
  endedAt!: Date | null;
  @Field(() => String, { nullable: true }) endedBy!: string | null;
}

@InputType('SilenceInput', {
  description: 'What to silence: at least one of rule, metric, council and partnership.',
})
export class SilenceInput {
  @Field(() => String, { nullable: true }) rule?: string | null;
  @Field(() => String, { nullable: true }) metric?: string | null;
  @Field(() => String, { nullable: true, description: 'Code or name.' }) council?: string | null;
  @Field(() => String, { nullable: true }) partnership?: string | null;
  @Field(() => SilencedMessages) messages!: SilencedMessages;
  @Field(() => DayText, { nullable: true, description: 'The first day; today when left out.' })
  from?: string | null;
  @Field(() => DayText, { description: 'The last day; at most 90 days in all.' }) until!: string;
  @Field() reason!: string;
}

@ObjectType('SilenceFault', { description: 'What is wrong with one field of a silence.' })
export class SilenceFaultType {
  @Field({ description: 'rule, metric, council, partnership, from, until or reason.' })
  field!: string;
  @Field() code!: string;
  @Field() message!: string;
  @Field() fix!: string;
}

@ObjectType('SilenceFaults', { description: 'Everything that is wrong with a silence.' })
export class SilenceFaultsType {
  @Field(() => [SilenceFaultType]) faults!: SilenceFaultType[];
}

export const SilenceResult = createUnionType({
  name: 'SilenceResult',
  description:
    'The silence as it is now, what is wrong with it field by field, or why there is none.',
  types: () => [SilenceType, SilenceFaultsType, RefusedType] as const,
  resolveType: (value: object) =>
    'faults' in value ? SilenceFaultsType : 'fix' in value ? RefusedType : SilenceType,
});
