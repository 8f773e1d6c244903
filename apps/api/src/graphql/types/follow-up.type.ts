import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DayText, Moment } from '../scalars.js';
import { AlertSide, NotUseful, RecoveryActionState } from './enums.js';

@ObjectType('AlertComment', { description: 'Said by whoever may act on the alert.' })
export class AlertCommentType {
  @Field(() => Moment) at!: Date;
  @Field() by!: string;
  @Field() text!: string;
}

@ObjectType('AlertAssignment', { description: 'Who looks after it: a role or a name at work.' })
export class AlertAssignmentType {
  @Field(() => Moment) at!: Date;
  @Field() by!: string;
  @Field(() => AlertSide) side!: AlertSide;
  @Field() who!: string;
}

@ObjectType('RecoveryActionDate', { description: 'A new date of an action, and why.' })
export class RecoveryActionDateType {
  @Field(() => Moment) at!: Date;
  @Field() by!: string;
  @Field(() => DayText) from!: string;
  @Field(() => DayText) to!: string;
  @Field() reason!: string;
}

@ObjectType('RecoveryAction', { description: 'One dated action of a recovery plan.' })
export class RecoveryActionType {
  @Field(() => Int, { description: 'Its number, by which it is changed.' }) number!: number;
  @Field() what!: string;
  @Field({ description: 'Who does it: a role or a name at work.' }) owner!: string;
  @Field(() => DayText, { description: 'As it was last dated.' }) due!: string;
  @Field(() => RecoveryActionState) state!: RecoveryActionState;
  @Field(() => Moment) addedAt!: Date;
  @Field() addedBy!: string;
  @Field(() => Moment, { nullable: true }) endedAt!: Date | null;
  @Field(() => String, { nullable: true }) endedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'The note, or why it was dropped.' })
  note!: string | null;
  @Field(() => [RecoveryActionDateType]) redated!: RecoveryActionDateType[];
}

@ObjectType('AlertClosing', {
  description: 'Closed by a person. It stands beside the state, which follows figures alone.',
})
export class AlertClosingType {
  @Field(() => Moment) at!: Date;
  @Field() by!: string;
  @Field() evidence!: string;
  @Field() useful!: boolean;
  @Field(() => NotUseful, { nullable: true }) because!: NotUseful | null;
  @Field(() => DayText, {
    nullable: true,
    description: 'An accepted explanation stands until the day of its review.',
  })
  reviewOn!: string | null;
}

@ObjectType('AlertFollowUp', { description: 'What people have done about an alert.' })
export class AlertFollowUpType {
  @Field(() => [AlertCommentType], { description: 'In the order of time.' })
  comments!: AlertCommentType[];
  @Field(() => AlertAssignmentType, { nullable: true }) assigned!: AlertAssignmentType | null;
  @Field(() => [RecoveryActionType], { description: 'The recovery plan; dropped actions stay.' })
  actions!: RecoveryActionType[];
  @Field(() => Moment, { nullable: true }) planAgreedAt!: Date | null;
  @Field(() => String, { nullable: true }) planAgreedBy!: string | null;
  @Field({ description: 'Changed after it was agreed.' }) planChangedSince!: boolean;
  @Field(() => DayText, {
    nullable: true,
    description: 'The day after the tenth working day after somebody acknowledged, without a plan.',
  })
  planOverdueSince!: string | null;
  @Field(() => AlertClosingType, { nullable: true, description: 'The closing that stands today.' })
  closed!: AlertClosingType | null;
}

@InputType('RecoveryActionInput', { description: 'An action to add to a recovery plan.' })
export class RecoveryActionInput {
  @Field({ description: 'What is done; about the service, never about a child.' }) what!: string;
  @Field({ description: 'A role or a name at work.' }) owner!: string;
  @Field(() => DayText) due!: string;
}

@ObjectType('RuleQuality', {
  description: 'What one rule did: counts of the alerts that fired in the stretch of time.',
})
export class RuleQualityType {
  @Field({ description: 'The code of the rule.' }) rule!: string;
  @Field(() => Int) fired!: number;
  @Field(() => Int) cleared!: number;
  @Field(() => Int, { description: 'Closed as useful.' }) useful!: number;
  @Field(() => Int, { description: 'Closed as not useful.' }) notUseful!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'The median, in hours from nine to five of working days.',
  })
  hoursToAcknowledge!: number | null;
  @Field(() => Int, { description: 'Within three months of having cleared, on the same series.' })
  refired!: number;
  @Field(() => Int, { description: 'Series that it judges.' }) series!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Closed as not useful, a series and year; null where nobody has judged one.',
  })
  falseAlarmsPerSeriesYear!: number | null;
}

@ObjectType('AlertQuality', {
  description: 'The measures of the alerts themselves: numbers, and no councils.',
})
export class AlertQualityType {
  @Field(() => DayText) from!: string;
  @Field(() => DayText, { description: 'Today, by the service’s clock.' }) to!: string;
  @Field(() => [RuleQualityType], { description: 'In the order of the programme’s rules.' })
  rules!: RuleQualityType[];
}
