import type { ReturnForm } from '#application/returns';
import type { FieldConflict, ReturnDraft } from '#domain/returns';
import { addresses } from '../../addresses/addresses.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatTime } from '../../format/format-time.js';
import type { FormFields } from '../../http/csrf.js';
import { returnWords } from '../../words/return.words.js';
import { fieldLabel, fieldText } from './field-label.js';
import { hiddenOf, mineField, useField, type Opened } from './typed-draft.js';

export type Conflict = {
  readonly form: ReturnForm;
  /** Who saved meanwhile, and when; null when that draft has gone again. */
  readonly theirs: Pick<ReturnDraft, 'savedBy' | 'savedAt'> | null;
  readonly reader: string;
  /** How many figures they changed. */
  readonly changed: number;
  /** The draft that they saved: what is chosen here is saved on top of it. */
  readonly opened: Opened;
  readonly conflicts: readonly FieldConflict[];
  /** Every other field, settled. */
  readonly fields: FormFields;
  /** The fields in which nothing was chosen, when the page was sent; null before that. */
  readonly undecided: readonly string[] | null;
  /** What was chosen, by the name of the choice. */
  readonly chosen: FormFields;
};

const { draft } = returnWords;

function choiceOf({ form, theirs, undecided, chosen }: Conflict, one: FieldConflict) {
  const { field, mine } = one;
  const id = useField(field);
  const option = (value: 'mine' | 'theirs', text: string) => ({
    id: value === 'mine' ? id : `${id}-theirs`,
    value,
    text,
    checked: chosen[id] === value,
  });
  return {
    id,
    legend: fieldLabel(form, field),
    error: undecided?.includes(field) ? draft.choose(fieldLabel(form, field)) : null,
    options: [
      option('mine', draft.mine(fieldText(field, mine))),
      option(
        'theirs',
        draft.theirs(theirs?.savedBy ?? draft.somebody, fieldText(field, one.theirs)),
      ),
    ],
  };
}

/** Two people changed one return: what both changed stands side by side, and nothing is saved before one is chosen. */
export function presentConflict(conflict: Conflict) {
  const { form, theirs, conflicts, fields, opened, changed, undecided } = conflict;
  const asked = new Set(conflicts.map(({ field }) => field));
  const items = conflicts
    .filter(({ field }) => undecided?.includes(field))
    .map(({ field }) => ({
      text: draft.choose(fieldLabel(form, field)),
      href: `#${useField(field)}`,
    }));
  return {
    title: theirs?.savedBy === conflict.reader ? draft.conflictOwn : draft.conflict,
    section: 'home' as const,
    councilName: form.council.name,
    hasErrors: items.length > 0,
    errors: items.length > 0 ? { title: returnWords.result.toFix(items.length), items } : null,
    intro: theirs && draft.changed(theirs.savedBy, changed, formatTime(theirs.savedAt)),
    caption: returnWords.title(form.council.name, formatPeriod(form.period)),
    action: addresses.draft(form.period, form.council.key),
    hidden: [
      ...hiddenOf(opened),
      { name: 'changed', value: String(changed) },
      ...conflicts.map(({ field, mine }) => ({ name: mineField(field), value: mine })),
      // Under its own name, too: what goes back to the form when the session has ended.
      ...conflicts.map(({ field, mine }) => ({ name: field, value: mine })),
      ...Object.entries(fields)
        .filter(([field]) => !asked.has(field))
        .map(([name, value]) => ({ name, value })),
    ],
    choices: conflicts.map((one) => choiceOf(conflict, one)),
  };
}
