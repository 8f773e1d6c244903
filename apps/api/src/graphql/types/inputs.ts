import { Field, InputType } from '@nestjs/graphql';
import { DecimalText } from '../scalars.js';
import { RevisionReasonKind, SubmissionMode } from './enums.js';

@InputType('PeriodInput', {
  description:
    'EES codes, e.g. { timePeriod: "2024", timeIdentifier: "September" }, or a month: { month: "2024-09" }.',
})
export class PeriodInput {
  @Field(() => String, { nullable: true }) timePeriod?: string | null;
  @Field(() => String, { nullable: true }) timeIdentifier?: string | null;
  @Field(() => String, { nullable: true }) month?: string | null;
}

@InputType('RevisionReasonInput', {
  description: 'Why a figure that stands already is sent again with another value.',
})
export class RevisionReasonInput {
  @Field(() => RevisionReasonKind) kind!: RevisionReasonKind;
  @Field() text!: string;
}

@InputType('ObservationInput', {
  description: 'A measure with numerator and denominator, or a box with its value.',
})
export class ObservationInput {
  @Field() metric!: string;
  @Field(() => PeriodInput) period!: PeriodInput;
  @Field(() => String, { nullable: true }) breakdown?: string | null;
  @Field(() => DecimalText, { nullable: true }) numerator?: string | null;
  @Field(() => DecimalText, { nullable: true }) denominator?: string | null;
  @Field(() => DecimalText, { nullable: true }) value?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'VALUE, MISSING, NOT_APPLICABLE or UNAVAILABLE.',
  })
  state?: string | null;
  @Field(() => String, { nullable: true }) comment?: string | null;
  @Field(() => RevisionReasonInput, { nullable: true }) reason?: RevisionReasonInput | null;
}

@InputType('SubmitObservationsInput', { description: 'One delivery of figures by one council.' })
export class SubmitObservationsInput {
  @Field(() => String, { nullable: true, description: 'Code or name; your own when left out.' })
  council?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'One key, one effect: sending it again gives the first answer.',
  })
  idempotencyKey?: string | null;
  @Field(() => SubmissionMode, {
    nullable: true,
    description: 'PARTIAL keeps the good figures; ATOMIC all or nothing.',
  })
  mode?: SubmissionMode | null;
  @Field(() => Boolean, { nullable: true, description: 'The same rules; nothing is written.' })
  dryRun?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'The running month, provisionally: the same rules but those of a whole month. It is shown as such, never judged and never released, replaced by the next push, and gone when the return comes.',
  })
  monthSoFar?: boolean | null;
  @Field(() => String, { nullable: true }) comment?: string | null;
  @Field(() => [ObservationInput]) observations!: ObservationInput[];
}
