import type { PageOf, Programme, SubmissionEffects, SubmissionView } from '#application/ports';
import { monthOfDay, monthsBefore, type Day, type Period } from '#domain/periods';
import type { Council } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { addressOfPeriod } from '../../addresses/period-address.js';
import { listOf } from '../../format/format-list.js';
import { formatPeriod, formatPeriodKey } from '../../format/format-period.js';
import { formatDay, formatMoment } from '../../format/format-time.js';
import { receiptWords } from '../../words/receipt.words.js';
import { submissionsWords as w } from '../../words/submissions.words.js';
import { cell, linkCell, type Cell, type Table } from '../tables.js';
import { changeLine } from './figure-changes.js';

/** Which month is asked for, as an address; empty for every month, null for what is none. */
export type MonthFilter = { readonly typed: string; readonly period: Period | null | undefined };

export type Submissions = {
  readonly council: Council;
  readonly sent: PageOf<SubmissionView>;
  readonly effects: SubmissionEffects;
  readonly programme: Programme;
  readonly isFirst: boolean;
  readonly filter: MonthFilter;
  readonly months: readonly Period[];
  /** Read by somebody of the council. */
  readonly isOwn: boolean;
  readonly maySend: boolean;
};

/** Months before the programme began of which a council sends its history. */
const BACKFILL_MONTHS = 24;
const MOST_MONTHS = 120;
/** Changed figures that the list names; the receipt has all. */
const MOST_NAMED = 3;

/** The months that something may have been sent for, newest first: the running one back to two years before the programme. */
export function monthsToChoose(startsOn: Day, today: Day): readonly Period[] {
  const first = monthsBefore(monthOfDay(startsOn), BACKFILL_MONTHS).start;
  const running = monthOfDay(today);
  return Array.from({ length: MOST_MONTHS }, (_, back) => monthsBefore(running, back)).filter(
    ({ start }) => start >= first,
  );
}

/** The filter of an address: one of the months, or none. `period` is null for every month, undefined for what is no month. */
export function readMonth(month: unknown, months: readonly Period[]): MonthFilter {
  const typed = typeof month === 'string' ? month.trim().slice(0, 20) : '';
  if (typed === '') return { typed, period: null };
  return { typed, period: months.find((one) => addressOfPeriod(one) === typed) };
}

/** The months that a submission is about: those of what was accepted, else the one whose page it was sent from. */
function monthsOf({ periods, expectedPeriod }: SubmissionView): string {
  const [first, ...more] = periods;
  if (first !== undefined && more.length > 2)
    return receiptWords.span(formatPeriodKey(first), formatPeriodKey(more.at(-1) ?? first));
  if (first !== undefined) return listOf(periods.map(formatPeriodKey));
  return expectedPeriod ? formatPeriod(expectedPeriod) : w.noMonth;
}

function fileCell(item: SubmissionView, { maySend }: Submissions): Cell {
  if (item.fileDeletedAt) return cell(w.fileGone(formatDay(item.fileDeletedAt)));
  if (!maySend) return cell(w.notForYou);
  const hidden = w.fileAsReceived(formatMoment(item.receivedAt));
  return linkCell(w.file, addresses.receivedFile(item.id), hidden);
}

function changedCell(
  { id, acceptedCount }: SubmissionView,
  { effects, programme }: Submissions,
): Cell {
  const own = effects.changes.filter(({ submissionId }) => submissionId === id);
  if (own.length === 0) return cell(acceptedCount === 0 ? w.nothingIn : w.noChange);
  const named = own.slice(0, MOST_NAMED).map((change) => changeLine(change, programme));
  const rest = own.length - named.length;
  return { ...cell([...named, ...(rest > 0 ? [w.moreChanges(rest)] : [])].join('; ')), wide: true };
}

function outcomeCell(item: SubmissionView, { effects }: Submissions): Cell {
  const found = effects.findings.get(item.id) ?? 0;
  return {
    ...cell(receiptWords.statuses[item.status]),
    note: [
      w.accepted(item.acceptedCount, item.receivedCount),
      found > 0 ? w.findings(found) : w.noFindings,
    ].join(', '),
    wide: true,
  };
}

function tableOf(page: Submissions): Table {
  const { head } = w;
  const { period } = page.filter;
  return {
    caption: period ? w.caption.month(formatPeriod(period)) : w.caption.all,
    head: [head.received, head.month, head.by, head.status, head.changed, head.file].map(
      (text) => ({
        text,
      }),
    ),
    rows: page.sent.items.map((item) => [
      linkCell(formatMoment(item.receivedAt), addresses.receipt(item.id), w.receipt),
      cell(monthsOf(item)),
      {
        ...cell(item.receivedBy),
        note: [receiptWords.channels[item.channel], item.fileName ?? ''].filter(Boolean).join(': '),
      },
      outcomeCell(item, page),
      changedCell(item, page),
      fileCell(item, page),
    ]),
  };
}

function nothingOf({ council, isFirst, isOwn, filter }: Submissions): string {
  if (!isFirst) return w.noMore;
  if (filter.period) return w.nothing.month(formatPeriod(filter.period));
  return isOwn ? w.nothing.own(council.name) : w.nothing.other(council.name);
}

/** A page of everything that a council sent, narrowed to a month, with the way to older ones and back to the newest. */
export function presentSubmissions(page: Submissions) {
  const { council, sent, isFirst, filter, months, isOwn } = page;
  const addressOf = isOwn ? addresses.submissions : addresses.councilSubmissions;
  const month = filter.period ? filter.typed : '';
  const isUnknown = filter.period === undefined;
  const action = isOwn ? addresses.submissions('') : addresses.councilSubmissions(council.key);
  return {
    title: isOwn ? w.title.own : w.title.other(council.name),
    section: isOwn ? ('home' as const) : ('councils' as const),
    councilName: council.name,
    backLink: {
      href: isOwn
        ? `${addresses.council}?council=${council.key}`
        : addresses.councilPage(council.key),
      text: council.name,
    },
    filter: {
      action: action.split('?')[0] ?? '',
      council: isOwn ? council.key : null,
      error: isUnknown ? { text: w.filter.unknown } : undefined,
      items: [
        { value: '', text: w.filter.every, selected: month === '' },
        ...months.map((one) => ({
          value: addressOfPeriod(one),
          text: formatPeriod(one),
          selected: addressOfPeriod(one) === month,
        })),
      ],
    },
    hasErrors: isUnknown,
    errors: isUnknown
      ? { title: w.filter.problem, items: [{ text: w.filter.unknown, href: '#month' }] }
      : null,
    table: sent.items.length > 0 ? tableOf(page) : null,
    nothing: nothingOf(page),
    allHref: filter.period ? addressOf(council.key) : null,
    olderHref: sent.next === null ? null : addressOf(council.key, { month, after: sent.next }),
    newestHref: isFirst ? null : addressOf(council.key, { month }),
  };
}
