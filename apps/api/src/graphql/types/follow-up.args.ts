import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { DayText } from '../scalars.js';
import { NotUseful, RecoveryActionChange } from './enums.js';

@ArgsType()
export class ChangeActionArgs {
  @Field(() => ID, { description: 'The alert.' }) id!: string;
  @Field(() => Int, { description: 'The number of the action.' }) action!: number;
  @Field(() => RecoveryActionChange) change!: RecoveryActionChange;
  @Field(() => DayText, { nullable: true, description: 'The new day, for REDATE.' })
  due?: string | null;
  @Field({ description: 'What was done, or why.' }) words!: string;
}

@ArgsType()
export class CloseAlertArgs {
  @Field(() => ID, { description: 'The alert.' }) id!: string;
  @Field({ description: 'What shows that it is over; nothing about a child.' }) evidence!: string;
  @Field({ description: 'Whether the alert was useful.' }) useful!: boolean;
  @Field(() => NotUseful, { nullable: true, description: 'Needed where it was not useful.' })
  because?: NotUseful | null;
  @Field(() => DayText, {
    nullable: true,
    description: 'Until when an explanation of a finding to look at is accepted.',
  })
  reviewOn?: string | null;
}
