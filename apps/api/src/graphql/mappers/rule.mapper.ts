import type { Programme, RuleVersion } from '#application/ports';
import { ruleSentence, type AlertCondition, type AlertRule } from '#domain/judgement';
import type { AlertConditionType } from '../types/condition.type.js';
import {
  AlertAudience,
  AlertConditionKind,
  AlertMute,
  AlertSeverity,
  EscalationSparedBy,
} from '../types/rule-enums.js';
import type {
  AlertRuleScopeType,
  AlertRuleType,
  AlertRuleVersionType,
  SaveAlertRuleInput,
} from '../types/rule.type.js';
import { toCouncil, toMetric, toPartnership } from './register.mapper.js';

const KINDS: Readonly<Record<AlertCondition['kind'], AlertConditionKind>> = {
  'return-missing': AlertConditionKind.RETURN_MISSING,
  'off-trajectory': AlertConditionKind.OFF_TRAJECTORY,
  'plan-band': AlertConditionKind.PLAN_BAND,
  'target-unlikely': AlertConditionKind.TARGET_UNLIKELY,
  'getting-worse': AlertConditionKind.GETTING_WORSE,
  'backlog-building': AlertConditionKind.BACKLOG_BUILDING,
  'gain-with-side-effect': AlertConditionKind.GAIN_WITH_SIDE_EFFECT,
  'unlike-the-others': AlertConditionKind.UNLIKE_THE_OTHERS,
  'published-floor': AlertConditionKind.PUBLISHED_FLOOR,
  'milestone-overdue': AlertConditionKind.MILESTONE_OVERDUE,
  'answer-overdue': AlertConditionKind.ANSWER_OVERDUE,
};
const AUDIENCES = {
  council: AlertAudience.COUNCIL,
  partnership: AlertAudience.PARTNERSHIP,
  dfe: AlertAudience.DFE,
  board: AlertAudience.BOARD,
};
const SEVERITIES = { act: AlertSeverity.ACT, look: AlertSeverity.LOOK };
const MUTES = { never: AlertMute.NEVER, 'school-holidays': AlertMute.SCHOOL_HOLIDAYS };
const SPARED_BY = {
  acknowledged: EscalationSparedBy.ACKNOWLEDGED,
  planned: EscalationSparedBy.PLANNED,
  cleared: EscalationSparedBy.CLEARED,
};

/** The domain's name of what the schema calls so. */
const named = (names: Readonly<Record<string, string>>, asked: string): string =>
  Object.entries(names).find(([, name]) => name === asked)?.[0] ?? '';

/** Parameters by metric are lists in GraphQL: the field, and the name of what is said of each metric. */
const BY_METRIC = { byMonthlyChange: 'amount', leftOut: 'months', partOf: 'whole' } as const;

function toCondition(condition: AlertCondition): AlertConditionType {
  const fields = Object.entries(condition).map(([name, value]: [string, unknown]) => {
    const said = name in BY_METRIC ? BY_METRIC[name as keyof typeof BY_METRIC] : null;
    return said === null
      ? ([name, value] as const)
      : ([
          name,
          Object.entries(value as object).map(([metric, one]: [string, unknown]) => ({
            metric,
            [said]: one,
          })),
        ] as const);
  });
  return { ...Object.fromEntries(fields), kind: KINDS[condition.kind] };
}

/** A condition as it came: what was left out is left out, for the domain to miss. */
function readCondition(given: AlertConditionType): object {
  const fields = Object.entries(given)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]: [string, unknown]) => {
      const said = name in BY_METRIC ? BY_METRIC[name as keyof typeof BY_METRIC] : null;
      return said === null
        ? ([name, value] as const)
        : ([
            name,
            Object.fromEntries(
              (value as readonly Readonly<Record<string, unknown>>[]).map((line) => [
                String(line['metric']),
                line[said],
              ]),
            ),
          ] as const);
    });
  return { ...Object.fromEntries(fields), kind: named(KINDS, given.kind) };
}

/** What was asked to be saved, as the domain reads it. `keyOf`: the key of a council, or what was typed where there is none. */
export function toSave(input: SaveAlertRuleInput, keyOf: (council: string) => string): object {
  const { scope } = input;
  return {
    title: input.title.trim(),
    condition: readCondition(input.condition),
    metrics: input.metrics,
    scope: {
      councils: (scope?.councils ?? []).map(keyOf),
      partnerships: scope?.partnerships ?? [],
      from: scope?.from ?? null,
      to: scope?.to ?? null,
    },
    forPeriods: input.forPeriods,
    keepFiringFor: input.keepFiringFor,
    severity: named(SEVERITIES, input.severity),
    recipients: input.recipients.map(({ audience, afterWorkingDays }) => ({
      audience: named(AUDIENCES, audience),
      afterWorkingDays,
    })),
    mute: named(MUTES, input.mute ?? AlertMute.NEVER),
    repeatAfter: input.repeatAfter ?? null,
    escalation: (input.escalation ?? []).map(({ audience, afterWorkingDays, unless }) => ({
      audience: named(AUDIENCES, audience),
      afterWorkingDays,
      unless: named(SPARED_BY, unless),
    })),
    schedule: input.schedule ?? null,
  };
}

const toScope = (
  { councils, partnerships, from, to }: AlertRule['scope'],
  { register }: Programme,
): AlertRuleScopeType => ({
  councils: register.councils
    .filter(({ key }) => councils.includes(key))
    .map((council) => toCouncil(council, register)),
  partnerships: register.partnerships
    .filter(({ code }) => partnerships.includes(code))
    .map((partnership) => toPartnership(partnership, register)),
  from,
  to,
});

/** A rule with nothing of who wrote it: as it stands with an alert. */
export const toPlainRule = (rule: AlertRule, programme: Programme): AlertRuleType => ({
  code: rule.code,
  version: rule.version,
  title: rule.title,
  sentence: ruleSentence(rule, programme),
  enabled: rule.enabled,
  condition: toCondition(rule.condition),
  metrics: rule.metrics.flatMap((code) => {
    const metric = programme.metrics.find((one) => one.code === code);
    return metric ? [toMetric(metric)] : [];
  }),
  scope: toScope(rule.scope, programme),
  forPeriods: rule.forPeriods,
  keepFiringFor: rule.keepFiringFor,
  severity: SEVERITIES[rule.severity],
  recipients: rule.recipients.map(({ audience, afterWorkingDays }) => ({
    audience: AUDIENCES[audience],
    afterWorkingDays,
  })),
  mute: MUTES[rule.mute],
  repeatAfter: rule.repeatAfter,
  escalation: rule.escalation.map(({ audience, afterWorkingDays, unless }) => ({
    audience: AUDIENCES[audience],
    afterWorkingDays,
    unless: SPARED_BY[unless],
  })),
  schedule: rule.schedule,
  ...{ draft: false, savedAt: null, savedBy: null, inForceFrom: null, versions: [] },
});

/** A rule that is no longer known: its code and version alone. */
export const unknownRule = (code: string, version: number): AlertRuleType => ({
  ...{ code, version, title: code, sentence: '', enabled: false, condition: null, metrics: [] },
  scope: { councils: [], partnerships: [], from: null, to: null },
  ...{ forPeriods: 1, keepFiringFor: 0, severity: AlertSeverity.LOOK, recipients: [] },
  ...{ mute: AlertMute.NEVER, repeatAfter: null, escalation: [], schedule: null },
  ...{ draft: false, savedAt: null, savedBy: null, inForceFrom: null, versions: [] },
});

export const toAlertRule = (
  { rule, draft, savedAt, savedBy, inForceFrom }: RuleVersion,
  programme: Programme,
  versions: readonly RuleVersion[] = [],
): AlertRuleType => ({
  ...toPlainRule(rule, programme),
  ...{ draft, savedAt, savedBy, inForceFrom },
  versions: versions.map((one) => toVersion(one, programme)),
});

const toVersion = (
  { rule: { version, enabled }, rule, ...of }: RuleVersion,
  programme: Programme,
): AlertRuleVersionType => ({
  ...{ version, enabled, sentence: ruleSentence(rule, programme) },
  ...of,
});
