import type { Finding } from '#domain/intake';
import type { FormFields } from '../../http/csrf.js';
import type { BoxCell, FormBox, ReturnForm } from '#application/returns';
import { figureWords } from '../../format/format-figure.js';
import { returnWords } from '../../words/return.words.js';
import { findingText } from './findings.js';
import { askedBoxes, boxField, noteField, stateField } from './typed-return.js';

/** The box that a finding is about: by its code, else by its number on the form. */
export const boxOfFinding = (form: ReturnForm, finding: Finding): FormBox | undefined =>
  askedBoxes(form).find((box) => box.code === finding.metric) ??
  askedBoxes(form).find((box) => box.number === finding.row && finding.scope !== 'file');

const figureOf = (box: FormBox, figure: BoxCell): string =>
  figureWords({ ...figure, denominator: null }, { unit: box.unit, decimals: 0 });

function typed(box: FormBox, fields: FormFields) {
  return {
    value: fields[boxField(box.code)] ?? '',
    state: fields[stateField(box.code)] ?? '',
    note: fields[noteField(box.code)] ?? '',
  };
}

/** One box of the form: what it asks, what stands in it, what was found at it. */
export function presentBox(box: FormBox, fields: FormFields, findings: readonly Finding[]) {
  const content = typed(box, fields);
  const blocks = findings.filter(({ severity }) => severity === 'block');
  const warnings = findings.filter(({ severity }) => severity !== 'block');
  return {
    id: boxField(box.code),
    stateId: stateField(box.code),
    noteId: noteField(box.code),
    label: `${box.number}. ${box.label}`,
    hint: [box.helpText, box.unit === 'pounds' ? returnWords.pounds : ''].join(' ').trim(),
    lastMonth: box.lastMonth
      ? returnWords.lastMonth(figureOf(box, box.lastMonth))
      : returnWords.lastMonthNone,
    ...content,
    error: blocks.length > 0 ? blocks.map(findingText).join(' ') : null,
    warnings: warnings.map(findingText),
    moreLabel: returnWords.moreFor(box.label),
    isMoreOpen: content.state !== '' || content.note !== '' || warnings.length > 0,
    states: Object.entries(returnWords.states).map(([value, text]) => ({
      value,
      text,
      selected: value === content.state,
    })),
  };
}
