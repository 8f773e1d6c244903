import type { Day } from '#domain/periods';
import type { FormFields } from '../http/csrf.js';
import { followUpWords as w } from '../words/follow-up.words.js';

/** What is wrong with a form: at which field, in which words. */
export type FieldFault = { readonly field: string; readonly text: string };

/** The parts of a page's model that say what is wrong with its form. */
export const errorsAt = (fault: FieldFault | null) => ({
  hasErrors: fault !== null,
  errors: fault && {
    title: w.errors,
    items: [{ text: fault.text, href: `#${fault.field}` }],
  },
});

const MOST_CHARACTERS = 2_000;
export const textIn = (fields: FormFields, name: string): string =>
  (fields[name] ?? '').slice(0, MOST_CHARACTERS);

/** The day in the three boxes of a date; one that is none stays for the rules to refuse. */
export const dayIn = (fields: FormFields, name: string): Day =>
  [
    textIn(fields, `${name}-year`).trim(),
    textIn(fields, `${name}-month`).trim().padStart(2, '0'),
    textIn(fields, `${name}-day`).trim().padStart(2, '0'),
  ].join('-');

/** A form to be shown: as it was typed, with what is wrong. */
export type Shown = {
  readonly fields: FormFields;
  readonly fault: FieldFault | null;
  readonly today: Day;
};

const errorAt = ({ fault }: Shown, field: string): { text: string } | false =>
  fault?.field === field ? { text: fault.text } : false;

export const wordsField = (shown: Shown, label: string, hint: string = w.aboutService) => ({
  type: 'words',
  ...{ name: 'words', label, hint, value: shown.fields['words'] ?? '' },
  error: errorAt(shown, 'words'),
});
/** One line of text; by default the role or the name of somebody at work. */
export const whoField = (
  shown: Shown,
  label: string,
  { name, hint, most }: { name: string; hint: string; most: number } = WHO,
) => ({
  type: 'who',
  ...{ name, label, hint, most, value: shown.fields[name] ?? '' },
  error: errorAt(shown, name),
});
const WHO = { name: 'who', hint: w.who, most: 80 };

export function dateField(shown: Shown, name: string, label: string) {
  const [year = '', month = '', day = ''] = shown.today.split('-');
  return {
    type: 'date',
    ...{ name, label, hint: w.day(`${Number(day)} ${Number(month)} ${year}`) },
    error: errorAt(shown, `${name}-day`),
    items: dayBoxes(shown.fields, name),
  };
}

/** The three boxes of a day, with what was typed. */
export const dayBoxes = (fields: FormFields, name: string) =>
  (['day', 'month', 'year'] as const).map((part) => ({
    name: part,
    label: w.dayParts[part],
    classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
    value: fields[`${name}-${part}`] ?? '',
    attributes: { maxlength: '4' },
  }));

export const choiceField = (
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

/** A list to choose one of. */
export const selectField = (
  shown: Shown,
  name: string,
  of: { readonly label: string; readonly choices: readonly { value: string; text: string }[] },
) => ({
  type: 'select',
  ...{ name, label: of.label },
  error: errorAt(shown, name),
  items: of.choices.map((one) => ({ ...one, selected: shown.fields[name] === one.value })),
});
