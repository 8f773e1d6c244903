import { canonicalJson } from '../../assessment/canonical-json.js';
import type { AlertRule } from '../judgement-types.js';
import type { RuleFault } from './read-rule.js';
import type { RuleFacts } from './rule-faults.js';
import { listed, quoted } from './rule-words.js';
import { councilsInScope } from './scope.js';

/** What is worth a second look before a rule is put in force. */
export const ruleWarnings = (rule: AlertRule, facts: RuleFacts): readonly RuleFault[] => [
  ...figureWarnings(rule, facts),
  ...planWarnings(rule, facts),
  ...caseWarnings(rule, facts),
  ...escalationWarnings(rule),
  ...repeatedWarnings(rule, facts),
  ...recipientWarnings(rule, facts),
];

const titles = (codes: readonly string[], { metrics }: RuleFacts): string =>
  listed(codes.map((code) => quoted(metrics.find((one) => one.code === code)?.title ?? code)));

function figureWarnings({ metrics }: AlertRule, facts: RuleFacts): readonly RuleFault[] {
  const without = metrics.filter((code) => !facts.withFigures.has(code));
  if (without.length === 0) return [];
  const [has, it] = without.length === 1 ? ['has', 'it has'] : ['have', 'they have'];
  return [
    {
      field: 'metrics',
      message: `${titles(without, facts)} ${has} no figure yet.`,
      fix: `Nothing is judged until ${it} some.`,
    },
  ];
}

function planWarnings(
  { condition: { kind }, metrics }: AlertRule,
  facts: RuleFacts,
): readonly RuleFault[] {
  const isOfPlans = kind === 'plan-band' || kind === 'off-trajectory' || kind === 'target-unlikely';
  const without = metrics.filter((code) => !facts.withPlan.has(code));
  return isOfPlans && without.length > 0
    ? [
        {
          field: 'metrics',
          message: `No plan has been agreed for ${titles(without, facts)}.`,
          fix: 'Nothing is judged until a council and DfE agree one.',
        },
      ]
    : [];
}

function caseWarnings({ condition, metrics }: AlertRule, facts: RuleFacts): readonly RuleFault[] {
  const [name, minimum] =
    'minimumCases' in condition
      ? ['minimumCases', condition.minimumCases]
      : 'minimumWaiting' in condition
        ? ['minimumWaiting', condition.minimumWaiting]
        : ['', 0];
  const never = metrics.filter((code) => (facts.mostCases.get(code) ?? Infinity) < minimum);
  return never.length > 0
    ? [
        {
          field: `condition.${name}`,
          message: `No council has ever had ${minimum} cases of ${titles(never, facts)} in a year.`,
          fix: 'With fewer the rule would never fire for it: ask for fewer cases.',
        },
      ]
    : [];
}

function escalationWarnings({ recipients, escalation }: AlertRule): readonly RuleFault[] {
  const first = Math.min(...recipients.map(({ afterWorkingDays }) => afterWorkingDays));
  return escalation.flatMap(({ afterWorkingDays }, index) =>
    afterWorkingDays < first
      ? [
          {
            field: `escalation.${index}.afterWorkingDays`,
            message: 'Somebody is told of inaction before anybody is told of the alert.',
            fix: `Give ${first} working days or more.`,
          },
        ]
      : [],
  );
}

/** Another rule that is on, with the same condition, that looks at all of this one's metrics and scope. */
function repeatedWarnings(rule: AlertRule, { others }: RuleFacts): readonly RuleFault[] {
  const same = others.find(
    (other) =>
      other.enabled &&
      other.code !== rule.code &&
      sameText(other.condition, rule.condition) &&
      sameText(other.scope, rule.scope) &&
      rule.metrics.every((code) => other.metrics.includes(code)),
  );
  return same
    ? [
        {
          field: 'title',
          message: `This rule only repeats “${same.title}”.`,
          fix: 'People would be told twice: change that rule instead.',
        },
      ]
    : [];
}

const sameText = (a: object, b: object): boolean => canonicalJson(a) === canonicalJson(b);

/** Every recipient has an inbox; the partnership of a council that is in none does not exist. */
function recipientWarnings(rule: AlertRule, facts: RuleFacts): readonly RuleFault[] {
  const told = [...rule.recipients, ...rule.escalation].some(
    ({ audience }) => audience === 'partnership',
  );
  const members = new Set(
    facts.register.partnerships.flatMap((one) => one.members.map(({ councilId }) => councilId)),
  );
  const alone = councilsInScope(rule.scope, facts).filter(({ id }) => !members.has(id));
  if (!told || alone.length === 0) return [];
  return [
    {
      field: 'recipients',
      message: `${listed(alone.map(({ name }) => name))} ${alone.length === 1 ? 'is' : 'are'} in no partnership, so nobody is told there.`,
      fix: 'Put the council into a partnership, or tell DfE at the same time.',
    },
  ];
}
