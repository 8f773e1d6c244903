import type { AlertRecord } from '#application/ports';
import type { ReturnView } from '#application/returns';
import { listOf } from '../../format/format-list.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatMoment, formatTime, londonDay } from '../../format/format-time.js';
import { overviewWords } from '../../words/overview.words.js';

export type Standing = {
  readonly now: Date;
  /** The returns of one month, councils A to Z. */
  readonly returns: readonly ReturnView[];
  /** Open alerts at councils of the programme. */
  readonly open: readonly AlertRecord[];
  /** How many more are open at councils outside it. */
  readonly outside: number;
  readonly cleared: readonly AlertRecord[];
};

const DAY_MS = 86_400_000;

/** Figures have come, or the council says that there are none. "Not yet available" is an answer, not a report. */
export const hasReported = ({ status }: ReturnView): boolean =>
  ['RECEIVED_IN_PART', 'RECEIVED', 'NIL', 'APPROVED'].includes(status);

function dueSentence(returns: readonly ReturnView[], now: Date): string | null {
  const owed = returns.find((one) => !hasReported(one));
  if (!owed) return null;
  if (owed.dueAt < now) return overviewWords.wasDue(formatMoment(owed.dueAt));
  return londonDay(owed.dueAt) === londonDay(now)
    ? overviewWords.dueToday(formatTime(owed.dueAt))
    : overviewWords.dueOn(formatMoment(owed.dueAt));
}

function reportedSentences({ returns, now }: Standing): string {
  const month = returns[0] ? formatPeriod(returns[0].period) : '';
  const reported = returns.filter(hasReported).length;
  const due = dueSentence(returns, now);
  return [overviewWords.reported(reported, returns.length, month), due].filter(Boolean).join(' ');
}

function alertSentences({ open, outside, cleared, now }: Standing): string {
  const since = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  const councils = new Set(open.map(({ councilId }) => councilId)).size;
  const fresh = open.filter(({ openedAt }) => openedAt > since(7)).length;
  const seen = open.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
  const gone = cleared.filter(({ resolvedAt }) => resolvedAt && resolvedAt > since(30)).length;
  return [
    open.length === 0 ? overviewWords.noAlerts : overviewWords.alerts(open.length, councils),
    ...(fresh > 0 ? [overviewWords.newAlerts(fresh)] : []),
    ...(open.length > 0 ? [overviewWords.acknowledged(seen, open.length - seen)] : []),
    ...(gone > 0 ? [overviewWords.cleared(gone)] : []),
    ...(outside > 0 ? [overviewWords.outside(outside)] : []),
  ].join(' ');
}

function silenceSentences({ returns, open }: Standing): string | null {
  const namesOf = (ones: readonly ReturnView[]): string =>
    listOf(ones.map((one) => one.council.name));
  const silent = returns.filter((one) => !hasReported(one) && one.status !== 'NOT_AVAILABLE');
  const waiting = returns.filter(({ status }) => status === 'NOT_AVAILABLE');
  const sentences = [
    ...(silent.length > 0 ? [overviewWords.notReported(namesOf(silent))] : []),
    ...(waiting.length > 0 ? [overviewWords.notAvailable(namesOf(waiting))] : []),
    ...(silent.length > 0 && open.length > 0 ? [overviewWords.staysOpen] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : null;
}

/** What DfE comes for, the finding first: who has reported, what is open, who is silent. */
export const overviewHeadline = (standing: Standing) => ({
  reported: reportedSentences(standing),
  alerts: alertSentences(standing),
  silence: silenceSentences(standing),
});
