import type { AlertWithStory, Correction, LedgerLine, Programme } from '#application/ports';
import type { AssessedSeries } from '#application/assessments';
import { REJUDGED, ruleOfVersion, ruleSentence, type AlertRule } from '#domain/judgement';
import type { Refusal } from '#domain';
import type { Reader } from '#domain/access';
import type { Register } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { listOf } from '../../format/format-list.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { formatDay, formatMoment } from '../../format/format-time.js';
import { alertStateWords, alertWords } from '../../words/alert.words.js';
import { followUpWords } from '../../words/follow-up.words.js';
import { CHART_FILES, fileLinks } from '../figures/chart-files.js';
import { howToRead } from '../figures/how-to-read.js';
import { chartsOf } from '../figures/improvement-figure.js';
import { seriesFigure } from '../figures/series-figure.js';
import { showSeries } from '../figures/show-series.js';
import { seriesTable } from '../figures/series-table.js';
import { cell, type Table } from '../tables.js';
import { besideLines, type BesideAlert } from './beside-alert.js';
import { presentFollowUp } from './follow-up.presenter.js';
import { stateOfAlert, titleOfAlert } from './alert-lines.js';
import type { OwedPart } from './owed-of.js';

export type AlertPage = {
  readonly story: AlertWithStory;
  readonly programme: Programme;
  /** The series that the alert is about; null for one about a return. */
  readonly series: AssessedSeries | null;
  /** What is owed, for an alert about a promise. */
  readonly owed: OwedPart | null;
  /** Months whose figures were corrected or withdrawn after the alert opened. */
  readonly corrections: readonly Correction[];
  readonly beside: BesideAlert;
  readonly refusal: Refusal | null;
  readonly reader: Reader;
  readonly now: Date;
};

const stateWordsOf = (state: string): string =>
  state in alertStateWords
    ? alertStateWords[state as keyof typeof alertStateWords].text
    : alertWords.inactive;

/** Whose inbox it is, in words: inboxes belong to organisations, not to people. */
function recipientWords(recipient: string, { councils, partnerships }: Register): string {
  const [kind, key] = recipient.split(' ');
  const name =
    kind === 'council'
      ? councils.find(({ id }) => String(id) === key)?.name
      : partnerships.find(({ code }) => code === key)?.name;
  return name ?? alertWords.audience[recipient] ?? recipient;
}

function ledgerTable(ledger: readonly LedgerLine[], register: Register): Table | null {
  if (ledger.length === 0) return null;
  const { ledgerHead } = alertWords;
  const last = ({ attempts, waits }: LedgerLine): string => {
    const attempt = attempts.at(-1);
    if (!attempt) return waits ? alertWords.waits(waits) : alertWords.notSent;
    const { outcome, at, detail } = attempt;
    const said = `${alertWords.outcome[outcome] ?? outcome}, ${formatMoment(at)}`;
    return outcome === 'not-told' ? alertWords.because(said, detail) : said;
  };
  return {
    caption: alertWords.ledgerCaption,
    head: [ledgerHead.who, ledgerHead.reason, ledgerHead.due, ledgerHead.sent].map((text) => ({
      text,
    })),
    rows: ledger.map((line) => [
      {
        ...cell(recipientWords(line.recipient, register)),
        note: alertWords.by(
          alertWords.audience[line.audience] ?? line.audience,
          alertWords.channels[line.channel] ?? line.channel,
        ),
      },
      cell(`“${line.reason}”`),
      cell(formatMoment(line.dueAt)),
      cell(last(line)),
    ]),
  };
}

function clearingLine({ alert }: AlertWithStory, rule: AlertRule | null): string | null {
  if (alert.resolvedAt) return alertWords.cleared(formatMoment(alert.resolvedAt));
  return rule ? alertWords.clears[rule.condition.kind](rule.keepFiringFor) : null;
}

/** That figures were corrected after the alert opened, and what became of it and of what people were told. */
function correctionLines({ story, corrections }: AlertPage): readonly string[] {
  const { alert, ledger } = story;
  const corrected = corrections.map(({ period, at }) =>
    alertWords.corrected(formatPeriodKey(period), formatDay(at)),
  );
  if (corrected.length === 0) return [];
  if (alert.why !== REJUDGED) return [...corrected, alertWords.stillStands];
  const told = ledger
    .flatMap(({ attempts }) => attempts)
    .filter(({ outcome }) => outcome === 'delivered')
    .map(({ at }) => at.getTime());
  return [
    ...corrected,
    alertWords.wouldNotHaveOpened,
    ...(told.length > 0 ? [alertWords.wereTold(formatDay(new Date(Math.min(...told))))] : []),
  ];
}

/** The chart and the table of the series that an alert is about; null for an alert about no series. */
export function alertFigure({
  story,
  series,
  programme,
}: Pick<AlertPage, 'story' | 'series' | 'programme'>) {
  if (!series) return null;
  const { alert } = story;
  const council = programme.register.councils.find(({ id }) => id === alert.councilId);
  const shown = showSeries(series, { programme, from: null });
  return {
    ...seriesFigure(shown, {
      id: 'alert-figure',
      heading: series.series.metric.title,
      size: 'wide',
      range: null,
      asKnownOn: null,
      chartOf: chartsOf(council?.key ?? '', ''),
    }),
    series: shown.series,
    table: seriesTable(shown, council?.key ?? ''),
    files: fileLinks(CHART_FILES, addresses.alert(alert.id), series.series.metric.title),
  };
}

const errorsOf = (refusal: Refusal | null) =>
  refusal
    ? {
        title: alertWords.notAcknowledged,
        items: [{ text: `${refusal.message} ${refusal.fix}`, href: '#being-done' }],
      }
    : null;

/** What else to look at: the measures that would move if this one were being improved at their cost. */
function balancingLine(assessed: AssessedSeries | null, { metrics }: Programme): string {
  const titles = (assessed?.series.metric.balancedBy ?? []).flatMap(
    ({ metric: code }) => metrics.find((metric) => metric.code === code)?.title ?? [],
  );
  return titles.length > 0 ? alertWords.balancing(listOf(titles)) : alertWords.noBalancing;
}

function acknowledgementOf({ alert }: AlertWithStory) {
  const { acknowledgedAt: at, acknowledgedBy: by } = alert;
  const isSeen = at !== null && by !== null;
  return {
    acknowledged: isSeen
      ? alertWords.acknowledged(by, formatMoment(at))
      : followUpWords.notAcknowledged,
    acknowledge: alert.state !== 'resolved' && !isSeen ? addresses.acknowledge(alert.id) : null,
  };
}

const stepsOf = ({ steps }: AlertWithStory) =>
  steps.map((step) => ({
    heading: `${formatPeriodKey(step.period)}: ${alertWords.step(stateWordsOf(step.from), stateWordsOf(step.to))}`,
    at: formatMoment(step.at),
    reason: step.reason,
  }));

/** An alert with why it fired: what happened, step by step, the rule, the figures, who was told, when it will clear. */
export function presentAlert(page: AlertPage) {
  const { story, programme, series, refusal } = page;
  const { alert } = story;
  const rule = ruleOfVersion(programme, alert);
  const council = programme.register.councils.find(({ id }) => id === alert.councilId);
  return {
    title: titleOfAlert(alert, programme),
    section: 'alerts' as const,
    ...(council ? { councilName: council.name } : {}),
    backLink: { href: addresses.alerts, text: alertWords.inboxTitle },
    state: stateOfAlert(alert),
    noData: alert.state !== 'resolved' && alert.noData ? alertWords.noDataNow : null,
    why: alert.why,
    corrections: correctionLines(page),
    beside: besideLines(alert, page.beside, page),
    steps: stepsOf(story),
    rule: rule
      ? {
          line: alertWords.ruleLine(rule.title, alert.ruleVersion),
          sentence: ruleSentence(rule, programme),
          href: programme.alertRules.some(({ code, enabled }) => code === rule.code && enabled)
            ? addresses.alertRule(rule.code)
            : null,
        }
      : { line: alert.ruleCode, sentence: alertWords.ruleGone, href: null },
    how: howToRead,
    figure: alertFigure(page),
    owed: page.owed,
    noChart: alert.metric === null ? alertWords.noChart : alertWords.noFigures,
    balancing: balancingLine(series, programme),
    ledger: ledgerTable(story.ledger, programme.register),
    ...acknowledgementOf(story),
    followUp: presentFollowUp(page),
    clears: clearingLine(story, rule),
    prePublication: series?.series.metric.prePublication === true,
    hasErrors: refusal !== null,
    errors: errorsOf(refusal),
  };
}
