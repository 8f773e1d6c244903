import type { SilenceList, Silences } from '#application/alerts';
import type { Programme } from '#application/ports';
import type { Silence, SilenceField } from '#domain/notifications';
import { addDays, londonDay, type Day } from '#domain/periods';
import { addresses } from '../../addresses/addresses.js';
import { formatDate, formatDay } from '../../format/format-time.js';
import { alphabetically } from '../../http/councils.js';
import { silenceWords as w } from '../../words/silence.words.js';
import { cell, type Table } from '../tables.js';
import { audienceOf, boxesOf, type TypedSilence } from './typed-silence.js';

export type FieldFault = { readonly field: SilenceField; readonly text: string };

export type SilencesPage = {
  readonly programme: Programme;
  readonly list: SilenceList;
  readonly may: ReturnType<Silences['mayFor']>;
  readonly typed: TypedSilence;
  readonly faults: readonly FieldFault[];
  readonly today: Day;
};

/** What a silence is about, in the programme's own names. */
function aboutOf(silence: Silence, { register, alertRules, metrics }: Programme): string {
  const named = [
    alertRules.find(({ code }) => code === silence.ruleCode)?.title ?? silence.ruleCode,
    metrics.find(({ code }) => code === silence.metric)?.title ?? silence.metric,
    register.councils.find(({ id }) => id === silence.councilId)?.name,
    register.partnerships.find(({ code }) => code === silence.partnership)?.name ??
      silence.partnership,
  ];
  return named.filter((name) => typeof name === 'string').join(', ');
}

/** The last day on which a silence stands. */
export const lastDayOf = ({ until }: Silence): string => formatDate(addDays(londonDay(until), -1));

function tableOf(silences: readonly Silence[], programme: Programme, over: boolean): Table {
  const days = (one: Silence): string => w.fromTo(formatDay(one.from), lastDayOf(one));
  const ended = (one: Silence): string =>
    one.endedAt && one.endedBy
      ? w.endedBy(one.endedBy, formatDay(one.endedAt))
      : w.ranOut(lastDayOf(one));
  return {
    caption: over ? w.over : w.standing,
    head: [w.head.about, w.head.who, over ? w.overHead.ended : w.head.until, w.head.why].map(
      (text) => ({ text }),
    ),
    rows: silences.map((one) => [
      cell(aboutOf(one, programme)),
      cell(w.audienceOf[one.audience]),
      cell(over ? ended(one) : days(one)),
      { text: one.reason, note: w.by(one.createdBy, formatDay(one.createdAt)), wide: true },
    ]),
  };
}

/** The silences that stand, those that are over, and the form for a new one where the reader may make one. */
export function presentSilences(page: SilencesPage) {
  const { programme, list, may, faults } = page;
  const standing = list.standing.map(({ silence }) => silence);
  return {
    title: w.title,
    section: 'alerts' as const,
    hasErrors: faults.length > 0,
    errors:
      faults.length > 0
        ? {
            title: w.form.errors,
            items: faults.map(({ field, text }) => ({ text, href: `#${placeOf(field)}` })),
          }
        : null,
    standing: standing.length > 0 ? tableOf(standing, programme, false) : null,
    over: list.over.length > 0 ? tableOf(list.over, programme, true) : null,
    ends: list.standing
      .filter(({ mayEnd }) => mayEnd)
      .map(({ silence }) => ({
        action: addresses.endSilence(silence.id),
        text: w.end(aboutOf(silence, programme)),
      })),
    form: may.audiences.length > 0 ? formOf(page) : null,
  };
}

const placeOf = (field: SilenceField): string =>
  field === 'from' || field === 'until' ? `${field}-day` : field;

type Named = { readonly value: string; readonly text: string };

function formOf({ programme, may, typed, faults, today }: SilencesPage) {
  const errorAt = (field: SilenceField): { text: string } | false => {
    const found = faults.find((fault) => fault.field === field);
    return found ? { text: found.text } : false;
  };
  const { register, alertRules, metrics } = programme;
  const isOwn = may.audiences.includes('council');
  const members = new Set(register.memberships.map(({ councilId }) => councilId));
  const councils = register.councils.filter(({ id }) =>
    isOwn ? may.own.includes(id) : members.has(id),
  );
  const judged = new Set(alertRules.flatMap((rule) => rule.metrics));
  const select = (
    name: SilenceField & keyof TypedSilence,
    items: readonly Named[],
    any = true,
  ) => ({
    name,
    label: w.form[name as 'rule' | 'metric' | 'council' | 'partnership'],
    error: errorAt(name),
    items: [...(any ? [{ value: '', text: w.everything }] : []), ...items].map((item) => ({
      ...item,
      selected: item.value === typed[name],
    })),
  });
  const day = (name: 'from' | 'until', example: Day) => {
    const { day: d, month, year } = boxesOf(example);
    return {
      name,
      label: w.form[name],
      hint: w.form.dayHint(`${d} ${month} ${year}`),
      error: errorAt(name),
      items: (['day', 'month', 'year'] as const).map((part) => ({
        name: part,
        label: w.form.parts[part],
        classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
        value: typed[name][part],
        attributes: { maxlength: '4' },
      })),
    };
  };
  const byTitle = (items: readonly { code: string; title: string }[]): readonly Named[] =>
    alphabetically(items, ({ title }) => title).map(({ code: value, title: text }) => ({
      value,
      text,
    }));
  return {
    action: addresses.silences,
    selects: [
      select('rule', byTitle(alertRules)),
      select('metric', byTitle(metrics.filter(({ code }) => judged.has(code)))),
      select(
        'council',
        alphabetically(councils, ({ name }) => name).map(({ key, name }) => ({
          value: key,
          text: name,
        })),
        !isOwn,
      ),
      ...(isOwn
        ? []
        : [
            select(
              'partnership',
              alphabetically(register.partnerships, ({ name }) => name).map((one) => ({
                value: one.code,
                text: one.name,
              })),
            ),
          ]),
    ],
    audiences: may.audiences.map((audience) => ({
      value: audience,
      text: w.audiences[audience],
      checked: audience === audienceOf(typed.audience, may.audiences),
    })),
    days: [day('from', today), day('until', addDays(today, 14))],
    reason: { value: typed.reason, error: errorAt('reason') },
  };
}
