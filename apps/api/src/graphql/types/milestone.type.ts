import { ArgsType, createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DayText, Moment } from '../scalars.js';
import { MilestoneStanding } from './enums.js';
import { RefusedType } from './figure.type.js';
import { PageArgs } from './list.args.js';
import { CouncilType } from './register.type.js';

@ObjectType('MilestoneDate', { description: 'A new date of a milestone, and why.' })
export class MilestoneDateType {
  @Field(() => Moment) at!: Date;
  @Field() by!: string;
  @Field(() => DayText) from!: string;
  @Field(() => DayText) to!: string;
  @Field() reason!: string;
}

@ObjectType('Milestone', {
  description: 'A delivery event of a reform version at one council, and what became of it.',
})
export class MilestoneType {
  @Field(() => ID) id!: string;
  @Field(() => CouncilType) council!: CouncilType;
  @Field({ description: 'The code of the reform.' }) reform!: string;
  @Field(() => Int) version!: number;
  @Field() title!: string;
  @Field({ description: 'A role or a name at work.' }) owner!: string;
  @Field(() => DayText, { description: 'As it was last dated.' }) due!: string;
  @Field(() => MilestoneStanding) standing!: MilestoneStanding;
  @Field(() => Moment) plannedAt!: Date;
  @Field() plannedBy!: string;
  @Field(() => Moment, { nullable: true }) doneAt!: Date | null;
  @Field(() => String, { nullable: true }) doneBy!: string | null;
  @Field(() => String, { nullable: true, description: 'What shows that it is done.' })
  evidence!: string | null;
  @Field(() => [MilestoneDateType], { description: 'Oldest first.' })
  redated!: MilestoneDateType[];
}

@ArgsType()
export class MilestonesArgs extends PageArgs {
  @Field(() => String, { nullable: true }) council?: string | null;
  @Field(() => String, { nullable: true, description: 'The code of a reform.' })
  reform?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Still to be done, or not.' })
  open?: boolean | null;
}

@InputType('RecordMilestoneInput', {
  description:
    'Without an id, a milestone to plan: reform, title, owner and due. With one, what became of it: evidence that it is done, or a new due day with the reason.',
})
export class RecordMilestoneInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => String, { nullable: true, description: 'Code or name; your own when left out.' })
  council?: string | null;
  @Field(() => String, { nullable: true }) reform?: string | null;
  @Field(() => Int, { nullable: true, description: 'The newest that is tested when left out.' })
  version?: number | null;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) owner?: string | null;
  @Field(() => DayText, { nullable: true }) due?: string | null;
  @Field(() => String, { nullable: true }) evidence?: string | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

export const RecordMilestoneResult = createUnionType({
  name: 'RecordMilestoneResult',
  description: 'The milestone as it is now, or why nothing was recorded.',
  types: () => [MilestoneType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : MilestoneType),
});
