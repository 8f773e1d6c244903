import type { IntakeRow, IntakeTable } from '#domain/intake';
import { addressOfPeriod } from '../../addresses/period-address.js';
import type { FormFields } from '../../http/csrf.js';
import type { FormBox, ReturnForm } from '#application/returns';

export const boxField = (code: string): string => `box-${code}`;
export const stateField = (code: string): string => `state-${code}`;
export const noteField = (code: string): string => `note-${code}`;

/** What is asked beside the boxes. */
const BESIDE = ['reason-kind', 'reason-text', 'comment'];

/** Every field of a council's form, by name. */
export const formFields = (form: ReturnForm): readonly string[] => [
  ...askedBoxes(form).flatMap(({ code }) => [boxField(code), stateField(code), noteField(code)]),
  ...BESIDE,
];

const COLUMNS = [
  'measure',
  'period',
  'value',
  'state',
  'comment',
  'reason',
  'reason_text',
] as const;

/** The boxes that a council is asked for, in the order of the form. */
export const askedBoxes = (form: ReturnForm): readonly FormBox[] =>
  form.themes.flatMap((theme) => theme.boxes.filter((box) => box.asked));

const plain = (text: string): string => text.replaceAll(/[\s,£]/g, '');

/** Whether what was typed differs from the figure that stands; nothing to compare with is no change. */
function changes(box: FormBox, value: string, state: string): boolean {
  if (!box.current) return false;
  if (state !== '') return box.current.state !== state;
  return box.current.state !== 'value' || plain(value) !== box.current.value;
}

function rowOf(box: FormBox, period: string, fields: FormFields): IntakeRow | null {
  const value = (fields[boxField(box.code)] ?? '').trim();
  const state = value === '' ? (fields[stateField(box.code)] ?? '') : '';
  if (value === '' && state === '') return null;
  const comment = (fields[noteField(box.code)] ?? '').trim();
  const reason = changes(box, value, state)
    ? [fields['reason-kind'] ?? '', (fields['reason-text'] ?? '').trim()]
    : ['', ''];
  return { row: box.number, cells: [box.code, period, value, state, comment, ...reason] };
}

/** The boxes that were filled in, as the table that every channel is turned into; an empty box is not sent. */
export function tableOfTyped(form: ReturnForm, fields: FormFields): IntakeTable {
  const period = addressOfPeriod(form.period);
  const rows = askedBoxes(form).flatMap((box) => rowOf(box, period, fields) ?? []);
  return { columns: COLUMNS, rows };
}
