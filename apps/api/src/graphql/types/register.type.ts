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

@ObjectType('PartnershipMember')
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

@ObjectType('Programme')
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
  @Field(() => Int) majorVersion!: number;
  @Field(() => Int) minorVersion!: number;
  @Field(() => DayText) validFrom!: string;
  @Field() title!: string;
  @Field() unit!: string;
  @Field(() => Int) decimals!: number;
  @Field() basis!: string;
  @Field(() => Direction) direction!: Direction;
  @Field() why!: string;
  @Field() readBy!: string;
  @Field() numerator!: string;
  @Field() denominator!: string;
  @Field(() => [String]) balancedBy!: string[];
  @Field() prePublication!: boolean;
  @Field(() => String, { nullable: true }) source!: string | null;
}

@ObjectType('Area', { description: 'A council, a partnership, a region or England.' })
export class AreaType {
  @Field(() => AreaKind) kind!: AreaKind;
  @Field() code!: string;
  @Field() name!: string;
}

@ObjectType('ReformVersion')
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

@ObjectType('Reform')
export class ReformType {
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => [ReformVersionType]) versions!: ReformVersionType[];
  @Field(() => [ParticipationType]) participations!: ParticipationType[];
}
