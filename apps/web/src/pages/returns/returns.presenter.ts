import type { Programme } from '#application/ports';
import type { ReturnView } from '#application/returns';
import { londonDay, monthOfDay, monthsBefore, type Day, type Period } from '#domain/periods';
import type { Council } from '#domain/register';
import type { Permission } from '#domain/returns';
import { addresses } from '../../addresses/addresses.js';
import { addressOfPeriod, monthOfKey } from '../../addresses/period-address.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDate, formatMoment } from '../../format/format-time.js';
import { alphabetically } from '../../http/councils.js';
import { councilWords } from '../../words/council.words.js';
import { metricWords } from '../../words/metric.words.js';
import { permissionWords } from '../../words/permission.words.js';
import { returnStatusWords } from '../../words/return-status.words.js';
import { returnsWords as w } from '../../words/returns.words.js';
import { partsOf } from '../metrics/council-groups.js';
import { cell, linkCell, numberCell, tagCell, type Table } from '../tables.js';

/** What the board is narrowed to: a month as an address, or the last twelve; a partnership, or all. */
export type BoardFilter = {
  readonly month: string;
  readonly partnership: string;
  /** From 1: of the councils A to Z, where there are many months of each. */
  readonly part: number;
};

/** Councils whose twelve months stand on one page: well under 150 kB. */
const MOST_IN_PART = 32;

const EVERY_MONTH = 'all';
const MONTHS = 12;

/** The months that the board offers: the running one and the twelve before it, newest first. */
const boardMonths = (now: Date): readonly Period[] => {
  const running = monthOfDay(londonDay(now));
  return Array.from({ length: MONTHS + 1 }, (_, index) => monthsBefore(running, index));
};

/** What an address asks for; the newest month that has ended, of all partnerships, for anything else. */
export function readBoardFilter(
  query: Readonly<Record<string, unknown>>,
  programme: Programme,
  now: Date,
): BoardFilter {
  const months = boardMonths(now).map(addressOfPeriod);
  const month = [EVERY_MONTH, ...months].find((one) => one === query['month']);
  const { partnerships } = programme.register;
  const partnership = partnerships.find(({ code }) => code === query['partnership']);
  const part = String(query['part']);
  return {
    month: month ?? months[1] ?? '',
    partnership: partnership?.code ?? '',
    part: /^[1-9]\d?$/.test(part) ? Number(part) : 1,
  };
}

/** The councils of the board in the parts of its pages, A to Z; one part where a single month is shown. */
export function boardParts(
  { register }: Programme,
  { month, partnership }: BoardFilter,
): readonly (readonly Council[])[] {
  const members = new Set(register.memberships.map(({ councilId }) => councilId));
  const found = register.partnerships.find(({ code }) => code === partnership);
  const councils = register.councils.filter(
    ({ id }) => members.has(id) && (found?.members.some((one) => one.councilId === id) ?? true),
  );
  const ordered = alphabetically(councils, ({ name }) => name);
  const most = month === EVERY_MONTH ? MOST_IN_PART : Infinity;
  return partsOf([{ title: null, items: ordered }], most).map(
    ([group]): readonly Council[] => group?.items ?? [],
  );
}

/** The councils of the part that is shown. */
export const boardCouncils = (
  parts: readonly (readonly Council[])[],
  { part }: BoardFilter,
): readonly Council[] => parts[Math.min(part, parts.length) - 1] ?? [];

/** What stands beneath the status of a return: how late it is, until when it has more time, what the council said. */
export function statusNote(owed: ReturnView): string | undefined {
  const notes = [
    ...(owed.status === 'LATE' ? [w.late(owed.workingDaysLate)] : []),
    ...(owed.extendedUntil ? [w.extended(formatDate(owed.extendedUntil))] : []),
    ...(owed.answer ? [owed.answer.text] : []),
  ];
  return notes.length > 0 ? notes.join('. ') : undefined;
}

/** The month stands in its own column only where there are several. */
function boardTable(returns: readonly ReturnView[], what: string, several: boolean): Table {
  const { head } = w;
  return {
    caption: w.caption(what),
    head: [
      { text: head.council },
      ...(several ? [{ text: head.month }] : []),
      { text: head.status },
      { text: head.due },
      { text: head.numbers, numeric: true },
      { text: head.last },
    ],
    rows: returns.map((one) => [
      linkCell(one.council.name, addresses.councilPage(one.council.key)),
      ...(several ? [cell(formatPeriod(one.period))] : []),
      { ...tagCell(returnStatusWords[one.status]), note: statusNote(one) },
      cell(formatMoment(one.dueAt)),
      numberCell(councilWords.numbers(one.boxesAnswered, one.boxesAsked)),
      cell(one.lastReceivedAt ? formatMoment(one.lastReceivedAt) : '–'),
    ]),
  };
}

function waitingTable(waiting: readonly Permission[], { register }: Programme): Table | null {
  if (waiting.length === 0) return null;
  const { waitingHead: head } = w;
  return {
    caption: w.waiting,
    head: [head.council, head.what, head.month, head.asked].map((text) => ({ text })),
    rows: waiting.map((one) => {
      const name = register.councils.find(({ id }) => id === one.councilId)?.name ?? '';
      const month = monthOfKey(one.period);
      return [
        linkCell(name, addresses.request(one.id), w.answer),
        cell(permissionWords.kinds[one.kind]),
        cell(month ? formatPeriod(month) : one.period),
        cell(formatMoment(one.askedAt)),
      ];
    }),
  };
}

export type Board = {
  readonly filter: BoardFilter;
  readonly parts: readonly (readonly Council[])[];
  readonly returns: readonly ReturnView[];
  readonly waiting: readonly Permission[];
  readonly mayOpen: boolean;
  readonly programme: Programme;
  readonly now: Date;
};

/** The board of returns: councils A to Z, and the requests that wait for DfE. */
export function presentBoard(board: Board) {
  const { filter, parts, returns, waiting, mayOpen, programme, now } = board;
  const shown = boardCouncils(parts, filter);
  const months = boardMonths(now).map((period) => ({
    value: addressOfPeriod(period),
    text: formatPeriod(period),
  }));
  const offered = [...months, { value: EVERY_MONTH, text: w.everyMonth }];
  const what = offered.find(({ value }) => value === filter.month)?.text ?? '';
  return {
    title: w.title,
    section: 'returns' as const,
    months: offered.map((one) => ({ ...one, selected: one.value === filter.month })),
    partnerships: [
      { value: '', text: w.everyPartnership },
      ...programme.register.partnerships.map(({ code, name }) => ({ value: code, text: name })),
    ].map((one) => ({ ...one, selected: one.value === filter.partnership })),
    board: returns.length > 0 ? boardTable(returns, what, filter.month === EVERY_MONTH) : null,
    parts:
      parts.length < 2
        ? []
        : parts.map((councils, index) => ({
            text: metricWords.part(councils[0]?.name ?? '', councils.at(-1)?.name ?? ''),
            href: addresses.returnsPart(filter.month, filter.partnership, index + 1),
            current: councils === shown,
          })),
    fileHref: addresses.returnsFile(filter.month, filter.partnership),
    waiting: waitingTable(waiting, programme),
    openHref: mayOpen ? addresses.openMonth : null,
  };
}

const COLUMNS =
  'council_code,council,time_period,time_identifier,status,due_at,extended_until,working_days_late,numbers_received,numbers_asked,last_received';

/** A text as a field of a CSV file. */
const field = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const codeOn = ({ council }: ReturnView, day: Day): string =>
  council.codes.find(
    ({ kind, validFrom, validTo }) =>
      kind === 'ons' && (validFrom ?? '') <= day && (validTo === null || validTo > day),
  )?.code ?? '';

/** The board as a CSV file, in the order of the page. */
export const boardFile = (returns: readonly ReturnView[]): string =>
  [
    COLUMNS,
    ...returns.map((one) =>
      [
        codeOn(one, one.period.start),
        one.council.name,
        one.period.timePeriod,
        one.period.timeIdentifier,
        one.status,
        one.dueAt.toISOString(),
        one.extendedUntil ?? '',
        String(one.workingDaysLate),
        String(one.boxesAnswered),
        String(one.boxesAsked),
        one.lastReceivedAt?.toISOString() ?? '',
      ]
        .map(field)
        .join(','),
    ),
    '',
  ].join('\r\n');
