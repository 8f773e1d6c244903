import type { AlertRule, Escalation, RuleScope } from '../judgement-types.js';
import type { Register } from '../../register/register.js';
import type { RuleMetric } from './rule-kind.js';
import { formatDay } from './rule-days.js';
import { kindOf } from './rule-kinds.js';
import { counted, listed, quoted } from './rule-words.js';
import { scheduleWords } from './schedule-words.js';

/** What a rule's sentence takes its names from. */
export type RuleNames = {
  readonly metrics: readonly Pick<RuleMetric, 'code' | 'type' | 'title' | 'basis'>[];
  readonly register: Pick<Register, 'councils' | 'partnerships'>;
};

const TOLD: Readonly<Record<Escalation['audience'] | 'council', string>> = {
  council: 'the council',
  partnership: 'its partnership',
  dfe: 'DfE',
  board: 'the programme board',
};

const NOT_SPARED: Readonly<Record<Escalation['unless'], string>> = {
  acknowledged: 'nobody has acknowledged it',
  planned: 'there is no recovery plan',
  cleared: 'it is still open',
};

/**
 * What a rule will do, in English: whom it tells and when, what must hold and for how long, with how many cases, when it
 * clears, what it looks at, and what becomes of its messages. The one description of a rule; it ends with a full stop.
 */
export function ruleSentence(rule: AlertRule, names: RuleNames): string {
  const { condition, keepFiringFor } = rule;
  const kind = kindOf(condition);
  const looked = rule.metrics.map((code) => names.metrics.find((metric) => metric.code === code));
  const titleOf = (code: string): string =>
    quoted(names.metrics.find((metric) => metric.code === code)?.title ?? code);
  const spans = spansOf(looked, kind.period);
  const phrase = kind.phrase(condition, {
    lasting: lastingOf(rule.forPeriods, spans),
    withCases: (minimum) =>
      minimum === 0 ? '' : `, with at least ${counted(minimum, 'case')} in ${casesIn(looked)}`,
    titleOf,
    codes: rule.metrics,
  });
  const clears =
    keepFiringFor > 1
      ? `after ${timesOf(keepFiringFor, spans)} in which ${phrase.clear}`
      : `when ${phrase.clear}`;
  const sentences = [
    `${toldWords(rule)} when ${phrase.when}; clears ${clears}`,
    ...lookedAt(rule, looked, names),
    ...(phrase.more ?? []),
    ...aboutMessages(rule),
    ...(rule.schedule === null ? [] : [`It is judged only ${scheduleWords(rule.schedule)}`]),
  ];
  return `${sentences.join('. ')}.`;
}

/** Who is told, those who are told together in one breath, soonest first. */
function toldWords({ recipients }: AlertRule): string {
  const days = [...new Set(recipients.map(({ afterWorkingDays }) => afterWorkingDays))];
  days.sort((a, b) => a - b);
  const whoAfter = (after: number): string =>
    listed(
      recipients
        .filter(({ afterWorkingDays }) => afterWorkingDays === after)
        .map(({ audience }) => TOLD[audience]),
    );
  const later = days.filter((after) => after > 0);
  const last = later.at(-1) ?? 0;
  const groups = [
    ...(days[0] === 0 ? [`${whoAfter(0)} at once`] : []),
    ...(later.length > 0
      ? [
          `${listed(later.map((after) => `${whoAfter(after)} ${after}`))} working ${last === 1 ? 'day' : 'days'} later`,
        ]
      : []),
  ];
  if (groups.length === 0) return 'Tells nobody';
  return `Alerts ${groups.join(', ')}${groups.length > 1 ? ',' : ''}`;
}

/** What the figures of a rule come in: months (or quarters), years, or both. */
type Spans = { readonly months: 'month' | 'quarter' | null; readonly years: boolean };

function spansOf(
  looked: readonly (Pick<RuleMetric, 'type'> | undefined)[],
  period: 'month' | 'quarter',
): Spans {
  const years = looked.some((metric) => metric?.type === 'published');
  const months = looked.length === 0 || looked.some((metric) => metric?.type !== 'published');
  return { months: months ? period : null, years };
}

/** How long it must last. A yearly figure fires at once, whatever a rule says: two years would be too late. */
function lastingOf(count: number, { months, years }: Spans): string {
  if (count <= 1 || months === null) return '';
  return `for ${counted(count, months)} ${years ? '(a yearly figure at once) ' : ''}`;
}

function timesOf(count: number, { months, years }: Spans): string {
  if (months === null) return counted(count, 'year');
  return `${counted(count, months)}${years ? ` (or ${counted(count, 'year')}, of yearly figures)` : ''}`;
}

/** Over what cases are counted: those of a flow over a year, of anything else its own. */
function casesIn(looked: readonly (Pick<RuleMetric, 'type' | 'basis'> | undefined)[]): string {
  const isFlow = (metric: (typeof looked)[number]): boolean =>
    metric === undefined || (metric.type !== 'published' && metric.basis === 'flow');
  if (looked.length === 0 || looked.some(isFlow)) return 'the last 12 months';
  return looked.every((metric) => metric?.type === 'published') ? 'the year' : 'the month';
}

function lookedAt(
  { metrics, scope }: AlertRule,
  looked: readonly (RuleNames['metrics'][number] | undefined)[],
  names: RuleNames,
): readonly string[] {
  const narrowed = scopeWords(scope, names.register);
  if (metrics.length === 0) return narrowed === '' ? [] : [`It looks at returns${narrowed}`];
  // Monthly and yearly figures of the same thing have the same title.
  const isMixed = looked.some((metric) => metric?.type !== 'published');
  const titles = metrics.map((code, index) => {
    const metric = looked[index];
    const title = quoted(metric?.title ?? code);
    return isMixed && metric?.type === 'published' ? `${title} (yearly)` : title;
  });
  return [`It looks at ${listed(titles)}${narrowed}`];
}

function scopeWords(
  { councils, partnerships, from, to }: RuleScope,
  register: RuleNames['register'],
): string {
  const of = listed(
    councils.map((key) => register.councils.find((one) => one.key === key)?.name ?? key),
  );
  const within = listed(
    partnerships.map((code) => register.partnerships.find((p) => p.code === code)?.name ?? code),
  );
  const partnership = `the ${partnerships.length === 1 ? 'partnership' : 'partnerships'} ${within}`;
  return [
    councils.length > 0 ? `, of ${of} only` : '',
    partnerships.length === 0
      ? ''
      : councils.length > 0
        ? `, while in ${partnership}`
        : `, of the councils in ${partnership} only`,
    from === null ? '' : `, for periods from ${formatDay(from)} on`,
    to === null ? '' : `, ${from === null ? 'for periods ' : ''}before ${formatDay(to)}`,
  ].join('');
}

function aboutMessages({ mute, repeatAfter, escalation }: AlertRule): readonly string[] {
  return [
    ...(mute === 'school-holidays' ? ['Messages wait during the council’s school holidays'] : []),
    ...(repeatAfter === null
      ? []
      : [
          `Whoever was told is told again every ${repeatAfter === 1 ? 'working day' : counted(repeatAfter, 'working day')} until somebody acknowledges it`,
        ]),
    ...escalation.map(({ audience, afterWorkingDays: days, unless }) => {
      const when = days === 0 ? 'when it fires' : `${counted(days, 'working day')} after it fired`;
      const besides = unless === 'cleared' ? ', whatever was planned' : '';
      return `If ${NOT_SPARED[unless]} ${when}${besides}, ${TOLD[audience]} is told too`;
    }),
  ];
}
