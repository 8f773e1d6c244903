import { Field, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { DayText, Moment } from '../scalars.js';
import { AlertState, ReturnStatus } from './enums.js';
import { AlertFollowUpType } from './follow-up.type.js';
import { PeriodType, RefusedType } from './figure.type.js';
import { CouncilType, MetricType } from './register.type.js';
import { AlertRuleType } from './rule.type.js';

@ObjectType('AlertStep', {
  description: 'One change of an alert, and the reason that the rule gave for it.',
})
export class AlertStepType {
  @Field(() => Moment) at!: Date;
  @Field(() => PeriodType, { nullable: true }) period!: PeriodType | null;
  @Field() from!: string;
  @Field() to!: string;
  @Field() noData!: boolean;
  @Field() reason!: string;
}

@ObjectType('Alert', {
  description:
    'One rule that holds, or held, for one series of one council. At most one is open at a time.',
})
export class AlertType {
  @Field(() => ID) id!: string;
  @Field(() => AlertRuleType) rule!: AlertRuleType;
  @Field(() => CouncilType, { nullable: true, description: 'Null for a rule about the service.' })
  council!: CouncilType | null;
  @Field(() => MetricType, {
    nullable: true,
    description: 'Null for a rule about returns, milestones or answers.',
  })
  metric!: MetricType | null;
  @Field(() => AlertState) state!: AlertState;
  @Field({ description: 'Figures have stopped; the state stays what it was.' }) noData!: boolean;
  @Field(() => Moment, { description: 'When it became pending.' }) openedAt!: Date;
  @Field(() => Moment, { description: 'Since when it is in this state.' }) since!: Date;
  @Field(() => Moment, { nullable: true, description: 'When the rule had held for long enough.' })
  firedAt!: Date | null;
  @Field(() => Moment, { nullable: true }) resolvedAt!: Date | null;
  @Field(() => PeriodType, {
    nullable: true,
    description: 'The period that brought the present state.',
  })
  period!: PeriodType | null;
  @Field(() => PeriodType, { nullable: true, description: 'The period that opened it.' })
  openedBy!: PeriodType | null;
  @Field({ description: 'Why it is in this state: the rule, the figures and the sum, in words.' })
  why!: string;
  @Field(() => Moment, { nullable: true }) acknowledgedAt!: Date | null;
  @Field(() => String, { nullable: true }) acknowledgedBy!: string | null;
  @Field(() => [AlertStepType], {
    description: 'Every step with its reason; only of one alert asked for by id.',
  })
  steps!: AlertStepType[];
  @Field(() => AlertFollowUpType, {
    nullable: true,
    description:
      'What people have done about it; only of one alert asked for by id, or just changed.',
  })
  followUp!: AlertFollowUpType | null;
}

export const AcknowledgeAlertResult = createUnionType({
  name: 'AcknowledgeAlertResult',
  description: 'The alert as it is now, or why it cannot be acknowledged.',
  types: () => [AlertType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : AlertType),
});

export const AlertFollowUpResult = createUnionType({
  name: 'AlertFollowUpResult',
  description: 'The alert as it is now, or why this cannot be done.',
  types: () => [AlertType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : AlertType),
});

@ObjectType('Return', {
  description: 'What a council owes for a month. The status is derived, never set by hand.',
})
export class ReturnType {
  @Field(() => CouncilType) council!: CouncilType;
  @Field(() => PeriodType) period!: PeriodType;
  @Field(() => Moment, { description: 'The last moment at which it is in time.' }) dueAt!: Date;
  @Field(() => ReturnStatus) status!: ReturnStatus;
  @Field(() => DayText, {
    nullable: true,
    description: 'The last day of the extension that counts; dueAt follows it.',
  })
  extendedUntil!: string | null;
  @Field(() => Int, { description: 'Working days since the due day; 0 unless it is LATE.' })
  workingDaysLate!: number;
  @Field({ description: 'Why it has this status, in words.' }) reason!: string;
  @Field(() => Int) boxesAsked!: number;
  @Field(() => Int) boxesAnswered!: number;
}
