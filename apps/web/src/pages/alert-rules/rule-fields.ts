import {
  parametersOf,
  type AlertRule,
  type ConditionKind,
  type Parameter,
} from '#domain/judgement';
import type { Register } from '#domain/register';
import type { FormFields } from '../../http/csrf.js';

/** How many steps of escalation the form has. */
export const STEPS = [1, 2, 3] as const;
export const TOLD = ['council', 'partnership', 'dfe'] as const;
export const DAY_PARTS = ['year', 'month', 'day'] as const;

const MOST_CHARACTERS = 4_000;
const textIn = (fields: FormFields, name: string): string =>
  (fields[name] ?? '').slice(0, MOST_CHARACTERS).trim();
const linesIn = (fields: FormFields, name: string): readonly string[] =>
  textIn(fields, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A number where one was typed; else the text, for the reader of rules to refuse. */
const numberOr = (text: string): number | string =>
  /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;

/** The codes whose boxes were ticked, of fields that are called so and the code. */
const ticked = (fields: FormFields, prefix: string): readonly string[] =>
  Object.keys(fields)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));

/** Lines of a code, a colon and what is said of it; a line without a colon stays for the reader to refuse. */
function byMetric(
  lines: readonly string[],
  read: (said: string) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':');
      return at < 0 ? [line, null] : [line.slice(0, at).trim(), read(line.slice(at + 1).trim())];
    }),
  );
}

function readParameter(fields: FormFields, name: string, { type }: Parameter): unknown {
  const field = `p-${name}`;
  switch (type) {
    case 'number':
      return numberOr(textIn(fields, field));
    case 'time':
    case 'metric':
      return textIn(fields, field);
    case 'metrics':
      return ticked(fields, `${field}-`);
    case 'amounts':
      return byMetric(linesIn(fields, field), numberOr);
    case 'months':
      return byMetric(linesIn(fields, field), (said) =>
        said.split(',').map((month) => month.trim()),
      );
    case 'pairs':
      return byMetric(linesIn(fields, field), (said) => said);
  }
}

function writeParameter(name: string, { type }: Parameter, value: unknown): FormFields {
  const field = `p-${name}`;
  if (type === 'metrics')
    return Object.fromEntries(
      (value as readonly string[]).map((code) => [`${field}-${code}`, 'yes']),
    );
  if (type === 'number' || type === 'time' || type === 'metric') return { [field]: String(value) };
  const lines = Object.entries(value as Readonly<Record<string, unknown>>).map(
    ([code, said]) => `${code}: ${Array.isArray(said) ? said.join(', ') : String(said)}`,
  );
  return { [field]: lines.join('\n') };
}

/** The day in the three boxes of a date; null where they are empty; one that is none stays for the rules to refuse. */
function dayIn(fields: FormFields, name: string): string | null {
  const [year = '', month = '', day = ''] = DAY_PARTS.map((part) =>
    textIn(fields, `${name}-${part}`),
  );
  return year + month + day === ''
    ? null
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const dayFields = (name: string, day: string | null): FormFields =>
  day === null
    ? {}
    : Object.fromEntries(
        day
          .split('-')
          .map((part, index) => [`${name}-${DAY_PARTS[index] ?? ''}`, String(Number(part))]),
      );

/** What a form asks for, for the domain to read: everything of a rule but its code, its version and whether it is on. */
export function typedRule(
  kind: ConditionKind,
  fields: FormFields,
  { councils }: Pick<Register, 'councils'>,
): Readonly<Record<string, unknown>> {
  const keyOf = (typed: string): string =>
    councils.find(({ name, key }) => [name.toLowerCase(), key].includes(typed.toLowerCase()))
      ?.key ?? typed;
  const repeatAfter = textIn(fields, 'repeatAfter');
  const schedule = textIn(fields, 'schedule');
  const parameters = parametersOf(kind).map(
    ([name, parameter]) => [name, readParameter(fields, name, parameter)] as const,
  );
  return {
    title: textIn(fields, 'title'),
    condition: { kind, ...Object.fromEntries(parameters) },
    metrics: ticked(fields, 'metric-'),
    forPeriods: numberOr(textIn(fields, 'forPeriods')),
    keepFiringFor: numberOr(textIn(fields, 'keepFiringFor')),
    severity: textIn(fields, 'severity'),
    recipients: TOLD.filter((audience) => fields[`tell-${audience}`] !== undefined).map(
      (audience) => ({ audience, afterWorkingDays: numberOr(textIn(fields, `after-${audience}`)) }),
    ),
    scope: {
      councils: linesIn(fields, 'councils').map(keyOf),
      partnerships: ticked(fields, 'partnership-'),
      from: dayIn(fields, 'from'),
      to: dayIn(fields, 'to'),
    },
    mute: textIn(fields, 'mute'),
    repeatAfter: repeatAfter === '' ? null : numberOr(repeatAfter),
    escalation: chosenSteps(fields).map((n) => ({
      audience: textIn(fields, `escalate-${n}`),
      afterWorkingDays: numberOr(textIn(fields, `escalate-${n}-after`)),
      unless: textIn(fields, `escalate-${n}-unless`),
    })),
    schedule: schedule === '' ? null : schedule.replaceAll(/\s+/g, ' '),
  };
}

const chosenSteps = (fields: FormFields): readonly number[] =>
  STEPS.filter((n) => textIn(fields, `escalate-${n}`) !== '');

/** A rule as its form has it: what `typedRule` reads again as the same. */
export function fieldsOfRule(
  rule: Omit<AlertRule, 'code' | 'version' | 'enabled'>,
  { councils }: Pick<Register, 'councils'>,
): FormFields {
  const { condition, scope } = rule;
  const values = new Map<string, unknown>(Object.entries(condition));
  const ofParameters = parametersOf(condition.kind).map(([name, parameter]) =>
    writeParameter(name, parameter, values.get(name)),
  );
  return Object.assign(
    {
      title: rule.title,
      forPeriods: String(rule.forPeriods),
      keepFiringFor: String(rule.keepFiringFor),
      severity: rule.severity,
      mute: rule.mute,
      repeatAfter: rule.repeatAfter === null ? '' : String(rule.repeatAfter),
      schedule: rule.schedule ?? '',
      councils: scope.councils
        .map((key) => councils.find((one) => one.key === key)?.name ?? key)
        .join('\n'),
    },
    ...ofParameters,
    ...rule.metrics.map((code) => ({ [`metric-${code}`]: 'yes' })),
    ...scope.partnerships.map((code) => ({ [`partnership-${code}`]: 'yes' })),
    dayFields('from', scope.from),
    dayFields('to', scope.to),
    ...rule.recipients.map(({ audience, afterWorkingDays }) => ({
      [`tell-${audience}`]: 'yes',
      [`after-${audience}`]: String(afterWorkingDays),
    })),
    ...rule.escalation.map(({ audience, afterWorkingDays, unless }, index) => ({
      [`escalate-${index + 1}`]: audience,
      [`escalate-${index + 1}-after`]: String(afterWorkingDays),
      [`escalate-${index + 1}-unless`]: unless,
    })),
  ) as FormFields;
}

const AS_THEY_ARE = [
  ...['title', 'metrics', 'forPeriods', 'keepFiringFor', 'severity', 'mute', 'repeatAfter'],
  'schedule',
];

/** Where on the form a field of the rule is typed: the id of its first box. */
export function placeOfField(field: string, fields: FormFields): string {
  const [first = '', second = '', third = ''] = field.split('.');
  if (first === 'condition' && second !== 'kind') return `p-${second}`;
  if (first === 'scope') return second === 'from' || second === 'to' ? `${second}-day` : second;
  if (first === 'recipients') return placeOfRecipient(fields, second, third);
  if (first === 'escalation') {
    const n = chosenSteps(fields)[Number(second)] ?? 1;
    const parts: Readonly<Record<string, string>> = {
      afterWorkingDays: '-after',
      unless: '-unless',
    };
    return `escalate-${n}${parts[third] ?? ''}`;
  }
  return AS_THEY_ARE.includes(first) ? first : 'rule-form';
}

function placeOfRecipient(fields: FormFields, index: string, part: string): string {
  const told = TOLD.filter((audience) => fields[`tell-${audience}`] !== undefined);
  const audience = index === '' ? undefined : told[Number(index)];
  return audience === undefined || part === 'audience' ? 'told' : `after-${audience}`;
}
