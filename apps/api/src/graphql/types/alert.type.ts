import { Field, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { Moment } from '../scalars.js';
import { AlertState, ReturnStatus } from './enums.js';
import { PeriodType, RefusedType } from './figure.type.js';
import { CouncilType, MetricType } from './register.type.js';

@ObjectType('AlertRule', { description: 'A versioned rule; the sentence says what it will do.' })
export class AlertRuleType {
  @Field() code!: string;
  @Field(() => Int) version!: number;
  @Field() title!: string;
  @Field() sentence!: string;
  @Field() enabled!: boolean;
}

@ObjectType('AlertStep')
export class AlertStepType {
  @Field(() => Moment) at!: Date;
  @Field(() => PeriodType, { nullable: true }) period!: PeriodType | null;
  @Field() from!: string;
  @Field() to!: string;
  @Field() noData!: boolean;
  @Field() reason!: string;
}

@ObjectType('Alert')
export class AlertType {
  @Field(() => ID) id!: string;
  @Field(() => AlertRuleType) rule!: AlertRuleType;
  @Field(() => CouncilType, { nullable: true }) council!: CouncilType | null;
  @Field(() => MetricType, { nullable: true }) metric!: MetricType | null;
  @Field(() => AlertState) state!: AlertState;
  @Field({ description: 'Figures have stopped; the state stays what it was.' }) noData!: boolean;
  @Field(() => Moment) openedAt!: Date;
  @Field(() => Moment, { description: 'Since when it is in this state.' }) since!: Date;
  @Field(() => Moment, { nullable: true }) firedAt!: Date | null;
  @Field(() => Moment, { nullable: true }) resolvedAt!: Date | null;
  @Field(() => PeriodType, {
    nullable: true,
    description: 'The period that brought the present state.',
  })
  period!: PeriodType | null;
  @Field(() => PeriodType, { nullable: true, description: 'The period that opened it.' })
  openedBy!: PeriodType | null;
  @Field() why!: string;
  @Field(() => Moment, { nullable: true }) acknowledgedAt!: Date | null;
  @Field(() => String, { nullable: true }) acknowledgedBy!: string | null;
  @Field(() => [AlertStepType], {
    description: 'Every step with its reason; only of one alert asked for by id.',
  })
  steps!: AlertStepType[];
}

export const AcknowledgeAlertResult = createUnionType({
  name: 'AcknowledgeAlertResult',
  types: () => [AlertType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : AlertType),
});

@ObjectType('Return', {
  description: 'What a council owes for a month. The status is derived, never set by hand.',
})
export class ReturnType {
  @Field(() => CouncilType) council!: CouncilType;
  @Field(() => PeriodType) period!: PeriodType;
  @Field(() => Moment) dueAt!: Date;
  @Field(() => ReturnStatus) status!: ReturnStatus;
  @Field() reason!: string;
  @Field(() => Int) boxesAsked!: number;
  @Field(() => Int) boxesAnswered!: number;
}
