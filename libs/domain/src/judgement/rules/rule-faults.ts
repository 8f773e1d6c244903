import type { Day } from '../../periods/period.js';
import type { Register } from '../../register/register.js';
import type { AlertRule } from '../judgement-types.js';
import { isRecord } from './parameter.js';
import type { RuleFault } from './read-rule.js';
import type { RuleMetric } from './rule-kind.js';
import { kindOf, parametersOf } from './rule-kinds.js';
import { quoted } from './rule-words.js';
import { ruleWarnings } from './rule-warnings.js';
import { councilsInScope } from './scope.js';

/** What a programme knows that a rule is checked against. */
export type RuleFacts = {
  readonly register: Register;
  /** Every version of each metric. */
  readonly metrics: readonly RuleMetric[];
  readonly today: Day;
  /** Newest versions of all rules, this one left out. */
  readonly others: readonly AlertRule[];
  /** Metrics with a figure of any council. */
  readonly withFigures: ReadonlySet<string>;
  /** Metrics with a plan that was agreed. */
  readonly withPlan: ReadonlySet<string>;
  /** The most cases that any council has had of a metric over a year; only of metrics for which it is known. */
  readonly mostCases: ReadonlyMap<string, number>;
};

export type CheckedRule = {
  readonly faults: readonly RuleFault[];
  readonly warnings: readonly RuleFault[];
};

/**
 * What is wrong with a rule that could be read, for this programme, and what is worth a second look. A rule with faults is
 * refused: it names what does not exist, could never fire, or would always. Warnings are for people: it is saved all the same.
 */
export function ruleFaults(rule: AlertRule, facts: RuleFacts): CheckedRule {
  const faults = [
    ...metricFaults(rule, facts),
    ...namedInParameters(rule, facts),
    ...kindOf(rule.condition)
      .faults(rule.condition)
      .map(({ parameter, message, fix }) => ({ field: `condition.${parameter}`, message, fix })),
    ...scopeFaults(rule, facts),
  ];
  return { faults, warnings: faults.length > 0 ? [] : ruleWarnings(rule, facts) };
}

/** Why a metric cannot be named today; null where it can. */
function notThere(code: string, { metrics, today }: RuleFacts): string | null {
  const versions = metrics.filter((metric) => metric.code === code);
  if (versions.length === 0) return `There is no measure “${code}”.`;
  return versions.every(({ validTo }) => validTo !== null && validTo <= today)
    ? `${quoted(versions[0]?.title ?? code)} ended on ${versions[0]?.validTo ?? ''}.`
    : null;
}

const CHOOSE = 'Choose another measure.';

function metricFaults(rule: AlertRule, facts: RuleFacts): readonly RuleFault[] {
  const { condition, metrics } = rule;
  const kind = kindOf(condition);
  const at = (message: string, fix: string): RuleFault => ({ field: 'metrics', message, fix });
  if (!kind.takesMetrics)
    return metrics.length === 0
      ? []
      : [at('A rule about returns judges no measure.', 'Choose no measure.')];
  if (metrics.length === 0)
    return [at('No measure was chosen.', 'Choose at least one measure to judge.')];
  const each = metrics.flatMap((code): readonly RuleFault[] => {
    const missing = notThere(code, facts);
    if (missing !== null) return [at(missing, CHOOSE)];
    const metric = facts.metrics.findLast((one) => one.code === code);
    if (!metric) return [];
    if (metric.type === 'box')
      return [at(`${quoted(metric.title)} is a number of the return, not a measure.`, CHOOSE)];
    const why = kind.cannotJudge(metric, condition);
    return why === null
      ? []
      : [at(`This kind of rule cannot judge ${quoted(metric.title)}: ${why}.`, CHOOSE)];
  });
  return [...each, ...(each.length === 0 ? withoutCases(rule, facts) : [])];
}

/** A minimum of cases where nothing that is judged has any. */
function withoutCases({ condition, metrics }: AlertRule, facts: RuleFacts): readonly RuleFault[] {
  const minimum = 'minimumCases' in condition ? condition.minimumCases : 0;
  const isUncounted = (code: string): boolean => {
    const metric = facts.metrics.findLast((one) => one.code === code);
    return (
      metric !== undefined &&
      metric.denominator.kind === 'none' &&
      (metric.unit === 'pounds' || metric.unit === 'score')
    );
  };
  return minimum > 0 && metrics.every(isUncounted)
    ? [
        {
          field: 'condition.minimumCases',
          message: 'None of these measures counts cases, so the rule would never fire.',
          fix: 'Ask for 0 cases.',
        },
      ]
    : [];
}

/** Metrics that the parameters name: each has to exist, and a line by metric has to be about one that is judged. */
function namedInParameters(rule: AlertRule, facts: RuleFacts): readonly RuleFault[] {
  const values = new Map<string, unknown>(Object.entries(rule.condition));
  return parametersOf(rule.condition.kind).flatMap(([name, { type }]) => {
    const field = `condition.${name}`;
    const value = values.get(name);
    const named = namedIn(type, value).flatMap((code): readonly RuleFault[] => {
      const message = notThere(code, facts);
      return message === null ? [] : [{ field, message, fix: CHOOSE }];
    });
    const lines = type === 'metrics' && Array.isArray(value) ? (value as readonly string[]) : [];
    const keys = isRecord(value) ? Object.keys(value) : lines;
    const unjudged = keys
      .filter((code) => !rule.metrics.includes(code) && notThere(code, facts) === null)
      .map((code) => ({
        field,
        message: `${quoted(facts.metrics.find((one) => one.code === code)?.title ?? code)} is not judged by this rule.`,
        fix: 'Leave it out here, or choose it among the measures.',
      }));
    return [...named, ...unjudged];
  });
}

function namedIn(type: string, value: unknown): readonly string[] {
  if (type === 'metric' && typeof value === 'string') return [value];
  if (type === 'metrics' && Array.isArray(value)) return value as readonly string[];
  if (!isRecord(value)) return [];
  const values = type === 'pairs' ? Object.values(value).map(String) : [];
  return [...Object.keys(value), ...values];
}

function scopeFaults({ scope }: AlertRule, facts: RuleFacts): readonly RuleFault[] {
  const { register, today } = facts;
  const { from, to } = scope;
  const councils = scope.councils.flatMap((key): readonly RuleFault[] => {
    const field = 'scope.councils';
    const fix = 'Leave it out.';
    const council = register.councils.find((one) => one.key === key);
    if (!council) return [{ field, message: `There is no council “${key}”.`, fix }];
    const isIn = councilsInScope({ ...scope, councils: [key], partnerships: [] }, facts);
    if (council.endedOn !== null && council.endedOn <= today)
      return [{ field, message: `${council.name} ended on ${council.endedOn}.`, fix }];
    return isIn.length > 0
      ? []
      : [{ field, message: `${council.name} is not in the programme.`, fix }];
  });
  const partnerships = scope.partnerships
    .filter((code) => !register.partnerships.some((one) => one.code === code))
    .map((code) => ({
      ...{ field: 'scope.partnerships', message: `There is no partnership “${code}”.` },
      fix: 'Leave it out.',
    }));
  const named = [...councils, ...partnerships];
  const isNobody = named.length === 0 && councilsInScope(scope, facts).length === 0;
  return [
    ...named,
    ...(isNobody
      ? [
          {
            field: 'scope.councils',
            message: 'No council is left to look at, so the rule would never fire.',
            fix: 'Choose councils that are in the partnerships chosen, or fewer limits.',
          },
        ]
      : []),
    ...(from !== null && to !== null && to <= from
      ? [
          {
            field: 'scope.to',
            message: 'The last day is not after the first, so the rule would never fire.',
            fix: 'Give a later day, or none.',
          },
        ]
      : []),
  ];
}
