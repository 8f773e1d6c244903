import type { AlertRecord, DraftNote, Programme } from '#application/ports';
import type { AssessedSeries } from '#application/assessments';
import type { SeriesPoint, SeriesView } from '#application/figures';
import type { LedTo } from '#application/led-to';
import { periodKey } from '#domain/periods';
import type { ReturnView } from '#application/returns';
import type { Council } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { formatFigure } from '../../format/format-figure.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDay, formatMoment } from '../../format/format-time.js';
import { councilWords } from '../../words/council.words.js';
import { returnStatusWords } from '../../words/return-status.words.js';
import type { presentMonthsSoFar } from '../month-so-far.presenter.js';
import { presentLedTo } from '../led-to.presenter.js';
import { inReturnOrder } from '../return-order.js';
import { figuresSay } from './figures-say.js';
import { alertTable } from '../alerts/alert-lines.js';
import { statusNote } from '../returns/returns.presenter.js';
import { cell, linkCell, numberCell, tagCell, type Table } from '../tables.js';

export type CouncilHome = {
  readonly council: Council;
  /** Newest month first. */
  readonly returns: readonly ReturnView[];
  readonly alerts: readonly AlertRecord[];
  readonly figures: readonly AssessedSeries[];
  /** What the figures led to lately. */
  readonly ledTo: LedTo | null;
  /** Keys of the council's systems that end soon, each in a sentence. */
  readonly endingKeys: readonly string[];
  /** Returns that somebody saved to come back to. */
  readonly drafts: readonly DraftNote[];
  /** Months that are pushed while they run. */
  readonly monthsSoFar: ReturnType<typeof presentMonthsSoFar>;
  readonly programme: Programme;
  readonly maySend: boolean;
  readonly mayApprove: boolean;
};

const monthOf = (owed: ReturnView): string => formatPeriod(owed.period);

/** What a council comes for, in one sentence: where its newest return stands. */
export function headlineOf(owed: ReturnView | undefined): string {
  const { headline } = councilWords;
  if (!owed) return headline.nothingOwed;
  const month = monthOf(owed);
  switch (owed.status) {
    case 'NOT_DUE':
    case 'DUE':
      return headline.notStarted(month, formatMoment(owed.dueAt));
    case 'LATE':
      return headline.late(month, formatMoment(owed.dueAt));
    case 'RECEIVED_IN_PART':
      return headline.inPart(month, owed.boxesAnswered, owed.boxesAsked);
    case 'RECEIVED':
      return headline.received(month);
    case 'APPROVED':
      return headline.approved(month);
    case 'NIL':
      return headline.nil(month);
    case 'NOT_AVAILABLE':
      return headline.notAvailable(month);
  }
}

function todosOf(home: CouncilHome): readonly { text: string; href: string }[] {
  const { todo } = councilWords;
  const { council, returns, alerts } = home;
  const unsent = returns.filter(({ status }) => ['DUE', 'LATE', 'NOT_AVAILABLE'].includes(status));
  const unfinished = returns.filter(({ status }) => status === 'RECEIVED_IN_PART');
  const unapproved = returns.filter(({ status }) => status === 'RECEIVED');
  const pageOf = (owed: ReturnView): string => addresses.returnOf(owed.period, council.key);
  const receiptOf = (owed: ReturnView): string => {
    const newest = owed.submissionIds.at(-1);
    return newest === undefined ? pageOf(owed) : addresses.receipt(newest);
  };
  return [
    ...(home.maySend
      ? [
          ...unsent.map((owed) => ({ text: todo.send(monthOf(owed)), href: pageOf(owed) })),
          ...unfinished.map((owed) => ({
            text: todo.finish(monthOf(owed), owed.boxesAsked - owed.boxesAnswered),
            href: pageOf(owed),
          })),
          ...unsent.flatMap((owed) =>
            owed.status === 'NOT_AVAILABLE' || owed.extendedUntil
              ? []
              : [
                  {
                    text: todo.moreTime(monthOf(owed)),
                    href: addresses.askForTime(owed.period, council.key),
                  },
                ],
          ),
          ...unapproved.map((owed) => ({
            text: (home.mayApprove ? todo.approve : todo.askApprover)(monthOf(owed)),
            href: receiptOf(owed),
          })),
        ]
      : []),
    ...(alerts.length > 0 ? [{ text: todo.alerts(alerts.length), href: '#open-alerts' }] : []),
    { text: todo.look, href: addresses.ownFigures(council.key) },
  ];
}

function actionOf({ boxesAnswered, boxesAsked }: ReturnView, maySend: boolean): string {
  if (!maySend) return councilWords.open;
  if (boxesAnswered === 0) return councilWords.send;
  return boxesAnswered < boxesAsked ? councilWords.finish : councilWords.revise;
}

/** The returns of a council, newest first, with what to do about each. */
export const returnsTable = (
  returns: readonly ReturnView[],
  council: Council,
  action: 'send' | 'read' | 'none',
): Table => ({
  caption: councilWords.returnsCaption,
  head: [
    { text: councilWords.returnsHead.month },
    { text: councilWords.returnsHead.status },
    { text: councilWords.returnsHead.numbers, numeric: true },
    { text: councilWords.returnsHead.due },
    ...(action === 'none' ? [] : [{ text: councilWords.returnsHead.action }]),
  ],
  rows: returns.map((owed) => [
    cell(monthOf(owed)),
    { ...tagCell(returnStatusWords[owed.status]), note: statusNote(owed) },
    numberCell(councilWords.numbers(owed.boxesAnswered, owed.boxesAsked)),
    cell(formatDay(owed.dueAt)),
    ...(action === 'none'
      ? []
      : [
          linkCell(
            actionOf(owed, action === 'send'),
            addresses.returnOf(owed.period, council.key),
            monthOf(owed),
          ),
        ]),
  ]),
});

function latestTable({ figures, programme }: CouncilHome): Table | null {
  const measures = inReturnOrder(
    figures.map(({ series }) => series).filter(({ points }) => points.length > 0),
    ({ metric }) => metric,
    programme.returnDefinition,
  );
  if (measures.length === 0) return null;
  const { figuresHead, figuresCaption } = councilWords;
  const said = (point: SeriesPoint | undefined, { metric }: SeriesView) =>
    point
      ? { ...numberCell(formatFigure(point, metric)), note: formatPeriod(point.period) }
      : numberCell('–');
  return {
    caption: figuresCaption,
    head: [
      { text: figuresHead.measure },
      { text: figuresHead.latest, numeric: true },
      { text: figuresHead.before, numeric: true },
    ],
    rows: measures.map((series) => [
      cell(series.metric.title),
      said(series.points.at(-1), series),
      said(series.points.at(-2), series),
    ]),
  };
}

/** When the council's newest figures came, in a sentence. */
export function freshnessOf(council: Council, returns: readonly ReturnView[]): string {
  const times = returns.flatMap(({ lastReceivedAt }) => lastReceivedAt?.getTime() ?? []);
  return times.length === 0
    ? councilWords.neverReported(council.name)
    : councilWords.lastFigures(council.name, formatMoment(new Date(Math.max(...times))));
}

/** How much of the newest return was accepted, and when; null before anything came. */
function acceptedOf(owed: ReturnView | undefined): string | null {
  if (!owed?.lastReceivedAt || owed.boxesAnswered === 0) return null;
  const at = formatMoment(owed.lastReceivedAt);
  return councilWords.accepted(owed.boxesAnswered, owed.boxesAsked, at);
}

/** What the newest return says, once it is in. */
function sayOf({ returns, figures, council, programme }: CouncilHome) {
  const [newest] = returns;
  if (!newest || newest.boxesAnswered === 0) return null;
  return figuresSay(figures, { council, programme, period: periodKey(newest.period) });
}

/** The year of the newest month that is owed. */
const newestYear = ({ returns, programme }: CouncilHome): number =>
  Number(returns[0]?.period.timePeriod ?? programme.startsOn.slice(0, 4));

/** A council's home: what is owed, how it stands, what is open, the newest figures, what to do next. */
export function presentCouncilHome(home: CouncilHome) {
  const { council, returns, alerts, figures, programme } = home;
  return {
    title: councilWords.title(council.name),
    section: 'home' as const,
    councilName: council.name,
    headline: headlineOf(returns[0]),
    endingKeys: home.endingKeys,
    keysHref: addresses.connectionsOf(council.key),
    drafts: home.drafts.map(({ period, savedBy, savedAt }) => ({
      text: councilWords.draft(formatPeriod(period), savedBy, formatMoment(savedAt)),
      link: councilWords.draftLink(formatPeriod(period)),
      href: addresses.returnOf(period, council.key),
    })),
    sentHref: addresses.submissions(council.key),
    accepted: acceptedOf(returns[0]),
    say: sayOf(home),
    ledTo: presentLedTo(home.ledTo, { council, programme, isOwn: true, period: null }),
    freshness: freshnessOf(council, returns),
    todos: todosOf(home),
    returns: returnsTable(returns, council, home.maySend ? 'send' : 'read'),
    alerts: alerts.length > 0 ? alertTable(alerts, programme, councilWords.alerts) : null,
    monthsSoFar: home.monthsSoFar,
    figures: latestTable(home),
    figuresHref: addresses.ownFigures(council.key),
    milestonesHref: addresses.milestonesOf(council.key),
    qualityHref: addresses.ownQuality(council.key),
    reconciliationHref: addresses.ownReconciliation(newestYear(home), council.key),
    prePublication: figures.some(({ series }) => series.metric.prePublication),
  };
}
