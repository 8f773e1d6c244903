import type { BoxCell, ReturnForm } from './read-return-form.js';

/** `label` and `last month` are there to be read by people; the others are what intake reads. */
const COLUMNS = [
  'council',
  'period',
  'measure',
  'label',
  'last month',
  'value',
  'state',
  'comment',
  'reason',
  'reason_text',
];

type TemplateCell = string | number | null;

/** The return of one council and month as a sheet to be filled in: a header, and a row a box asked with what stands in it. */
export function returnTemplate(form: ReturnForm): readonly (readonly TemplateCell[])[] {
  const { council, period } = form;
  const code = council.codes.find(({ kind, validTo }) => kind === 'ons' && validTo === null)?.code;
  const boxes = form.themes.flatMap((theme) => theme.boxes.filter((box) => box.asked));
  const rows = boxes.map((box) => [
    code ?? council.name,
    period.start.slice(0, 7),
    box.code,
    box.label,
    shown(box.lastMonth),
    numberOf(box.current?.value ?? null),
    box.current && box.current.state !== 'value' ? box.current.state : null,
    box.current?.comment ?? null,
    null,
    null,
  ]);
  return [COLUMNS, ...rows];
}

const shown = (cell: BoxCell | null): TemplateCell =>
  cell && (cell.state === 'value' ? numberOf(cell.value) : cell.state);

/** A decimal text as the number that it is; one that a number cannot hold exactly stays a text. */
const numberOf = (text: string | null): TemplateCell =>
  text !== null && String(Number(text)) === text ? Number(text) : text;
