import {
  firstCondition,
  RULE_NUMBERS,
  type AlertRule,
  type ConditionKind,
} from '#domain/judgement';

/** What the form of a new rule begins with: everything of a rule but its title and what it judges. */
export const newRule = (kind: ConditionKind): Omit<AlertRule, 'code' | 'version' | 'enabled'> => ({
  title: '',
  condition: firstCondition(kind),
  metrics: [],
  forPeriods: RULE_NUMBERS.forPeriods.initial,
  keepFiringFor: RULE_NUMBERS.keepFiringFor.initial,
  severity: 'act',
  recipients: [
    { audience: 'council', afterWorkingDays: 0 },
    { audience: 'partnership', afterWorkingDays: RULE_NUMBERS.afterWorkingDays.initial },
    { audience: 'dfe', afterWorkingDays: RULE_NUMBERS.afterWorkingDays.initial },
  ],
  scope: { councils: [], partnerships: [], from: null, to: null },
  mute: 'never',
  repeatAfter: null,
  escalation: [],
  schedule: null,
});
