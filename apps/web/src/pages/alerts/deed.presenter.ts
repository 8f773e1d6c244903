import type { Day } from '#domain/periods';
import { NOT_USEFUL_BECAUSE } from '#domain/follow-up';
import { addresses } from '../../addresses/addresses.js';
import type { FormFields } from '../../http/csrf.js';
import { followUpWords as w } from '../../words/follow-up.words.js';
import type { DeedFault, TypedDeed } from './deed-form.js';

export type DeedPage = {
  readonly alertId: string;
  readonly alertTitle: string;
  readonly councilName: string;
  readonly typed: TypedDeed;
  readonly fault: DeedFault | null;
  readonly today: Day;
  /** What the action that is changed says; null where none is. */
  readonly what: string | null;
};

type Shown = {
  readonly fields: FormFields;
  readonly fault: DeedFault | null;
  readonly today: Day;
};

const errorAt = ({ fault }: Shown, field: string): { text: string } | false =>
  fault?.field === field ? { text: fault.text } : false;

const words = (shown: Shown, label: string) => ({
  type: 'words',
  ...{ name: 'words', label, hint: w.aboutService, value: shown.fields['words'] ?? '' },
  error: errorAt(shown, 'words'),
});
const who = (shown: Shown, label: string) => ({
  type: 'who',
  ...{ name: 'who', label, hint: w.who, value: shown.fields['who'] ?? '' },
  error: errorAt(shown, 'who'),
});

function date(shown: Shown, name: string, label: string) {
  const [year = '', month = '', day = ''] = shown.today.split('-');
  return {
    type: 'date',
    ...{ name, label, hint: w.day(`${Number(day)} ${Number(month)} ${year}`) },
    error: errorAt(shown, `${name}-day`),
    items: (['day', 'month', 'year'] as const).map((part) => ({
      name: part,
      label: w.dayParts[part],
      classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
      value: shown.fields[`${name}-${part}`] ?? '',
      attributes: { maxlength: '4' },
    })),
  };
}

const choice = (
  shown: Shown,
  name: string,
  of: { readonly label: string; readonly choices: Readonly<Record<string, string>> },
) => ({
  type: 'choice',
  ...{ name, label: of.label, hint: '' },
  error: errorAt(shown, name),
  items: Object.entries(of.choices).map(([value, text]) => ({
    ...{ value, text, checked: shown.fields[name] === value },
  })),
});

/** The fields of each deed, in the order in which they are asked. */
function fieldsOf({ deed, explains }: TypedDeed, shown: Shown) {
  const { assign, plan, action, close } = w.forms;
  switch (deed) {
    case 'comment':
    case 'reopen':
      return [words(shown, w.forms[deed].words)];
    case 'agree':
      return [];
    case 'assign':
      return [
        choice(shown, 'side', { label: assign.side, choices: assign.sides }),
        who(shown, assign.who),
      ];
    case 'plan':
      return [words(shown, plan.words), who(shown, plan.who), date(shown, 'due', plan.due)];
    case 'action':
      return [
        choice(shown, 'change', { label: action.change, choices: action.changes }),
        date(shown, 'due', action.due),
        words(shown, action.words),
      ];
    case 'close': {
      const because = Object.fromEntries(
        NOT_USEFUL_BECAUSE.map((one) => [
          one,
          w.because[one].replace(/^./, (c) => c.toUpperCase()),
        ]),
      );
      return [
        words(shown, explains ? close.explanation : close.words),
        ...(explains ? [date(shown, 'review', close.review)] : []),
        choice(shown, 'useful', { label: close.useful, choices: close.usefuls }),
        choice(shown, 'because', { label: close.because, choices: because }),
      ];
    }
  }
}

/** A form on a page of its own: one thing that a person does about an alert. */
export function presentDeed(page: DeedPage) {
  const { alertId, alertTitle, councilName, typed, fault, what } = page;
  const { deed, action } = typed;
  const form = w.forms[deed];
  return {
    title: form.title,
    section: 'alerts' as const,
    councilName,
    backLink: { href: addresses.alert(alertId), text: w.back },
    hasErrors: fault !== null,
    errors: fault && {
      title: w.errors,
      items: [{ text: fault.text, href: `#${fault.field}` }],
    },
    alertTitle,
    lines: [...(what === null ? [] : [what]), ...('intro' in form ? [form.intro] : [])],
    fields: fieldsOf(typed, { fields: typed.fields, fault, today: page.today }),
    address: addresses.alertDeed(alertId, deed, deed === 'action' ? action : undefined),
    send: form.send,
  };
}
