import { CSV_START, csvLine } from '#domain/intake';
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

/** The return of one council and month as a CSV file to be filled in: a row a box asked, with what stands in it. */
export function returnTemplate(form: ReturnForm): string {
  const { council, period } = form;
  const code = council.codes.find(({ kind, validTo }) => kind === 'ons' && validTo === null)?.code;
  const boxes = form.themes.flatMap((theme) => theme.boxes.filter((box) => box.asked));
  const rows = boxes.map((box) => [
    code ?? council.name,
    period.start.slice(0, 7),
    box.code,
    box.label,
    shown(box.lastMonth),
    box.current?.value ?? null,
    box.current && box.current.state !== 'value' ? box.current.state : null,
    box.current?.comment ?? null,
    null,
    null,
  ]);
  return CSV_START + [COLUMNS, ...rows].map(csvLine).join('');
}

const shown = (cell: BoxCell | null): string | null =>
  cell && (cell.state === 'value' ? cell.value : cell.state);
