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
import { AlertRuleType } from './rule.type.js';
import { AlertState } from './enums.js';
import { PeriodType, RefusedType } from './figure.type.js';
import { CouncilType, MetricType } from './register.type.js';

export enum AsKnown {
  AT_EACH_MOMENT = 'AT_EACH_MOMENT',
  NOW = 'NOW',
}
registerEnumType(AsKnown, {
  name: 'AsKnown',
  description:
    'AT_EACH_MOMENT: only what was known then. NOW: each figure as it stands today, from when its first version came.',
});

export enum BackTestStatus {
  WAITING = 'WAITING',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
}
registerEnumType(BackTestStatus, { name: 'BackTestStatus', description: 'How far it has come.' });

@ObjectType('BackTestYear', { description: 'How often a rule would have fired in a year.' })
export class BackTestYearType {
  @Field(() => Int) year!: number;
  @Field(() => Int) fired!: number;
}

@ObjectType('BackTestEpisode', { description: 'An alert that would have been.' })
export class BackTestEpisodeType {
  @Field(() => CouncilType, { nullable: true }) council!: CouncilType | null;
  @Field(() => MetricType, { nullable: true, description: 'Null for a rule about returns.' })
  metric!: MetricType | null;
  @Field(() => PeriodType, { nullable: true }) openedBy!: PeriodType | null;
  @Field(() => Moment, { description: 'When it would have been known.' }) openedAt!: Date;
  @Field(() => PeriodType, { nullable: true }) firedBy!: PeriodType | null;
  @Field(() => Moment, { nullable: true }) firedAt!: Date | null;
  @Field(() => PeriodType, { nullable: true }) clearedBy!: PeriodType | null;
  @Field(() => Moment, { nullable: true }) clearedAt!: Date | null;
  @Field(() => AlertState, { description: 'As it would stand today.' }) state!: AlertState;
  @Field({ description: 'Figures have stopped; the state stays what it was.' }) noData!: boolean;
  @Field({ description: 'Why it would have fired.' }) why!: string;
}

@ObjectType('BackTestComparison', { description: 'Against the version in force.' })
export class BackTestComparisonType {
  @Field(() => Int, { description: 'The version in force.' }) version!: number;
  @Field(() => Int, { description: 'Alerts that both would have fired.' }) both!: number;
  @Field(() => Int, { description: 'That the version in force would not.' }) more!: number;
  @Field(() => Int, { description: 'That only the version in force would.' }) fewer!: number;
}

@ObjectType('BackTestResult', { description: 'What a rule would have done over all history.' })
export class BackTestResultType {
  @Field(() => DayText, { nullable: true, description: 'First day of what was judged.' })
  from!: string | null;
  @Field(() => DayText, { nullable: true, description: 'The day after the last.' })
  to!: string | null;
  @Field(() => Int) series!: number;
  @Field(() => Int) fired!: number;
  @Field(() => Int) firedCouncils!: number;
  @Field(() => Int, { description: 'That opened and never lasted long enough to fire.' })
  onlyWaited!: number;
  @Field(() => [BackTestYearType]) firedByYear!: BackTestYearType[];
  @Field(() => Float, {
    nullable: true,
    description:
      'False alarms a year that chance alone would bring; null where nobody can calculate it.',
  })
  chance!: number | null;
  @Field(() => BackTestComparisonType, { nullable: true })
  compared!: BackTestComparisonType | null;
  @Field(() => [BackTestEpisodeType], {
    description: 'Those that fired, by council A to Z; the first thousand.',
  })
  episodes!: BackTestEpisodeType[];
}

@ObjectType('BackTest', { description: 'A rule, draft or in force, tried on all history.' })
export class BackTestType {
  @Field(() => ID) id!: string;
  @Field(() => AlertRuleType) rule!: AlertRuleType;
  @Field(() => AsKnown) asKnown!: AsKnown;
  @Field(() => BackTestStatus) status!: BackTestStatus;
  @Field(() => Int, { description: 'Councils done.' }) done!: number;
  @Field(() => Int, { description: 'Councils in all.' }) of!: number;
  @Field(() => Moment) askedAt!: Date;
  @Field() askedBy!: string;
  @Field(() => Moment, { nullable: true }) finishedAt!: Date | null;
  @Field(() => BackTestResultType, { nullable: true, description: 'When it is done.' })
  result!: BackTestResultType | null;
}

export const BackTestAnswer = createUnionType({
  name: 'BackTestAnswer',
  description: 'The back-test as it is now, or why there is none.',
  types: () => [BackTestType, RefusedType] as const,
  resolveType: (value: object) => ('fix' in value ? RefusedType : BackTestType),
});

@InputType('BacktestAlertRuleInput', { description: 'A version of a rule, draft or in force.' })
export class BacktestAlertRuleInput {
  @Field() code!: string;
  @Field(() => Int) version!: number;
  @Field(() => AsKnown, { nullable: true, description: 'AT_EACH_MOMENT when left out.' })
  asKnown?: AsKnown | null;
}
