import type { AlertRecord, Programme } from '#application/ports';
import type { NewsToReader } from '#application/news';
import type { ReturnView } from '#application/returns';
import type { Entry } from '#domain/follow-up';
import { addresses } from '../../addresses/addresses.js';
import { addressOfPeriod } from '../../addresses/period-address.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatMoment } from '../../format/format-time.js';
import { councilWords } from '../../words/council.words.js';
import { overviewWords } from '../../words/overview.words.js';
import { returnStatusWords } from '../../words/return-status.words.js';
import { alertTable } from '../alerts/alert-lines.js';
import { statusNote } from '../returns/returns.presenter.js';
import { cell, linkCell, numberCell, tagCell, type Table } from '../tables.js';
import { presentNews } from './news.presenter.js';
import { hasReported, overviewHeadline } from './overview-headline.js';

export type Overview = {
  readonly now: Date;
  /** The last months, newest first, councils A to Z. */
  readonly returns: readonly ReturnView[];
  readonly open: readonly AlertRecord[];
  /** What was done about the open ones. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly news: NewsToReader;
  /** Whether the reader may open deliveries. */
  readonly seesDeliveries: boolean;
  readonly programme: Programme;
  /** The month of the board, as an address; the newest where it is none of them. */
  readonly month: string | null;
};

const ALERTS_SHOWN = 10;

function freshnessOf(returns: readonly ReturnView[]): string {
  const newest = returns
    .filter((one) => one.lastReceivedAt !== null)
    .reduce<ReturnView | null>(
      (a, b) =>
        a?.lastReceivedAt && b.lastReceivedAt && a.lastReceivedAt >= b.lastReceivedAt ? a : b,
      null,
    );
  return newest?.lastReceivedAt
    ? overviewWords.freshness(newest.council.name, formatMoment(newest.lastReceivedAt))
    : overviewWords.noneYet;
}

const monthsOf = (returns: readonly ReturnView[]) => [
  ...new Map(returns.map(({ period }) => [addressOfPeriod(period), period])),
];

function coverageTable(returns: readonly ReturnView[]): Table {
  const { coverageHead } = overviewWords;
  return {
    caption: overviewWords.coverageCaption,
    head: [
      { text: coverageHead.month },
      { text: coverageHead.reported, numeric: true },
      { text: coverageHead.approved, numeric: true },
      { text: coverageHead.missing, numeric: true },
    ],
    rows: monthsOf(returns).map(([address, period]) => {
      const ofMonth = returns.filter((one) => one.period.start === period.start);
      const reported = ofMonth.filter(hasReported).length;
      const approved = ofMonth.filter(({ status }) => status === 'APPROVED').length;
      return [
        linkCell(formatPeriod(period), `${addresses.overview}?month=${address}#board`),
        numberCell(councilWords.numbers(reported, ofMonth.length)),
        numberCell(String(approved)),
        numberCell(String(ofMonth.length - reported)),
      ];
    }),
  };
}

function boardTable(returns: readonly ReturnView[]): Table {
  const { boardHead, boardCaption } = overviewWords;
  const month = returns[0] ? formatPeriod(returns[0].period) : '';
  return {
    caption: boardCaption(month),
    head: [
      { text: boardHead.council },
      { text: boardHead.status },
      { text: boardHead.numbers, numeric: true },
      { text: boardHead.last },
    ],
    rows: returns.map((one) => [
      linkCell(one.council.name, addresses.councilPage(one.council.key)),
      { ...tagCell(returnStatusWords[one.status]), note: statusNote(one) },
      numberCell(councilWords.numbers(one.boxesAnswered, one.boxesAsked)),
      cell(one.lastReceivedAt ? formatMoment(one.lastReceivedAt) : '–'),
    ]),
  };
}

/** DfE's overview: the headline, open alerts by opening time, how complete the figures are, who has reported. */
export function presentOverview(overview: Overview) {
  const { returns, programme } = overview;
  const members = new Set(programme.register.memberships.map(({ councilId }) => councilId));
  const open = overview.open.filter(({ councilId }) => members.has(councilId));
  const newestAlerts = open.slice(0, ALERTS_SHOWN);
  const months = monthsOf(returns);
  const newest = months[0]?.[0] ?? '';
  const chosen = months.some(([address]) => address === overview.month) ? overview.month : newest;
  const ofMonth = (address: string | null): readonly ReturnView[] =>
    returns.filter(({ period }) => addressOfPeriod(period) === address);
  return {
    title: overviewWords.title,
    section: 'overview' as const,
    headline: overviewHeadline({
      ...overview,
      open,
      outside: overview.open.length - open.length,
      returns: ofMonth(newest),
    }),
    news: presentNews(overview),
    freshness: freshnessOf(ofMonth(newest)),
    alerts:
      open.length > 0 ? alertTable(newestAlerts, programme, overviewWords.alertsHeading) : null,
    alertsShown: open.length > ALERTS_SHOWN ? overviewWords.newest(ALERTS_SHOWN) : null,
    coverage: coverageTable(returns),
    board: boardTable(ofMonth(chosen)),
    months: months.map(([value, period]) => ({
      value,
      text: formatPeriod(period),
      selected: value === chosen,
    })),
  };
}
