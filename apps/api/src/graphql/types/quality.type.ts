import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Moment } from '../scalars.js';
import { PeriodType } from './figure.type.js';
import { CouncilType, MetricType } from './register.type.js';

export enum Timeliness {
  IN_TIME = 'IN_TIME',
  LATE = 'LATE',
  NOT_SENT = 'NOT_SENT',
  NOT_DUE = 'NOT_DUE',
  HISTORY = 'HISTORY',
}
registerEnumType(Timeliness, {
  name: 'Timeliness',
  description: 'When a month’s return came; HISTORY was loaded afterwards, so it cannot be said.',
});

@ObjectType('MonthQuality', {
  description: 'When one month’s return came, and how complete it is.',
})
export class MonthQualityType {
  @Field(() => PeriodType) period!: PeriodType;
  @Field(() => Moment) dueAt!: Date;
  @Field(() => Moment, { nullable: true }) firstSentAt!: Date | null;
  @Field(() => Timeliness) timeliness!: Timeliness;
  @Field(() => Int) workingDaysLate!: number;
  @Field(() => Int) asked!: number;
  @Field(() => Int) withNumber!: number;
  @Field(() => Int, { description: 'With a number, or with words for why there is none.' })
  answered!: number;
}

@ObjectType('BoxQuality', {
  description: 'What was corrected of one number, and what rules said of it. Times are medians.',
})
export class BoxQualityType {
  @Field(() => MetricType) metric!: MetricType;
  @Field(() => Int) figures!: number;
  @Field(() => Int) corrected!: number;
  @Field(() => Int) revisions!: number;
  @Field(() => Int) afterApproval!: number;
  @Field(() => Float, { nullable: true, description: 'Of the number before it.' })
  largestShare!: number | null;
  @Field(() => Int) warnings!: number;
  @Field(() => Int) explained!: number;
  @Field(() => Float, { nullable: true }) hoursToExplain!: number | null;
  @Field(() => Int, { description: 'Values that were refused.' }) refused!: number;
  @Field(() => Int, { description: 'Of these, how many came again.' }) mended!: number;
  @Field(() => Float, { nullable: true }) hoursToMend!: number | null;
}

@ObjectType('DataQuality', {
  description: 'The last 24 months of one council’s returns, newest first. Counts; no score.',
})
export class DataQualityType {
  @Field(() => CouncilType) council!: CouncilType;
  @Field(() => Int) returnsDue!: number;
  @Field(() => Int) returnsInTime!: number;
  @Field(() => Int) returnsLate!: number;
  @Field(() => Int) returnsNotSent!: number;
  @Field(() => [MonthQualityType]) months!: MonthQualityType[];
  @Field(() => [BoxQualityType], { description: 'In the order of the return.' })
  boxes!: BoxQualityType[];
}
