import { ArgsType, createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DayText, Moment } from '../scalars.js';
import { FeedbackAbout } from './enums.js';
import { RefusedType } from './figure.type.js';
import { PageArgs } from './list.args.js';
import { CouncilType } from './register.type.js';

@ObjectType('Feedback', {
  description: 'What a council says is working or not, and what DfE answered.',
})
export class FeedbackType {
  @Field(() => ID) id!: string;
  @Field(() => CouncilType) council!: CouncilType;
  @Field(() => FeedbackAbout) about!: FeedbackAbout;
  @Field(() => String, { nullable: true, description: 'Of the reform or the measure.' })
  aboutCode!: string | null;
  @Field() text!: string;
  @Field(() => Moment) saidAt!: Date;
  @Field() saidBy!: string;
  @Field(() => DayText, {
    nullable: true,
    description: 'By when DfE answers; null without a rule.',
  })
  answerDue!: string | null;
  @Field(() => String, { nullable: true, description: 'Who looks after it at DfE.' })
  owner!: string | null;
  @Field(() => String, { nullable: true, description: 'Null while it waits.' })
  answer!: string | null;
  @Field(() => Moment, { nullable: true }) answeredAt!: Date | null;
  @Field(() => String, { nullable: true }) answeredBy!: string | null;
}

@ArgsType()
export class FeedbackArgs extends PageArgs {
  @Field(() => String, { nullable: true }) council?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Waits for an answer, or has one.' })
  open?: boolean | null;
}

@InputType('GiveFeedbackInput', { description: 'About the service, never about a child.' })
export class GiveFeedbackInput {
  @Field(() => String, { nullable: true, description: 'Code or name; your own when left out.' })
  council?: string | null;
  @Field(() => FeedbackAbout) about!: FeedbackAbout;
  @Field(() => String, { nullable: true, description: 'Of the reform or the measure.' })
  aboutCode?: string | null;
  @Field() text!: string;
}

@InputType('AnswerFeedbackInput', { description: 'An answer, who looks after it, or both.' })
export class AnswerFeedbackInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) answer?: string | null;
  @Field(() => String, { nullable: true, description: 'A role or a name at work.' })
  owner?: string | null;
}

export const FeedbackResult = createUnionType({
  name: 'FeedbackResult',
  description: 'The feedback as it is now, or why nothing was taken.',
  types: () => [FeedbackType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : FeedbackType),
});
