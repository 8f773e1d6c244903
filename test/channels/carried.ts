import type { IntakeTable, Workbook } from '#domain/intake';
import {
  tableOf,
  workbookOf,
  type Case,
  type SentRow,
} from '../../libs/domain/src/intake/context-for-spec.js';
import { isAskedOnForm, numberOnForm } from './form-boxes.js';
import { councilOf, gridOf, rowsOfGrid } from './grid.js';

export const CHANNELS = ['form', 'page file', 'CSV', 'workbook', 'JSON', 'GraphQL'] as const;
export type Channel = (typeof CHANNELS)[number];

export const WHY = {
  bytes: 'it is about the bytes of a CSV file',
  sheets: 'it is about sheets, hidden rows or a pivot table beside the table',
  length: 'the length of a body is announced in HTTP, which answers before a rule could',
  width: 'the table of a sheet ends with its last column that has a name',
  file: 'it is about a file, and this body is none',
  columns: 'it is about columns, and here there are none of the sender’s own',
  rowCouncil: 'a row names no council here: the whole call does, once, before any rule',
  ownCouncil: 'the form is of one council, and names none',
  reason: 'the schema has four kinds of reason, and takes no other word',
  month: 'it is sent from the page of a month, and here there is none',
  oneMonth: 'the form is of one month, and asks for none',
  boxes: 'the form asks for the boxes of the council, and for no measure, part or other box',
  once: 'the form has one box for a figure',
  empty: 'an empty box is not sent',
  either: 'the form sends a number or what stands instead of it, never both',
  nothing: 'the form asks for at least one number',
} as const;
export type Why = keyof typeof WHY;

/** What a channel is sent for a case, and the table that the domain would make of it; or why it cannot carry it. */
export type Carried =
  | { readonly kind: 'cannot'; readonly why: Why }
  | { readonly kind: 'file'; readonly csv: string }
  | { readonly kind: 'workbook'; readonly book: Workbook }
  | {
      readonly kind: 'rows';
      readonly rows: readonly SentRow[];
      readonly council: string | null;
      readonly table: IntakeTable;
    }
  | {
      readonly kind: 'typed';
      readonly month: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly table: IntakeTable;
    };

const cannot = (why: Why): Carried => ({ kind: 'cannot', why });
const quoted = (cell: string): string =>
  /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export function carriedBy(channel: Channel, one: Case): Carried {
  if (one.page !== undefined && channel !== 'page file' && channel !== 'form')
    return cannot('month');
  const isFile = channel === 'page file' || channel === 'CSV' || channel === 'workbook';
  if (one.receivedBefore !== undefined && !isFile) return cannot('file');
  switch (channel) {
    case 'CSV':
    case 'page file':
      return asCsv(one);
    case 'workbook':
      return asWorkbook(one);
    case 'JSON':
      return asRows(one, (rows) => ({ rows, council: null }));
    case 'GraphQL':
      return asRows(one, (rows) => ofOneCouncil(one, rows));
    case 'form':
      return asTyped(one);
  }
}

function asCsv(one: Case): Carried {
  if (one.workbook) return cannot('sheets');
  if (one.announcedLength !== undefined) return cannot('length');
  if (one.csv !== undefined) return { kind: 'file', csv: one.csv };
  const lines = (gridOf(one) ?? []).map((row) => row.map(quoted).join(','));
  return { kind: 'file', csv: `${lines.join('\n')}\n` };
}

function asWorkbook(one: Case): Carried {
  if (one.workbook) return { kind: 'workbook', book: workbookOf(one) };
  const grid = gridOf(one);
  if (grid === null) return cannot(one.announcedLength === undefined ? 'bytes' : 'length');
  const width = grid[0]?.length ?? 0;
  if (grid[0]?.at(-1) === '' || grid.some((row) => row.length > width)) return cannot('width');
  const rows = grid.map((row, index) => ({
    number: index + 1,
    hidden: false,
    cells: row.flatMap((text, column) =>
      text === '' ? [] : [{ column, text, kind: 'text' as const }],
    ),
  }));
  const empty = workbookOf({});
  const sheet = { name: 'Return', visibility: 'visible' as const, hiddenColumns: [], rows };
  return { kind: 'workbook', book: { ...empty, sheets: [sheet] } };
}

function rowsIn(one: Case): readonly SentRow[] | Why {
  if (one.workbook) return 'sheets';
  const grid = gridOf(one);
  if (grid === null) return one.announcedLength === undefined ? 'bytes' : 'length';
  return rowsOfGrid(grid) ?? 'columns';
}

function asRows(
  one: Case,
  by: (rows: readonly SentRow[]) => { rows: readonly SentRow[]; council: string | null } | Why,
): Carried {
  const found = rowsIn(one);
  if (typeof found === 'string') return cannot(found);
  const sent = by(found);
  if (typeof sent === 'string') return cannot(sent);
  return { kind: 'rows', ...sent, table: tableOf(sent.rows.map(shaped)) };
}

/** Without the columns that stand empty: `tableOf` tells a month from a time period by which is there. */
const shaped = (row: SentRow): SentRow =>
  Object.fromEntries(
    Object.entries(row).filter(([name, cell]) => cell !== '' || name === 'period'),
  );

const KINDS: Readonly<Record<string, string>> = { 'late record': 'LATE_RECORD', error: 'ERROR' };

function ofOneCouncil(
  one: Case,
  rows: readonly SentRow[],
): { rows: readonly SentRow[]; council: string | null } | Why {
  const council = councilOf(one, rows);
  if (council.kind === 'else') return 'rowCouncil';
  if (rows.some(({ reason }) => reason && !KINDS[reason])) return 'reason';
  return {
    council: 'name' in council ? council.name : null,
    rows: rows.map(({ council: _named, reason, ...rest }) => ({
      ...rest,
      ...(reason ? { reason: KINDS[reason] ?? reason } : {}),
    })),
  };
}

function asTyped(one: Case): Carried {
  const rows = rowsIn(one);
  if (typeof rows === 'string') return cannot(rows);
  const why = notTyped(one, rows);
  if (why) return cannot(why);
  const month = rows[0]?.['period'] ?? '';
  const fields: Record<string, string> = {};
  for (const row of rows) {
    const { measure = '', value = '', state = '', comment = '', reason = '' } = row;
    fields[`box-${measure}`] = value.trim();
    fields[`state-${measure}`] = state;
    fields[`note-${measure}`] = comment;
    if (reason) fields['reason-kind'] = KINDS[reason] ?? reason;
    if (row['reason_text']) fields['reason-text'] = row['reason_text'];
  }
  return { kind: 'typed', month, fields, table: tableOfForm(rows) };
}

function notTyped(one: Case, rows: readonly SentRow[]): Why | null {
  const months = new Set(rows.map(({ period }) => period ?? ''));
  const measures = rows.map(({ measure }) => measure ?? '');
  const more = ['breakdown', 'numerator', 'denominator'];
  if (rows.length === 0) return 'nothing';
  if (!['none', 'own'].includes(councilOf(one, rows).kind)) return 'ownCouncil';
  if (months.size !== 1 || !/^\d{4}-\d{2}$/.test([...months][0] ?? '')) return 'oneMonth';
  if (one.page !== undefined && !months.has(one.page)) return 'oneMonth';
  if (rows.some((row) => more.some((name) => row[name]))) return 'boxes';
  if (!measures.every(isAskedOnForm)) return 'boxes';
  if (new Set(measures).size < measures.length) return 'once';
  if (rows.some(({ value = '', state = '' }) => value.trim() !== '' && state !== ''))
    return 'either';
  return rows.some(({ value = '', state = '' }) => value.trim() === '' && state === '')
    ? 'empty'
    : null;
}

/** The table that the form makes of what was typed, in the order of the form; each row has its box's number. */
function tableOfForm(rows: readonly SentRow[]): IntakeTable {
  const columns = ['measure', 'period', 'value', 'state', 'comment', 'reason', 'reason_text'];
  const cell = (row: SentRow, name: string): string =>
    name === 'reason' ? (KINDS[row[name] ?? ''] ?? row[name] ?? '') : (row[name] ?? '').trim();
  return {
    columns,
    rows: rows
      .map((row) => ({
        row: numberOnForm(row['measure'] ?? ''),
        cells: columns.map((name) => cell(row, name)),
      }))
      .toSorted((a, b) => a.row - b.row),
  };
}
