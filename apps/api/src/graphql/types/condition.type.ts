import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AlertConditionKind } from './rule-enums.js';

@ObjectType('MetricAmount', { description: 'A number for a metric.' })
@InputType('MetricAmountInput', { description: 'A number for a metric.' })
export class MetricAmount {
  @Field({ description: 'Its code.' }) metric!: string;
  @Field(() => Float) amount!: number;
}

@ObjectType('MetricMonths', { description: 'Months of the year for a metric, such as August.' })
@InputType('MetricMonthsInput', { description: 'Months of the year for a metric.' })
export class MetricMonths {
  @Field({ description: 'Its code.' }) metric!: string;
  @Field(() => [String]) months!: string[];
}

@ObjectType('MetricWhole', { description: 'What a count is a part of.' })
@InputType('MetricWholeInput', { description: 'What a count is a part of.' })
export class MetricWhole {
  @Field({ description: 'The code of the part.' }) metric!: string;
  @Field({ description: 'The code of the whole.' }) whole!: string;
}

const number = { nullable: true };

/** Every parameter of every kind: those of the rule’s own kind have a value, the others none. */
@ObjectType('AlertCondition', {
  description: 'A condition: its kind, and the parameters that this kind has; the others are null.',
})
@InputType('AlertConditionInput', {
  description: 'A condition: its kind, and all parameters of this kind; no others.',
})
export class AlertConditionType {
  @Field(() => AlertConditionKind) kind!: AlertConditionKind;
  @Field(() => Float, { nullable: true, description: 'In percent.' }) floor?: number | null;
  @Field(() => Float, { nullable: true, description: 'In percent.' }) clearAt?: number | null;
  @Field(() => Float, { nullable: true, description: 'As a share: 0.95 is 95%.' })
  confidence?: number | null;
  @Field(() => Int, number) minimumDenominator?: number | null;
  @Field(() => Int, number) graceWorkingDays?: number | null;
  @Field(() => Int, number) workingDays?: number | null;
  @Field(() => Int, number) planWithinWorkingDays?: number | null;
  @Field(() => String, { nullable: true, description: 'A time of day in London, such as 17:00.' })
  at?: string | null;
  @Field(() => [String], { nullable: true, description: 'Codes of metrics.' })
  untilBaseline?: string[] | null;
  @Field(() => Int, number) minimumCases?: number | null;
  @Field(() => [MetricAmount], number) byMonthlyChange?: MetricAmount[] | null;
  @Field(() => [MetricMonths], number) leftOut?: MetricMonths[] | null;
  @Field(() => Int, number) quietMonths?: number | null;
  @Field(() => Float, { nullable: true, description: 'A probability in percent.' })
  below?: number | null;
  @Field(() => Int, number) fromMonth?: number | null;
  @Field(() => String, { nullable: true, description: 'The code of a metric.' })
  outflow?: string | null;
  @Field(() => Int, number) months?: number | null;
  @Field(() => Float, number) times?: number | null;
  @Field(() => Float, number) clearTimes?: number | null;
  @Field(() => Int, number) running?: number | null;
  @Field(() => Int, number) minimumWaiting?: number | null;
  @Field(() => Float, { nullable: true, description: 'In percentage points.' })
  gain?: number | null;
  @Field(() => Float, { nullable: true, description: 'In percentage points.' })
  sideEffect?: number | null;
  @Field(() => Float, number) z?: number | null;
  @Field(() => Int, number) within?: number | null;
  @Field(() => Int, number) clearAfter?: number | null;
  @Field(() => [MetricWhole], number) partOf?: MetricWhole[] | null;
}
