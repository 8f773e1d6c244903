import { createUnionType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DayText, Moment } from '../scalars.js';
import { AlertConditionType } from './condition.type.js';
import { RefusedType } from './figure.type.js';
import { CouncilType, MetricType, PartnershipType } from './register.type.js';
import { AlertAudience, AlertMute, AlertSeverity, EscalationSparedBy } from './rule-enums.js';

@ObjectType('AlertRecipient', { description: 'Who is told, how long after the alert fires.' })
@InputType('AlertRecipientInput', { description: 'Who is told, and when.' })
export class AlertRecipientType {
  @Field(() => AlertAudience) audience!: AlertAudience;
  @Field(() => Int) afterWorkingDays!: number;
}

@ObjectType('AlertEscalation', { description: 'Who is told besides when nothing was done.' })
@InputType('AlertEscalationInput', { description: 'Who is told when nothing was done.' })
export class AlertEscalationType {
  @Field(() => AlertAudience) audience!: AlertAudience;
  @Field(() => Int) afterWorkingDays!: number;
  @Field(() => EscalationSparedBy) unless!: EscalationSparedBy;
}

@ObjectType('AlertRuleScope', {
  description: 'What a rule looks at of all that its metrics have; an empty list is all.',
})
export class AlertRuleScopeType {
  @Field(() => [CouncilType]) councils!: CouncilType[];
  @Field(() => [PartnershipType]) partnerships!: PartnershipType[];
  @Field(() => DayText, { nullable: true, description: 'Periods that start on it or later.' })
  from!: string | null;
  @Field(() => DayText, { nullable: true, description: 'Periods that start before it.' })
  to!: string | null;
}

@ObjectType('AlertRuleVersion', { description: 'One version of a rule, with its own sentence.' })
export class AlertRuleVersionType {
  @Field(() => Int) version!: number;
  @Field() sentence!: string;
  @Field() enabled!: boolean;
  @Field() draft!: boolean;
  @Field(() => Moment, { nullable: true }) savedAt!: Date | null;
  @Field(() => String, { nullable: true }) savedBy!: string | null;
  @Field(() => Moment, { nullable: true, description: 'Null: a draft, or from the beginning.' })
  inForceFrom!: Date | null;
  @Field(() => String, { nullable: true }) switchedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was switched on or off.' })
  reason!: string | null;
}

@ObjectType('AlertRule', { description: 'A versioned rule; the sentence says what it will do.' })
export class AlertRuleType {
  @Field() code!: string;
  @Field(() => Int) version!: number;
  @Field() title!: string;
  @Field() sentence!: string;
  @Field() enabled!: boolean;
  @Field(() => AlertConditionType, {
    nullable: true,
    description: 'Null for a rule that is no longer known.',
  })
  condition!: AlertConditionType | null;
  @Field(() => [MetricType]) metrics!: MetricType[];
  @Field(() => AlertRuleScopeType) scope!: AlertRuleScopeType;
  @Field(() => Int, { description: 'Observed periods that it must last before it fires.' })
  forPeriods!: number;
  @Field(() => Int, { description: 'Observed periods that it must be clear before it clears.' })
  keepFiringFor!: number;
  @Field(() => AlertSeverity) severity!: AlertSeverity;
  @Field(() => [AlertRecipientType]) recipients!: AlertRecipientType[];
  @Field(() => AlertMute) mute!: AlertMute;
  @Field(() => Int, {
    nullable: true,
    description: 'Working days after which people are told again until somebody acknowledges.',
  })
  repeatAfter!: number | null;
  @Field(() => [AlertEscalationType]) escalation!: AlertEscalationType[];
  @Field(() => String, { nullable: true, description: 'Five fields of cron, in London.' })
  schedule!: string | null;
  @Field({ description: 'Saved, and not yet in force.' }) draft!: boolean;
  @Field(() => Moment, {
    nullable: true,
    description: 'Only for those who write rules; null for one that came with the programme.',
  })
  savedAt!: Date | null;
  @Field(() => String, { nullable: true }) savedBy!: string | null;
  @Field(() => Moment, { nullable: true, description: 'Null: a draft, or from the beginning.' })
  inForceFrom!: Date | null;
  @Field(() => [AlertRuleVersionType], {
    description: 'Newest first; only of one rule asked for by code.',
  })
  versions!: AlertRuleVersionType[];
}

@InputType('AlertRuleScopeInput', { description: 'What a rule is narrowed to.' })
export class AlertRuleScopeInput {
  @Field(() => [String], { nullable: true, description: 'Codes or names.' })
  councils?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Codes.' })
  partnerships?: string[] | null;
  @Field(() => DayText, { nullable: true }) from?: string | null;
  @Field(() => DayText, { nullable: true }) to?: string | null;
}

@InputType('SaveAlertRuleInput', { description: 'A whole rule: what is left out is as described.' })
export class SaveAlertRuleInput {
  @Field(() => String, { nullable: true, description: 'The rule to change; left out: a new one.' })
  code?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The newest version as you know it; needed to change a rule.',
  })
  baseVersion?: number | null;
  @Field() title!: string;
  @Field(() => AlertConditionType) condition!: AlertConditionType;
  @Field(() => [String], { description: 'Codes; none for a rule about returns.' })
  metrics!: string[];
  @Field(() => AlertRuleScopeInput, { nullable: true, description: 'Left out: everything.' })
  scope?: AlertRuleScopeInput | null;
  @Field(() => Int) forPeriods!: number;
  @Field(() => Int) keepFiringFor!: number;
  @Field(() => AlertSeverity) severity!: AlertSeverity;
  @Field(() => [AlertRecipientType]) recipients!: AlertRecipientType[];
  @Field(() => AlertMute, { nullable: true, description: 'Left out: NEVER.' })
  mute?: AlertMute | null;
  @Field(() => Int, { nullable: true, description: 'Left out: once is enough.' })
  repeatAfter?: number | null;
  @Field(() => [AlertEscalationType], { nullable: true })
  escalation?: AlertEscalationType[] | null;
  @Field(() => String, { nullable: true, description: 'Left out: whenever figures change.' })
  schedule?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Checks, and saves nothing.' })
  dryRun?: boolean | null;
}

@ObjectType('AlertRuleFault', { description: 'What is wrong, or worth a second look, and where.' })
export class AlertRuleFaultType {
  @Field({ description: 'Its place in the rule, such as condition.floor.' }) field!: string;
  @Field() message!: string;
  @Field() fix!: string;
}

@ObjectType('AlertRuleSaved', {
  description: 'The rule as it stands or, of a dry run, would; a draft until it is switched on.',
})
export class AlertRuleSavedType {
  @Field(() => AlertRuleType) rule!: AlertRuleType;
  @Field(() => [AlertRuleFaultType]) warnings!: AlertRuleFaultType[];
}

@ObjectType('AlertRuleRefused', { description: 'Faults, each at its field. Nothing was changed.' })
export class AlertRuleRefusedType {
  @Field(() => [AlertRuleFaultType]) faults!: AlertRuleFaultType[];
}

const whichOf = (value: object) =>
  'faults' in value ? AlertRuleRefusedType : 'fix' in value ? RefusedType : undefined;

export const SaveAlertRuleResult = createUnionType({
  name: 'SaveAlertRuleResult',
  description: 'The rule with what is worth a second look, its faults, or why it cannot be saved.',
  types: () => [AlertRuleSavedType, AlertRuleRefusedType, RefusedType] as const,
  resolveType: (value: object) => whichOf(value) ?? AlertRuleSavedType,
});
export const SwitchAlertRuleResult = createUnionType({
  name: 'SwitchAlertRuleResult',
  description: 'The rule as it now stands, its faults, or why it cannot be switched.',
  types: () => [AlertRuleType, AlertRuleRefusedType, RefusedType] as const,
  resolveType: (value: object) => whichOf(value) ?? AlertRuleType,
});
