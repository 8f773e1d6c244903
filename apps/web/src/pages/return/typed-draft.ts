import type { FormBox, ReturnForm } from '#application/returns';
import type { FieldConflict } from '#domain/returns';
import type { FormFields } from '../../http/csrf.js';
import { askedBoxes, boxField, formFields, noteField, stateField } from './typed-return.js';

/** What a page said when it was opened: the version of its draft (0 for none), and the text of each field. */
export type Opened = { readonly version: number; readonly was: FormFields };
export type Hidden = { readonly name: string; readonly value: string };
/** How the fields of the page of conflicts are called, for a field of the form. */
export const mineField = (field: string): string => `mine-${field}`;
export const useField = (field: string): string => `use-${field}`;
const wasField = (field: string): string => `was-${field}`;

const fieldsOfBox = ({ code }: FormBox) => [boxField(code), stateField(code), noteField(code)];

/** The figure that was sent before, as it stands in the fields of its box. */
function standing(box: FormBox): FormFields {
  const { current } = box;
  if (!current) return {};
  const content =
    current.state === 'value'
      ? { [boxField(box.code)]: current.value ?? '' }
      : { [stateField(box.code)]: current.state };
  return { ...content, [noteField(box.code)]: current.comment ?? '' };
}

/** What the form says when it is opened: the draft and, in the boxes of which it says nothing, the figures that stand. */
export function openedTexts(form: ReturnForm): FormFields {
  const draft = form.draft?.fields ?? {};
  const untouched = askedBoxes(form).filter((box) =>
    fieldsOfBox(box).every((field) => draft[field] === undefined),
  );
  const standingTexts = untouched.flatMap((box) => Object.entries(standing(box)));
  return { ...Object.fromEntries(standingTexts), ...draft };
}

export const openedOf = (form: ReturnForm): Opened => ({
  version: form.draft?.version ?? 0,
  was: everyText(form, openedTexts(form)),
});

/** The text of every field of the form, empty ones too. */
export const everyText = (form: ReturnForm, texts: FormFields): FormFields =>
  textsOf(form, (field) => texts[field] ?? '');

/** What a sent form says of the page that it was typed on. */
export function openedIn(form: ReturnForm, typed: FormFields): Opened {
  const version = typed['version'] ?? '';
  return {
    version: /^\d{1,15}$/.test(version) ? Number(version) : 0,
    was: textsOf(form, (field) => typed[wasField(field)] ?? ''),
  };
}

/** The fields that carry it. */
export const hiddenOf = ({ version, was }: Opened): readonly Hidden[] => [
  { name: 'version', value: String(version) },
  ...Object.entries(was).map(([field, value]) => ({ name: wasField(field), value })),
];

const textsOf = (form: ReturnForm, textOf: (field: string) => string): FormFields =>
  Object.fromEntries(formFields(form).map((field) => [field, textOf(field)]));

/**
 * What was typed, to be saved: of a field that two people changed, the text that was chosen. `conflicts` are all fields
 * with a choice; `undecided` those in which nothing was chosen.
 */
export function typedDraft(form: ReturnForm, typed: FormFields) {
  const opened = openedIn(form, typed);
  const conflicts = formFields(form).flatMap((field): FieldConflict[] => {
    const mine = typed[mineField(field)];
    return mine === undefined ? [] : [{ field, mine, theirs: opened.was[field] ?? '' }];
  });
  const chosen = new Map(
    conflicts.map(({ field, mine, theirs }) => [
      field,
      typed[useField(field)] === 'theirs' ? theirs : mine,
    ]),
  );
  return {
    opened,
    conflicts,
    undecided: conflicts
      .map(({ field }) => field)
      .filter((field) => !['mine', 'theirs'].includes(typed[useField(field)] ?? '')),
    fields: textsOf(form, (field) => chosen.get(field) ?? typed[field] ?? ''),
  };
}
