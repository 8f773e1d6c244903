import { ArgsType, Field } from '@nestjs/graphql';
import { DayText, Moment } from '../scalars.js';

@ArgsType()
export class SeriesArgs {
  @Field() metric!: string;
  @Field({
    description:
      'Code, name or three-digit code of a council; code of a partnership or region; or England.',
  })
  area!: string;
  @Field(() => String, { nullable: true, description: 'A part of the measure; none is the total.' })
  breakdown?: string | null;
  @Field(() => DayText, { nullable: true, description: 'First day, on the start of periods.' })
  from?: string | null;
  @Field(() => DayText, {
    nullable: true,
    description: 'First day after, on the start of periods.',
  })
  to?: string | null;
  @Field(() => Moment, { nullable: true, description: 'As the figures were known at this moment.' })
  asKnownAt?: Date | null;
}
