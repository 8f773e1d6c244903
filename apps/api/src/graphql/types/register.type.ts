import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DayText } from '../scalars.js';
import { AreaKind, Direction } from './enums.js';

@ObjectType('Council', { description: 'A local authority: an identity that outlives its codes.' })
export class CouncilType {
  @Field({ description: 'Nine-character code in force.' }) code!: string;
  @Field(() => String, { nullable: true, description: 'Three-digit code in force.' }) dfeCode!:
    string | null;
  @Field() name!: string;
  @Field() region!: string;
  @Field() type!: string;
  @Field({ description: 'Whether it owes returns in the programme.' }) inProgramme!: boolean;
  @Field(() => String, { nullable: true }) partnership!: string | null;
}

@ObjectType('PartnershipMember', { description: 'A council and its role in a partnership.' })
export class PartnershipMemberType {
  @Field(() => CouncilType) council!: CouncilType;
  @Field() role!: string;
}

@ObjectType('Partnership', {
  description: 'Two to four councils with roles: lead, joint-lead or partner.',
})
export class PartnershipType {
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => [PartnershipMemberType]) members!: PartnershipMemberType[];
}

@ObjectType('Programme', {
  description: 'A set of reforms, partnerships and councils with a start and an end.',
})
export class ProgrammeType {
  @Field() code!: string;
  @Field() name!: string;
  @Field({ description: 'Whether monthly figures are invented, for demonstration.' })
  demonstration!: boolean;
  @Field({ description: 'The newest place in the order of knowledge.' }) latestSeq!: string;
  @Field({ description: 'To be shown with every figure.' }) label!: string;
}

@ObjectType('Metric', {
  description: 'One definition version of a box, a measure or a published metric.',
})
export class MetricType {
  @Field() code!: string;
  @Field({ description: 'box, measure or published.' }) type!: string;
  @Field(() => Int, { description: 'A change of meaning: a break in the series.' })
  majorVersion!: number;
  @Field(() => Int, { description: 'A change of words.' }) minorVersion!: number;
  @Field(() => DayText) validFrom!: string;
  @Field() title!: string;
  @Field({ description: 'count, percent, per100, pounds, score or category.' }) unit!: string;
  @Field(() => Int) decimals!: number;
  @Field({ description: 'flow, stock, or cumulative within a year.' }) basis!: string;
  @Field(() => Direction) direction!: Direction;
  @Field({ description: 'Why it is asked for.' }) why!: string;
  @Field({ description: 'Who reads it.' }) readBy!: string;
  @Field() numerator!: string;
  @Field() denominator!: string;
  @Field(() => [String], {
    description: 'Metrics that would move if this one were improved in the wrong way.',
  })
  balancedBy!: string[];
  @Field({ description: 'Previews an official statistic: each read of it is recorded.' })
  prePublication!: boolean;
  @Field(() => String, { nullable: true }) source!: string | null;
}

@ObjectType('Area', { description: 'A council, a partnership, a region or England.' })
export class AreaType {
  @Field(() => AreaKind) kind!: AreaKind;
  @Field() code!: string;
  @Field() name!: string;
}

@ObjectType('ReformVersion', {
  description: 'A reform as it was tried from a day on: how it is iterated.',
})
export class ReformVersionType {
  @Field(() => Int) version!: number;
  @Field() title!: string;
  @Field(() => DayText) validFrom!: string;
}

@ObjectType('Participation', {
  description: 'This council tests this reform version from this day, to that day, or halted.',
})
export class ParticipationType {
  @Field(() => CouncilType) council!: CouncilType;
  @Field(() => Int) version!: number;
  @Field(() => DayText) from!: string;
  @Field(() => DayText, { nullable: true }) to!: string | null;
  @Field(() => String, { nullable: true }) haltedReason!: string | null;
}

@ObjectType('Reform', { description: 'What is being tried, its versions, and who takes part.' })
export class ReformType {
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => [ReformVersionType]) versions!: ReformVersionType[];
  @Field(() => [ParticipationType]) participations!: ParticipationType[];
}
