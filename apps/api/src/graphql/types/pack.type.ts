import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DecimalText, Moment } from '../scalars.js';
import { RefusedType } from './figure.type.js';
import { CouncilType } from './register.type.js';

@ObjectType('EvidencePack', {
  description: 'Figures, charts and a document, frozen as they were known at one moment.',
})
export class PackType {
  @Field(() => ID) id!: string;
  @Field() title!: string;
  @Field({ description: 'The question that it was made for.' }) question!: string;
  @Field(() => Moment) madeAt!: Date;
  @Field() madeBy!: string;
  @Field(() => Moment, { description: 'The moment as of which its figures were known.' })
  asKnownAt!: Date;
  @Field({ description: 'The last place in the order of knowledge by then.' }) knownSeq!: string;
  @Field({ description: 'The SHA-256 of the manifest, in hexadecimal.' }) checksum!: string;
  @Field(() => Int, { description: 'How many figures behind it were changed or withdrawn since.' })
  corrected!: number;
}

@ObjectType('PackCorrection', {
  description:
    'A figure behind a pack that was changed or withdrawn since. The pack keeps what it said.',
})
export class PackCorrectionType {
  @Field(() => CouncilType) council!: CouncilType;
  @Field({ description: 'The code of the box or published metric.' }) metric!: string;
  @Field({ description: 'For example, 2024 September.' }) period!: string;
  @Field(() => DecimalText, { nullable: true, description: 'None where the pack has no number.' })
  before!: string | null;
  @Field(() => DecimalText, {
    nullable: true,
    description:
      'None where there is no number now, and for whoever sees no figures but those of packs.',
  })
  after!: string | null;
  @Field(() => Moment) knownAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'LATE_RECORD, RECOUNT, DEFINITION, ERROR or WITHDRAWAL.',
  })
  reason!: string | null;
  @Field(() => String, { nullable: true, description: 'The council’s words.' })
  reasonText!: string | null;
}

@ObjectType('OpenedEvidencePack', {
  description: 'A pack with its manifest and what became of its figures.',
})
export class OpenedPackType extends PackType {
  @Field({ description: 'The manifest, as the text that the checksum is of.' }) manifest!: string;
  @Field({ description: 'Whether every stored byte is as the manifest says.' }) verified!: boolean;
  @Field(() => [PackCorrectionType], { description: 'By council, figure and period; at most 200.' })
  correctedSince!: PackCorrectionType[];
}

@InputType('BuildPackInput', { description: 'What a pack is for, and which figures are in it.' })
export class BuildPackInput {
  @Field({ description: '3 to 120 characters.' }) title!: string;
  @Field({ description: '10 to 1,000 characters.' }) question!: string;
  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  note?: string | null;
  @Field(() => [String], { description: 'Codes of measures, 1 to 12.' }) measures!: string[];
  @Field(() => [String], {
    nullable: true,
    description: 'Codes or names of councils of the programme; all of them when left out.',
  })
  councils?: string[] | null;
  @Field(() => Moment, { nullable: true, description: 'Now when left out.' })
  asKnownAt?: Date | null;
}

@ObjectType('PackFault', { description: 'What is wrong with one field of a pack.' })
export class PackFaultType {
  @Field({ description: 'title, question, note, measures or councils.' }) field!: string;
  @Field() code!: string;
  @Field() message!: string;
  @Field() fix!: string;
}

@ObjectType('PackFaults', { description: 'Everything that is wrong with a pack.' })
export class PackFaultsType {
  @Field(() => [PackFaultType]) faults!: PackFaultType[];
}

export const BuildPackResult = createUnionType({
  name: 'BuildPackResult',
  description: 'The pack, what is wrong with it field by field, or why there is none.',
  types: () => [OpenedPackType, PackFaultsType, RefusedType] as const,
  resolveType: (value: object) =>
    'faults' in value ? PackFaultsType : 'fix' in value ? RefusedType : OpenedPackType,
});
