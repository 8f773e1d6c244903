import { ArgsType, Field, Int } from '@nestjs/graphql';
import { DayText, Moment } from '../scalars.js';
import { PeriodInput } from './inputs.js';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'At most 500.' }) first?: number | null;
  @Field(() => String, { nullable: true, description: 'A cursor of an edge.' }) after?:
    string | null;
}

@ArgsType()
export class AlertsArgs extends PageArgs {
  @Field(() => String, { nullable: true }) rule?: string | null;
  @Field(() => String, { nullable: true }) council?: string | null;
  @Field(() => Boolean, { nullable: true }) open?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those acknowledged more than ten working days ago that have no plan.',
  })
  planOverdue?: boolean | null;
}

@ArgsType()
export class ReturnsArgs extends PageArgs {
  @Field(() => PeriodInput, { nullable: true }) period?: PeriodInput | null;
  @Field(() => String, { nullable: true }) council?: string | null;
}

@ArgsType()
export class SeriesByMetricArgs {
  @Field() metric!: string;
  @Field(() => PeriodInput, { nullable: true }) period?: PeriodInput | null;
  @Field(() => String, { nullable: true, description: 'A part of the measure; none is the total.' })
  breakdown?: string | null;
  @Field(() => DayText, { nullable: true }) from?: string | null;
  @Field(() => DayText, { nullable: true }) to?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only the councils of the programme.' })
  inProgramme?: boolean | null;
  @Field(() => Moment, { nullable: true }) asKnownAt?: Date | null;
}
