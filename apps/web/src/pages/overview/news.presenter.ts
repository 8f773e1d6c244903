import type { AlertRecord, FiguresNews, NewsKind, Programme, SaidNews } from '#application/ports';
import { FIGURES_NEWS, SAID_NEWS } from '#application/ports';
import type { NewsToReader } from '#application/news';
import { addresses } from '../../addresses/addresses.js';
import { listOf } from '../../format/format-list.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { formatMoment } from '../../format/format-time.js';
import { overviewWords } from '../../words/overview.words.js';
import { titleOfAlert } from '../alerts/alert-lines.js';
import { sinceWords } from './overview-headline.js';

export type NewsPage = {
  readonly news: NewsToReader;
  readonly programme: Programme;
  readonly now: Date;
  /** Whether the reader may open deliveries; else they are led to the council. */
  readonly seesDeliveries: boolean;
};

type Line = { readonly text: string; readonly href: string; readonly when: string };

/** Where all of a kind are listed. */
const MORE: Readonly<Record<NewsKind, string>> = {
  opened: addresses.alerts,
  cleared: addresses.alerts,
  received: addresses.returns,
  corrected: addresses.returns,
  approval: addresses.returns,
  answer: addresses.returns,
  withdrawal: addresses.returns,
  feedback: addresses.feedback,
  'feedback-answered': addresses.feedback,
  'milestone-planned': addresses.milestones,
  'milestone-done': addresses.milestones,
  'milestone-redated': addresses.milestones,
};
/** More periods than this are counted. */
const PERIODS_NAMED = 3;

const periodsOf = ({ periods }: FiguresNews): string =>
  periods.length > PERIODS_NAMED
    ? overviewWords.periods(periods.length)
    : listOf(periods.map(formatPeriodKey).toSorted());

const KINDS: readonly NewsKind[] = ['opened', 'cleared', ...FIGURES_NEWS, ...SAID_NEWS];

/** What has changed since a reader last looked: a list for each kind of news, the newest of it, each leading to its place. */
export function presentNews(page: NewsPage) {
  const { news, now } = page;
  const groups = KINDS.filter((kind) => news.totals[kind] > 0).map((kind) => {
    const lines = linesOf(kind, page);
    const left = news.totals[kind] - lines.length;
    return {
      heading: overviewWords.newsOf(kind, news.totals[kind]),
      lines,
      more: left > 0 ? { text: overviewWords.more(left), href: MORE[kind] } : null,
    };
  });
  const { nothingNew, nothingInWeek } = overviewWords;
  return {
    heading: overviewWords.news(sinceWords(news.lookedAt, now)),
    first: news.lookedAt ? null : overviewWords.firstVisit,
    groups,
    nothing: groups.length > 0 ? null : news.lookedAt ? nothingNew : nothingInWeek,
  };
}

function linesOf(kind: NewsKind, page: NewsPage): readonly Line[] {
  const { opened, cleared, figures, said } = page.news;
  if (kind === 'opened') return opened.map((one) => alertLine(one, one.firedAt, page));
  if (kind === 'cleared') return cleared.map((one) => alertLine(one, one.resolvedAt, page));
  return [
    ...figures.filter((one) => one.kind === kind).map((one) => figuresLine(one, page)),
    ...said.filter((one) => one.kind === kind).map((one) => saidLine(one, page)),
  ];
}

const alertLine = (alert: AlertRecord, at: Date | null, { programme }: NewsPage): Line => ({
  text: titleOfAlert(alert, programme),
  href: addresses.alert(alert.id),
  when: at ? formatMoment(at) : '',
});

const councilOf = (councilId: number, { programme }: NewsPage) =>
  programme.register.councils.find(({ id }) => id === councilId);

function figuresLine(one: FiguresNews, page: NewsPage): Line {
  const council = councilOf(one.councilId, page);
  const about = [
    council?.name ?? '',
    periodsOf(one),
    ...(one.kind === 'corrected' ? [overviewWords.newsCorrected(one.corrected)] : []),
  ];
  return {
    text: about.join(', '),
    href:
      one.submissionId && page.seesDeliveries
        ? addresses.receipt(one.submissionId)
        : addresses.councilPage(council?.key ?? ''),
    when: formatMoment(one.at),
  };
}

function saidLine(one: SaidNews, page: NewsPage): Line {
  const council = councilOf(one.councilId, page)?.name ?? '';
  return {
    text: one.title === null ? council : `${council}, ${one.title}`,
    href: one.title === null ? addresses.feedbackItem(one.id) : addresses.milestone(one.id),
    when: formatMoment(one.at),
  };
}
