import type { Programme } from '#application/ports';
import {
  firstCondition,
  kindOf,
  parametersOf,
  ruleKind,
  RULE_NUMBERS,
  type ConditionKind,
  type Parameter,
} from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import type { Day } from '#domain/periods';
import type { FormFields } from '../../http/csrf.js';
import { alertRuleWords } from '../../words/alert-rule.words.js';
import { DAY_PARTS, STEPS, TOLD } from './rule-fields.js';

const w = alertRuleWords.form;

type Parts = {
  readonly kind: ConditionKind;
  readonly fields: FormFields;
  readonly messageAt: (place: string) => { text: string } | false;
  readonly programme: Pick<Programme, 'metrics' | 'register'>;
  readonly today: Day;
};
type Named = { readonly name: string; readonly label: string; readonly hint?: string | undefined };
type Choice = { readonly value: string; readonly text: string };

const basics = ({ messageAt }: Parts, { name, label, hint }: Named) => ({
  ...{ name, label, hint: hint ? { text: hint } : undefined, error: messageAt(name) },
});

const input = (of: Parts, named: Named, unit = '') => ({
  ...{ type: 'input', ...basics(of, named), value: of.fields[named.name] ?? '' },
  suffix: unit === '' ? undefined : { text: unit },
  classes: unit === '' ? 'govuk-!-width-two-thirds' : 'govuk-input--width-5',
});

const lines = (of: Parts, named: Named) => ({
  ...{ type: 'lines', ...basics(of, named), value: of.fields[named.name] ?? '' },
});

const radios = (of: Parts, named: Named, choices: Readonly<Record<string, string>>) => ({
  ...{ type: 'radios', ...basics(of, named) },
  items: Object.entries(choices).map(([value, text]) => ({
    ...{ value, text, checked: of.fields[named.name] === value },
  })),
});

const select = (of: Parts, named: Named, choices: readonly Choice[]) => ({
  ...{ type: 'select', ...basics(of, named) },
  items: choices.map((choice) => ({
    ...choice,
    selected: (of.fields[named.name] ?? '') === choice.value,
  })),
});

/** Boxes with a name each: the service keeps one value of a name. */
const boxes = (
  of: Parts,
  named: Named & { readonly prefix: string },
  choices: readonly Choice[],
) => ({
  ...{ type: 'boxes', ...basics(of, named) },
  items: choices.map(({ value, text }, index) => ({
    ...(index === 0 ? { id: named.name } : { id: `${named.prefix}${value}` }),
    ...{ name: `${named.prefix}${value}`, value: 'yes', text },
    checked: of.fields[`${named.prefix}${value}`] !== undefined,
  })),
});

const date = (of: Parts, named: Named) => ({
  ...{ type: 'date', ...basics(of, named), error: of.messageAt(`${named.name}-day`) },
  items: [...DAY_PARTS].reverse().map((part) => ({
    ...{ name: part, label: w.dayParts[part], value: of.fields[`${named.name}-${part}`] ?? '' },
    classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
    attributes: { maxlength: '4' },
  })),
});

const choiceOf = ({ code, title }: Metric): Choice => ({ value: code, text: title });

/** What can be chosen of the catalogue today: the newest version of each metric that has not ended, and is no box. */
function offered({ programme, today }: Parts): readonly Metric[] {
  return programme.metrics.filter(
    ({ type, validTo, code, major }) =>
      type !== 'box' &&
      (validTo === null || validTo > today) &&
      !programme.metrics.some((other) => other.code === code && other.major > major),
  );
}

/** The metrics that a kind can judge, with those that are chosen already; monthly ones first. */
function judgeable(of: Parts, kind: ConditionKind, prefix: string): readonly Choice[] {
  const condition = firstCondition(kind);
  const { cannotJudge } = kindOf(condition);
  const isPart = ({ unit, basis }: Metric): boolean =>
    kind === 'unlike-the-others' && unit === 'count' && basis === 'flow';
  const can = (metric: Metric): boolean =>
    metric.loaded && (cannotJudge(metric, condition) === null || isPart(metric));
  const choices = offered(of).filter(
    (metric) => can(metric) || of.fields[`${prefix}${metric.code}`] !== undefined,
  );
  const [monthly, yearly] = [
    choices.filter(({ type }) => type === 'measure'),
    choices.filter(({ type }) => type === 'published'),
  ];
  return [
    ...monthly.map(choiceOf),
    ...yearly.map((metric) => ({ ...choiceOf(metric), text: w.yearly(metric.title) })),
  ];
}

function parameterPart(of: Parts, name: string, parameter: Parameter) {
  const { label, hint } = parameter;
  const field = { name: `p-${name}`, label, hint };
  switch (parameter.type) {
    case 'number':
      return input(of, field, parameter.unit === '' ? ' ' : parameter.unit);
    case 'time':
      return input(of, field, ' ');
    case 'metric':
      return select(of, field, [
        { value: '', text: '' },
        ...offered(of)
          .filter(
            ({ type, unit, basis }) => type === 'measure' && unit === 'count' && basis === 'flow',
          )
          .map(choiceOf),
      ]);
    case 'metrics':
      // What a rule hands over, the rule on the trajectory has to be able to judge.
      return boxes(
        of,
        { ...field, prefix: `${field.name}-` },
        judgeable(of, 'off-trajectory', `${field.name}-`),
      );
    case 'amounts':
    case 'months':
    case 'pairs':
      return lines(of, { ...field, hint: `${hint ?? ''} ${w.metricLines}`.trim() });
  }
}

const told = (of: Parts) => [
  boxes(
    of,
    { name: 'told', label: w.told, prefix: 'tell-' },
    TOLD.map((value) => ({ value, text: w.tell[value] })),
  ),
  ...TOLD.map((audience) =>
    input(
      of,
      { name: `after-${audience}`, label: w.after[audience], hint: w.atOnce },
      RULE_NUMBERS.afterWorkingDays.unit,
    ),
  ),
];

const steps = (of: Parts) =>
  STEPS.flatMap((n) => [
    select(of, { name: `escalate-${n}`, label: w.escalation(n) }, [
      { value: '', text: w.nobody },
      ...Object.entries(w.escalateTo).map(([value, text]) => ({ value, text })),
    ]),
    input(of, { name: `escalate-${n}-after`, label: w.escalateAfter(n) }, w.units.workingDays),
    select(
      of,
      { name: `escalate-${n}-unless`, label: w.unless(n) },
      Object.entries(w.unlesses).map(([value, text]) => ({ value, text })),
    ),
  ]);

/** Every field of a rule's form, in the order in which it is asked; the kind's own come from its parameters. */
export function formParts(of: Parts) {
  const metrics = ruleKind(of.kind).takesMetrics
    ? [
        boxes(
          of,
          { name: 'metrics', label: w.metrics, prefix: 'metric-' },
          judgeable(of, of.kind, 'metric-'),
        ),
      ]
    : [];
  return [
    input(of, { name: 'title', label: w.name, hint: w.nameHint }),
    ...metrics,
    ...parametersOf(of.kind).map(([name, parameter]) => parameterPart(of, name, parameter)),
    input(of, { name: 'forPeriods', label: w.forPeriods, hint: w.periodHint }, w.units.periods),
    input(of, { name: 'keepFiringFor', label: w.keepFiringFor }, w.units.periods),
    radios(of, { name: 'severity', label: w.severity }, w.severities),
    ...told(of),
    radios(of, { name: 'mute', label: w.mute }, w.mutes),
    input(
      of,
      { name: 'repeatAfter', label: w.repeatAfter, hint: w.repeatHint },
      w.units.workingDays,
    ),
    ...steps(of),
    lines(of, { name: 'councils', label: w.councils, hint: w.councilsHint }),
    boxes(
      of,
      {
        ...{ name: 'partnerships', label: w.partnerships, hint: w.partnershipsHint },
        prefix: 'partnership-',
      },
      of.programme.register.partnerships.map(({ code, name }) => ({ value: code, text: name })),
    ),
    date(of, { name: 'from', label: w.from, hint: w.dayHint }),
    date(of, { name: 'to', label: w.to, hint: w.dayHint }),
    input(of, { name: 'schedule', label: w.schedule, hint: w.scheduleHint }),
  ];
}
