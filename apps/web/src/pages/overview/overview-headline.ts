import type { AlertRecord, Programme } from '#application/ports';
import type { NewsToReader } from '#application/news';
import type { ReturnView } from '#application/returns';
import { foldFollowUp, isPlanned, type Entry } from '#domain/follow-up';
import { ruleOfVersion } from '#domain/judgement';
import { isWithCouncil } from '#domain/notifications';
import { listOf } from '../../format/format-list.js';
import { formatPeriod } from '../../format/format-period.js';
import {
  formatDate,
  formatDayNear,
  formatMoment,
  formatTime,
  londonDay,
} from '../../format/format-time.js';
import { overviewWords } from '../../words/overview.words.js';

export type Standing = {
  readonly now: Date;
  readonly programme: Pick<
    Programme,
    'alertRules' | 'ruleHistory' | 'metrics' | 'register' | 'holidays'
  >;
  /** The returns of one month, councils A to Z. */
  readonly returns: readonly ReturnView[];
  /** Open alerts at councils of the programme, and what was done about them. */
  readonly open: readonly AlertRecord[];
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** How many more are open at councils outside it. */
  readonly outside: number;
  readonly news: Pick<NewsToReader, 'lookedAt' | 'from' | 'cleared' | 'totals'>;
};

/** Figures have come, or the council says that there are none. "Not yet available" is an answer, not a report. */
export const hasReported = ({ status }: ReturnView): boolean =>
  ['RECEIVED_IN_PART', 'RECEIVED', 'NIL', 'APPROVED'].includes(status);

/** Since when something is news, as a part of a sentence. */
export function sinceWords(lookedAt: Date | null, now: Date): string {
  const { sinceLooked, sinceWeek, lookedAt: today, lookedOn } = overviewWords;
  if (!lookedAt) return sinceWeek;
  return sinceLooked(
    londonDay(lookedAt) === londonDay(now)
      ? today(formatTime(lookedAt))
      : lookedOn(formatDayNear(lookedAt, now)),
  );
}

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

/** How many open alerts have a plan, are still with their council alone, and are or have neither. */
function standingOf(
  fired: readonly AlertRecord[],
  { entries, programme, now }: Standing,
): { readonly council: number; readonly planned: number; readonly neither: number } {
  const today = londonDay(now);
  const planned = fired.filter(({ id }) => isPlanned(foldFollowUp(entries.get(id) ?? []), today));
  const council = fired.filter(
    (alert) =>
      !planned.includes(alert) &&
      isWithCouncil(alert, ruleOfVersion(programme, alert), { now, holidays: programme.holidays }),
  ).length;
  return {
    council,
    planned: planned.length,
    neither: fired.length - planned.length - council,
  };
}

/** What cleared, by council from A to Z: the newest of them, and how many there are. */
function clearedSentence({ news, programme }: Standing): string | null {
  if (news.totals.cleared === 0) return null;
  const { metrics, register } = programme;
  const names = news.cleared.map((alert) =>
    overviewWords.clearedOne(
      register.councils.find(({ id }) => id === alert.councilId)?.name ?? '',
      metrics.find(({ code }) => code === alert.metric)?.title ??
        ruleOfVersion(programme, alert)?.title ??
        alert.ruleCode,
    ),
  );
  return overviewWords.cleared(
    news.totals.cleared,
    names.toSorted(new Intl.Collator('en-GB').compare),
  );
}

function alertSentences(standing: Standing): string {
  const { open, outside, news, now } = standing;
  const fired = open.filter(({ state }) => state !== 'pending');
  const councils = new Set(fired.map(({ councilId }) => councilId)).size;
  const { council, planned, neither } = standingOf(fired, standing);
  const fresh = fired.filter(({ firedAt }) => firedAt && firedAt > news.from).length;
  const cleared = clearedSentence(standing);
  const watched = open.length - fired.length;
  return [
    ...(fired.length === 0
      ? [overviewWords.noAlerts]
      : [
          overviewWords.alerts(fired.length, councils),
          overviewWords.newAlerts(fresh, sinceWords(news.lookedAt, now)),
          overviewWords.standing(council, planned, neither),
        ]),
    ...(cleared ? [cleared] : []),
    ...(watched > 0 ? [overviewWords.watched(watched)] : []),
    ...(outside > 0 ? [overviewWords.outside(outside)] : []),
  ].join(' ');
}

function silenceSentences({ returns, open }: Standing): string | null {
  const namesOf = (ones: readonly ReturnView[]): string =>
    listOf(ones.map((one) => one.council.name));
  const silent = returns.filter((one) => !hasReported(one) && one.status !== 'NOT_AVAILABLE');
  const waiting = returns.filter(({ status }) => status === 'NOT_AVAILABLE');
  const undated = waiting.filter(({ answer }) => !answer?.expectedOn);
  const sentences = [
    ...(silent.length > 0 ? [overviewWords.notReported(namesOf(silent))] : []),
    ...(undated.length > 0 ? [overviewWords.notAvailable(namesOf(undated))] : []),
    ...waiting.flatMap(({ council, answer }) =>
      answer?.expectedOn ? overviewWords.expects(council.name, formatDate(answer.expectedOn)) : [],
    ),
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
