import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DayText, Moment } from '../scalars.js';
import { PermissionKind } from './enums.js';
import { PeriodType, RefusedType } from './figure.type.js';
import { PeriodInput } from './inputs.js';
import { CouncilType } from './register.type.js';

@ObjectType('Permission', {
  description:
    'What a council asked for one month and what DfE said: more time for its return, or a closed month opened for a while.',
})
export class PermissionType {
  @Field(() => ID) id!: string;
  @Field(() => PermissionKind) kind!: PermissionKind;
  @Field(() => CouncilType, { nullable: true }) council!: CouncilType | null;
  @Field(() => PeriodType, { nullable: true }) period!: PeriodType | null;
  @Field(() => DayText, { description: 'The last day asked for.' }) until!: string;
  @Field() reason!: string;
  @Field(() => Moment) askedAt!: Date;
  @Field() askedBy!: string;
  @Field(() => Boolean, { nullable: true, description: 'Null while it waits for an answer.' })
  granted!: boolean | null;
  @Field(() => DayText, { nullable: true, description: 'The last day granted.' })
  grantedUntil!: string | null;
  @Field(() => String, { nullable: true }) answer!: string | null;
  @Field(() => Moment, { nullable: true }) answeredAt!: Date | null;
  @Field(() => String, { nullable: true }) answeredBy!: string | null;
}

export const PermissionResult = createUnionType({
  name: 'PermissionResult',
  description: 'The request as it is now, or why it was not taken.',
  types: () => [PermissionType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : PermissionType),
});

@InputType('RequestExtensionInput', { description: 'One month of your own council.' })
export class RequestExtensionInput {
  @Field(() => String, { nullable: true, description: 'Code or name; your own when left out.' })
  council?: string | null;
  @Field(() => PeriodInput) period!: PeriodInput;
  @Field(() => PermissionKind, {
    nullable: true,
    description: 'EXTENSION when left out; EXCEPTION asks for a closed month.',
  })
  kind?: PermissionKind | null;
  @Field(() => DayText, { description: 'The last day.' }) until!: string;
  @Field() reason!: string;
}

@InputType('OpenClosedPeriodInput', { description: 'A closed month of one council.' })
export class OpenClosedPeriodInput {
  @Field({ description: 'Code or name.' }) council!: string;
  @Field(() => PeriodInput) period!: PeriodInput;
  @Field(() => DayText, { description: 'The last day, at most 30 days from now.' }) until!: string;
  @Field() reason!: string;
}
