import type { ReturnForm } from '#application/returns';
import { returnWords } from '../../words/return.words.js';
import { askedBoxes, boxField, noteField, stateField } from './typed-return.js';

const { draft } = returnWords;

/** What a field of the form is called where it stands by itself. */
export function fieldLabel(form: ReturnForm, field: string): string {
  for (const { code, number, label } of askedBoxes(form)) {
    const title = `${number}. ${label}`;
    if (field === boxField(code)) return title;
    if (field === stateField(code)) return draft.stateOf(title);
    if (field === noteField(code)) return draft.noteOf(title);
  }
  return draft.besideLabels[field] ?? field;
}

/** A field's text in words: choices by what they say, an empty field as such. */
export function fieldText(field: string, text: string): string {
  if (field.startsWith('state-')) return returnWords.states[text] ?? text;
  if (field === 'reason-kind') return returnWords.reasonKinds[text] ?? draft.empty;
  return text === '' ? draft.empty : text;
}

/** How many figures are among these fields: a number and what stands instead of it are one. */
export const figuresIn = (fields: readonly string[]): number =>
  new Set(fields.flatMap((field) => /^(?:box|state)-(.+)$/.exec(field)?.[1] ?? [])).size;
