// Counts a list of cases for the monthly return. Pure: text in, numbers out; no network, no storage, no clock. The counting
// page carries this file in itself, so that it counts on the sender's own computer; the specs load the same file.

const DAY_MS = 86_400_000;
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const MONTH_END = 'month-end';

/** Texts are compared without case, accents of punctuation and double spaces. */
const plain = (text) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

const dayNumber = (year, month, day) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1980 && year <= 2100 ? date.getTime() / DAY_MS : null;
};

const monthNamed = (text) => {
  const low = text.toLowerCase();
  const found = MONTHS.findIndex(
    (name) => name.startsWith(low) || (low === 'sept' && name === 'september'),
  );
  return found + 1;
};

/**
 * A day, as days since 1 January 1970; null where the text is none. Taken: 2024-12-03, 03/12/2024 (the day first, as in
 * Britain), 3.12.2024, 3 December 2024 and 3-Dec-2024, each with or without a time after it. A year of two figures is not.
 */
export function readDay(text) {
  const said = text.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?( ?[AaPp][Mm])?Z?$/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said);
  if (iso) return dayNumber(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(said);
  if (slashed) return dayNumber(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]));
  const named = /^(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})$/.exec(said);
  return named ? dayNumber(Number(named[3]), monthNamed(named[2]), Number(named[1])) : null;
}

/** Bytes as text: UTF-8, or what older spreadsheets write. */
export function readText(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const delimiterOf = (text) => {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
};

/**
 * A list as its columns and rows, from CSV with commas, semicolons or tabs; cells in quotes may hold any of them, and line
 * ends. Each row has its number as a spreadsheet shows it: the header is 1. Empty rows are left out.
 */
export function readList(text) {
  const source = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(source);
  const records = [];
  let cells = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRecord = () => {
    endCell();
    records.push(cells);
    cells = [];
  };
  for (let at = 0; at < source.length; at += 1) {
    const mark = source[at];
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (mark === '"' && cell === '') quoted = true;
    else if (mark === delimiter) endCell();
    else if (mark === '\n') endRecord();
    else if (mark !== '\r') cell += mark;
  }
  if (cell !== '' || cells.length > 0) endRecord();
  const isFilled = ({ cells: all }) => all.some((one) => one.trim() !== '');
  const [head, ...rows] = records
    .map((all, index) => ({ row: index + 1, cells: all }))
    .filter(isFilled);
  return { columns: (head?.cells ?? []).map((name) => name.trim()), rows };
}

/** Which column of a list seems to be which: by name, each used once; -1 where none is. In the order of `list.columns`. */
export function proposeColumns(columns, list) {
  const names = columns.map(plain);
  const taken = new Set();
  return list.columns.map(({ code, label, names: known }) => {
    const wanted = [code, label, ...known].map(plain);
    const found =
      wanted.map((name) => names.indexOf(name)).find((index) => index >= 0 && !taken.has(index)) ??
      -1;
    taken.add(found);
    return found;
  });
}

const monthOf = (text, before = 0) => {
  const [year = 0, month = 0] = text.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - before, 1));
  const end = new Date(Date.UTC(year, month - before, 0));
  return {
    first: first.getTime() / DAY_MS,
    last: end.getTime() / DAY_MS,
    month: first.getUTCMonth() + 1,
    year: first.getUTCFullYear(),
  };
};

const addMonths = (day, months) => {
  const from = new Date(day * DAY_MS);
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
  const date = Math.min(from.getUTCDate(), last.getUTCDate());
  return Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), date) / DAY_MS;
};

const isWithin = (day, from, to) => day !== null && day >= from && day <= to;

/** Whether one row meets a condition, by kind. `cells` has a day number, a code or null for each column. */
const MEETS = {
  'in-month': ({ date, monthsBefore }, cells, month) => {
    const { first, last } = monthOf(month, monthsBefore);
    return isWithin(cells[date], first, last);
  },
  'in-year': ({ date, from }, cells, month) => {
    const now = monthOf(month);
    const year = now.month >= from ? now.year : now.year - 1;
    return isWithin(cells[date], Date.UTC(year, from - 1, 1) / DAY_MS, now.last);
  },
  by: ({ date, at }, cells, month) => {
    const end = dayOf(at, cells, month);
    return cells[date] !== null && end !== null && cells[date] <= end;
  },
  days: ({ from, to, over, atMost }, cells, month) => {
    const [start, end] = [dayOf(from, cells, month), dayOf(to, cells, month)];
    if (start === null || end === null) return false;
    return (
      (over === undefined || end - start > over) && (atMost === undefined || end - start <= atMost)
    );
  },
  older: ({ date, months }, cells, month) =>
    cells[date] !== null && addMonths(cells[date], months) < monthOf(month).last,
  is: ({ column, value }, cells) => cells[column] === value,
  not: ({ of }, cells, month) => !meetsAll(of, cells, month),
};

const dayOf = (name, cells, month) => (name === MONTH_END ? monthOf(month).last : cells[name]);
const meetsAll = (conditions, cells, month) =>
  conditions.every((condition) => MEETS[condition.kind](condition, cells, month));

/** The columns that conditions look at. */
const columnsIn = (conditions) =>
  conditions.flatMap(({ date, at, from, to, column, of }) => [
    ...[date, at, from, to, column].filter(
      (name) => typeof name === 'string' && name !== MONTH_END,
    ),
    ...(of ? columnsIn(of) : []),
  ]);

/** One cell: a day, a code, null where it is empty; a fault where it cannot be read. */
function readCell(text, column) {
  const said = text.trim();
  if (said === '') return { value: column.empty ?? null };
  if (column.kind === 'date') {
    const day = readDay(said);
    return day === null ? { fault: 'no-date' } : { value: day };
  }
  const [code] =
    Object.entries(column.values).find(([, texts]) => texts.includes(plain(said))) ?? [];
  return code === undefined ? { fault: 'no-answer' } : { value: code };
}

/** Why a row cannot be counted; null where it can. */
function faultOf(cells, columns, month) {
  for (const { code, required, requiredWith, notBefore, notAfter } of columns) {
    const value = cells[code];
    const isNeeded =
      required === true || (requiredWith !== undefined && (cells[requiredWith] ?? null) !== null);
    if (value === null && isNeeded) return { kind: 'empty', column: code };
    const earliest = cells[notBefore] ?? null;
    if (value !== null && earliest !== null && value < earliest)
      return { kind: 'before', column: code, other: notBefore };
    if (value !== null && notAfter !== undefined && value > dayOf(notAfter, cells, month))
      return { kind: 'after-month', column: code };
  }
  return null;
}

/**
 * The boxes of the return that a list feeds, for one month. `places` says where each column of `list.columns` stands in a row
 * (-1: nowhere). A box is counted only when every column that it looks at is there (an optional one counts as empty). A row
 * with a cell that cannot be read, or with dates that contradict each other, is counted in no box and is told by its
 * number, the column and the kind of fault; never by what it holds.
 */
export function countList({ list, rows, places, month }) {
  const here = list.columns.filter((_, index) => places[index] >= 0);
  const known = new Set(
    [...here, ...list.columns.filter(({ optional }) => optional)].map(({ code }) => code),
  );
  const counted = list.boxes.filter(({ counts }) =>
    columnsIn(counts).every((code) => known.has(code)),
  );
  const totals = new Map(counted.map(({ box }) => [box, 0]));
  const left = [];
  for (const { row, cells: texts } of rows) {
    const cells = Object.fromEntries(list.columns.map(({ code, empty }) => [code, empty ?? null]));
    let fault = null;
    list.columns.forEach((column, index) => {
      if (places[index] < 0) return;
      const read = readCell(texts[places[index]] ?? '', column);
      if (read.fault) fault ??= { kind: read.fault, column: column.code };
      else cells[column.code] = read.value;
    });
    fault ??= faultOf(cells, here, month);
    if (fault) left.push({ row, ...fault });
    else
      for (const { box, counts } of counted)
        if (meetsAll(counts, cells, month)) totals.set(box, totals.get(box) + 1);
  }
  return {
    boxes: [...totals].map(([box, count]) => ({ box, count })),
    notCounted: list.boxes.map(({ box }) => box).filter((box) => !totals.has(box)),
    left,
    rows: rows.length,
  };
}

const cellText = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The numbers as the return's own template: what the intake takes as it is. A box without a number is left out. */
export function writeReturn({ council, month, boxes, counts }) {
  const head = [
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
  const rows = boxes
    .filter(({ code }) => counts.has(code))
    .map(({ code, label }) => [
      council,
      month,
      code,
      label,
      '',
      String(counts.get(code)),
      '',
      '',
      '',
      '',
    ]);
  return `\uFEFF${[head, ...rows].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')}`;
}
