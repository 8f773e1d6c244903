import { Field, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { DayText, DecimalText, Moment } from '../scalars.js';
import { Channel, Severity, Standing, SubmissionStatus, ValueState } from './enums.js';
import { AreaType, CouncilType, MetricType } from './register.type.js';

@ObjectType('Period', { description: "A typed interval in EES's codes; half-open." })
export class PeriodType {
  @Field() timePeriod!: string;
  @Field() timeIdentifier!: string;
  @Field(() => DayText) start!: string;
  @Field(() => DayText) end!: string;
}

@ObjectType('Finding', {
  description:
    'What a rule said of a file, a row or a figure. The message never repeats the place.',
})
export class FindingType {
  @Field() code!: string;
  @Field(() => Severity) severity!: Severity;
  @Field(() => Int, {
    nullable: true,
    description: 'In a file the header is row 1; in a call figures count from 1.',
  })
  row!: number | null;
  @Field(() => String, { nullable: true }) column!: string | null;
  @Field(() => String, { nullable: true, description: 'As it was sent; never for personal data.' })
  value!: string | null;
  @Field() message!: string;
  @Field() fix!: string;
  @Field(() => Int) ruleVersion!: number;
  @Field(() => String, { nullable: true }) metric!: string | null;
  @Field(() => ID, { nullable: true, description: 'Null for a dry run and a refusal as a whole.' })
  id!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of a warning: why the figure is right all the same.',
  })
  explanation!: string | null;
  @Field(() => String, { nullable: true }) explainedBy!: string | null;
  @Field(() => Moment, { nullable: true }) explainedAt!: Date | null;
  @Field(() => Moment, {
    nullable: true,
    description: 'When a later figure of the same cell was accepted.',
  })
  closedAt!: Date | null;
}

@ObjectType('Submission', { description: 'One delivery by one channel.' })
export class SubmissionType {
  @Field(() => ID, { nullable: true, description: 'Null for a dry run.' }) id!: string | null;
  @Field(() => SubmissionStatus) status!: SubmissionStatus;
  @Field(() => CouncilType) council!: CouncilType;
  @Field(() => Channel) channel!: Channel;
  @Field(() => Moment) receivedAt!: Date;
  @Field() receivedBy!: string;
  @Field(() => Int, { description: 'How many figures or rows came.' }) receivedCount!: number;
  @Field(() => Int, { description: 'How many of them were accepted.' }) acceptedCount!: number;
  @Field(() => String, { nullable: true, description: 'Its place in the order of knowledge.' })
  knownSeq!: string | null;
  @Field(() => [FindingType]) findings!: FindingType[];
  @Field(() => Moment, { nullable: true }) approvedAt!: Date | null;
  @Field(() => String, { nullable: true }) approvedBy!: string | null;
  @Field(() => Moment, { nullable: true }) withdrawnAt!: Date | null;
  @Field(() => String, { nullable: true }) withdrawnBy!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' }) withdrawalReason!:
    string | null;
  @Field({ description: 'Invented for demonstration.' }) demonstration!: boolean;
}

@ObjectType('SubmissionReceived', {
  description:
    'The delivery was taken: stored for good, unless it was a dry run. Its findings say what was not accepted.',
})
export class SubmissionReceivedType {
  @Field(() => SubmissionType) submission!: SubmissionType;
  @Field({ description: 'Whether this is the first answer of an earlier send of the same key.' })
  replayed!: boolean;
  @Field() dryRun!: boolean;
  @Field({
    description: 'Whether it was taken as the month so far: it is no submission and has no id.',
  })
  monthSoFar!: boolean;
}

@ObjectType('SubmissionRefused', {
  description: 'Nothing was taken: what happened, what to do, and every finding.',
})
export class SubmissionRefusedType {
  @Field() code!: string;
  @Field() message!: string;
  @Field() fix!: string;
  @Field(() => [FindingType]) findings!: FindingType[];
}

@ObjectType('Refused', { description: 'An expected refusal, in the words of the one catalogue.' })
export class RefusedType {
  @Field() code!: string;
  @Field() message!: string;
  @Field() fix!: string;
}

const isReceived = (value: object): boolean => 'submission' in value;
export const SubmitObservationsResult = createUnionType({
  name: 'SubmitObservationsResult',
  description: 'A delivery that was taken, in whole or in part, or one that was refused.',
  types: () => [SubmissionReceivedType, SubmissionRefusedType] as const,
  resolveType: (value: object) =>
    isReceived(value) ? SubmissionReceivedType : SubmissionRefusedType,
});
export const ExplainFindingResult = createUnionType({
  name: 'ExplainFindingResult',
  description: 'The submission with the words beside its warning, or why they were not kept.',
  types: () => [SubmissionType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : SubmissionType),
});
export const WithdrawSubmissionResult = createUnionType({
  name: 'WithdrawSubmissionResult',
  description: 'The submission, withdrawn, or why it cannot be.',
  types: () => [SubmissionType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : SubmissionType),
});
export const ApproveSubmissionResult = createUnionType({
  name: 'ApproveSubmissionResult',
  description: 'The submission with its figures approved, or why they cannot be.',
  types: () => [SubmissionType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : SubmissionType),
});

@ObjectType('Coverage', { description: 'Which members an area figure rests on.' })
export class CoverageType {
  @Field(() => Int) reported!: number;
  @Field(() => Int) expected!: number;
}

@ObjectType('Point', { description: 'The figure of one period, with what is known of it.' })
export class PointType {
  @Field(() => PeriodType) period!: PeriodType;
  @Field(() => DecimalText, { nullable: true }) numerator!: string | null;
  @Field(() => DecimalText, { nullable: true }) denominator!: string | null;
  @Field(() => DecimalText, {
    nullable: true,
    description: 'In the metric’s unit; null unless the state is VALUE.',
  })
  value!: string | null;
  @Field(() => ValueState) state!: ValueState;
  @Field(() => Standing) standing!: Standing;
  @Field(() => Moment, { description: 'Since when this figure has been known.' }) knownAt!: Date;
  @Field({ description: 'Its place in the order of knowledge.' }) knownSeq!: string;
  @Field({ description: 'Invented for demonstration.' }) demonstration!: boolean;
  @Field(() => String, { nullable: true }) comment!: string | null;
  @Field(() => CoverageType, { nullable: true, description: 'Of area figures.' })
  coverage!: CoverageType | null;
  /** Not fields: what the field resolvers of `submission` and `revisions` go by. */
  submissionId!: string | null;
  of!: { councilId: number | null; metric: string; breakdown: string };
}

@ObjectType('Series', {
  description: 'One metric of one area over time, oldest period first.',
})
export class SeriesType {
  @Field(() => MetricType) metric!: MetricType;
  @Field(() => AreaType) area!: AreaType;
  @Field() breakdown!: string;
  @Field(() => [PointType]) points!: PointType[];
  @Field({ description: 'To be shown with every figure.' }) label!: string;
  /** Not a field: what the field resolver of `assessment` goes by. */
  of!: {
    readonly metric: string;
    readonly subject: string;
    readonly isCouncil: boolean;
    readonly isAlone: boolean;
    readonly asKnownAt: Date | null;
  };
}
