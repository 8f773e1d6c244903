import {
  createUnionType,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { DayText, Moment } from '../scalars.js';
import { PeriodType, RefusedType } from './figure.type.js';

export enum Variation {
  COMMON_CAUSE = 'COMMON_CAUSE',
  IMPROVEMENT = 'IMPROVEMENT',
  CONCERN = 'CONCERN',
  NEUTRAL_HIGH = 'NEUTRAL_HIGH',
  NEUTRAL_LOW = 'NEUTRAL_LOW',
  INSUFFICIENT = 'INSUFFICIENT',
}
export enum Assurance {
  CONSISTENT_PASS = 'CONSISTENT_PASS',
  CONSISTENT_FAIL = 'CONSISTENT_FAIL',
  INCONSISTENT = 'INCONSISTENT',
  INSUFFICIENT = 'INSUFFICIENT',
}
export enum ChartKind {
  XMR = 'XMR',
  RATE = 'RATE',
}
export enum OffTrackRule {
  GETTING_WORSE = 'GETTING_WORSE',
  OFF_TRAJECTORY = 'OFF_TRAJECTORY',
  TARGET_UNLIKELY = 'TARGET_UNLIKELY',
}
export enum LimitGround {
  PROCESS_CHANGED = 'PROCESS_CHANGED',
  CAUSE_OF_SHIFT_KNOWN = 'CAUSE_OF_SHIFT_KNOWN',
}

const enums = {
  Variation: [
    Variation,
    'What the last point says. INSUFFICIENT: too little to say; IMPROVEMENT and CONCERN go by the metric’s direction.',
  ],
  Assurance: [
    Assurance,
    'Whether the target is met every time, never, or as chance has it (INCONSISTENT).',
  ],
  ChartKind: [
    ChartKind,
    'XMR: limits from the values. RATE: limits that know the denominators, where cases are few.',
  ],
  OffTrackRule: [OffTrackRule, 'What can be open of a series that has a baseline and a plan.'],
  LimitGround: [
    LimitGround,
    'Why new limits begin: a process is known to have changed, or a sustained shift has a known cause.',
  ],
} as const;
for (const [name, [of, description]] of Object.entries(enums))
  registerEnumType(of, { name, description });

@ObjectType('ChartPoint', {
  description:
    'One point of a process-control chart with its limits, which are not cut at 0 or 100.',
})
export class ChartPointType {
  @Field(() => PeriodType) period!: PeriodType;
  @Field(() => Float) value!: number;
  @Field(() => Float, { nullable: true }) centre!: number | null;
  @Field(() => Float, { nullable: true }) lower!: number | null;
  @Field(() => Float, { nullable: true }) upper!: number | null;
  @Field(() => Variation) type!: Variation;
  @Field(() => [String], { description: 'The rules that it is part of, the first by precedence.' })
  rules!: string[];
  @Field(() => Int, { description: 'Which set of limits it belongs to, from 0.' }) group!: number;
  @Field(() => Int, { description: 'Periods without a figure before it.' }) gapBefore!: number;
}

@ObjectType('TargetChance', { description: 'How likely the target of the agreed plan is.' })
export class TargetChanceType {
  @Field(() => Float, { description: '0 to 1.' }) probability!: number;
  @Field() words!: string;
}

@ObjectType('OffTrack', { description: 'Whether a monthly series with a direction is off track.' })
export class OffTrackType {
  @Field(() => String, {
    nullable: true,
    description: 'Why nothing new may be alerted now; null where nothing hinders.',
  })
  blocked!: string | null;
  @Field(() => [OffTrackRule]) open!: OffTrackRule[];
  @Field({ description: 'A gain that is worth telling others.' }) shoutOut!: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the baseline is only proposed; null without one.',
  })
  baselineProposed!: boolean | null;
  @Field(() => TargetChanceType, { nullable: true }) chance!: TargetChanceType | null;
}

@ObjectType('Assessment', {
  description:
    'What the statistics say of a series, from its first period on: as it stands, or as it was known.',
})
export class AssessmentType {
  @Field(() => ChartKind, { nullable: true, description: 'Null where there is no chart.' })
  chart!: ChartKind | null;
  @Field(() => String, { nullable: true, description: 'Why there is no chart.' }) notCharted!:
    string | null;
  @Field(() => [ChartPointType]) points!: ChartPointType[];
  @Field(() => Variation, { nullable: true }) variation!: Variation | null;
  @Field(() => Assurance, { nullable: true, description: 'Null without a target.' })
  assurance!: Assurance | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the assurance may be relied on. False: the newest figures are unusual in a way that overturns it, and the limits still rest on the time before. Null without an assurance.',
  })
  assuranceStands!: boolean | null;
  @Field({ description: 'Whether variation and assurance may be shown as icons.' })
  iconsShown!: boolean;
  @Field({ description: 'Fewer points than limits need: they are a trial.' }) trial!: boolean;
  @Field({ description: 'Every value is the same: usually figures copied forward.' })
  noVariationRecorded!: boolean;
  @Field(() => Int, { description: 'Periods without a figure among the last twelve.' })
  missing!: number;
  @Field(() => String, {
    nullable: true,
    description:
      'The label of an improvement, which says when a balancing measure moved the wrong way.',
  })
  improvement!: string | null;
  @Field(() => [String], {
    description: 'The balancing measures that moved the wrong way beside an improvement.',
  })
  sideEffects!: string[];
  @Field(() => OffTrackType, { nullable: true, description: 'Null where no such rule applies.' })
  offTrack!: OffTrackType | null;
  @Field(() => Moment) assessedAt!: Date;
  @Field({ description: 'The newest place in the order of knowledge behind it.' })
  knownSeq!: string;
  @Field(() => Int, { description: 'The version of how series are assessed.' })
  optionsVersion!: number;
}

@InputType('StartNewLimitsInput', { description: 'New limits for one series of one council.' })
export class StartNewLimitsInput {
  @Field({ description: 'Code or name.' }) council!: string;
  @Field() metric!: string;
  @Field(() => DayText, { description: 'The first day of the new limits.' }) from!: string;
  @Field(() => LimitGround) ground!: LimitGround;
  @Field() reason!: string;
  @Field({ description: 'What the reason rests on.' }) evidence!: string;
}

@InputType('ConfirmBaselineInput', {
  description: 'A baseline of one series of one council: limits that move no more.',
})
export class ConfirmBaselineInput {
  @Field({ description: 'Code or name.' }) council!: string;
  @Field() metric!: string;
  @Field(() => DayText, { description: 'The first day of the baseline.' }) from!: string;
  @Field(() => Int, { description: 'How many figures it rests on, 13 to 24.' }) points!: number;
  @Field() reason!: string;
  @Field({ description: 'What the reason rests on.' }) evidence!: string;
}

@ObjectType('LimitDecision', {
  description: 'What a person decided of the limits of a series. Old limits stay in the chart.',
})
export class LimitDecisionType {
  @Field(() => ID) id!: string;
  @Field() metric!: string;
  @Field(() => DayText) from!: string;
  @Field() reason!: string;
  @Field() evidence!: string;
  @Field(() => Moment) decidedAt!: Date;
  @Field() decidedBy!: string;
}

export const LimitDecisionResult = createUnionType({
  name: 'LimitDecisionResult',
  description: 'The decision as it is kept, or why it was not taken.',
  types: () => [LimitDecisionType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : LimitDecisionType),
});
