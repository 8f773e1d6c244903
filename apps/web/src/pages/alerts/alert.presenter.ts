import type { FiguresBehind } from '#application/alerts';
import type { AlertRecord, AlertWithStory, Correction, Programme } from '#application/ports';
import type { AssessedSeries } from '#application/assessments';
import { REJUDGED, ruleOfVersion, ruleSentence, type AlertRule } from '#domain/judgement';
import type { Refusal } from '#domain';
import type { Reader } from '#domain/access';
import { addresses } from '../../addresses/addresses.js';
import { listOf } from '../../format/format-list.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { formatDay, formatMoment } from '../../format/format-time.js';
import { alertStateWords, alertWords } from '../../words/alert.words.js';
import { followUpWords } from '../../words/follow-up.words.js';
import { isChanceWords } from '../../words/is-chance.words.js';
import { CHART_FILES, fileLinks } from '../figures/chart-files.js';
import { howToRead } from '../figures/how-to-read.js';
import { chartsOf } from '../figures/improvement-figure.js';
import { seriesFigure } from '../figures/series-figure.js';
import { showSeries } from '../figures/show-series.js';
import { seriesTable } from '../figures/series-table.js';
import { besideLines, type BesideAlert } from './beside-alert.js';
import { presentFollowUp } from './follow-up.presenter.js';
import { stateOfAlert, titleOfAlert } from './alert-lines.js';
import type { OwedPart } from './owed-of.js';
import { ledgerTable, whoKnowsLines } from './who-knows.js';

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
  /** The figures that it fired by; null for one about a return or a promise. */
  readonly behind: FiguresBehind | null;
  readonly refusal: Refusal | null;
  readonly reader: Reader;
  readonly now: Date;
};

const stateWordsOf = (state: string): string =>
  state in alertStateWords
    ? alertStateWords[state as keyof typeof alertStateWords].text
    : alertWords.inactive;

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

const sinceOf = ({ state, noData, since }: AlertRecord): string =>
  alertWords.since[state === 'firing' && noData ? 'noData' : state](formatMoment(since));

/** The version of the data that it fired by, in a sentence. */
function dataLine(behind: FiguresBehind | null): string | null {
  if (!behind) return null;
  const { at, knownSeq, approved, provisional } = behind;
  const { standing } = alertWords;
  const stood =
    provisional === 0 ? standing.approved : approved === 0 ? standing.provisional : standing.mixed;
  return `${alertWords.dataVersion(formatMoment(at), knownSeq)}${stood}`;
}

const owedHeading = ({ state }: AlertRecord): string =>
  state === 'resolved' ? alertWords.owed.wasHeading : alertWords.owed.heading;

/** Of a milestone, an answer or a plan it is not the council alone who can say why. */
const isPromise = (rule: AlertRule | null): boolean =>
  rule?.condition.kind === 'answer-overdue' || rule?.condition.kind === 'milestone-overdue';

/** The rule that judged, in the version that did, and what has become of it since. */
function rulePart({ alert }: AlertWithStory, rule: AlertRule | null, programme: Programme) {
  if (!rule)
    return { line: alert.ruleCode, sentence: alertWords.ruleGone, href: null, since: null };
  const newest = programme.alertRules.find(({ code }) => code === rule.code);
  const isOn = newest?.enabled === true;
  const isOther = newest !== undefined && newest.version !== alert.ruleVersion;
  return {
    line: alertWords.ruleLine(rule.title, alert.ruleVersion),
    sentence: ruleSentence(rule, programme),
    href: isOn ? addresses.alertRule(rule.code) : null,
    since: isOn ? (isOther ? alertWords.ruleNow(newest.version) : null) : alertWords.ruleOff,
  };
}

/** An alert in the order of its questions: what, is it chance, why, by which rule and figures, who knows, what is being done, when it clears. */
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
    since: sinceOf(alert),
    why: alert.why,
    isChance: rule && isChanceWords[rule.condition.kind],
    corrections: correctionLines(page),
    beside: besideLines(alert, page.beside, page),
    steps: stepsOf(story),
    rule: rulePart(story, rule, programme),
    data: dataLine(page.behind),
    ruleHeading: page.behind ? alertWords.ruleAndFigures : alertWords.rule,
    how: howToRead,
    figure: alertFigure(page),
    owed: page.owed && { ...page.owed, heading: owedHeading(alert) },
    noChart: alert.metric === null ? alertWords.noChart : alertWords.noFigures,
    balancing: alert.metric === null ? null : balancingLine(series, programme),
    cannotTell: isPromise(rule) ? alertWords.whyOwed : alertWords.why,
    told: whoKnowsLines(story.ledger, programme.register, page.now),
    ledger: ledgerTable(story.ledger, programme.register, page.now),
    ...acknowledgementOf(story),
    followUp: presentFollowUp(page),
    clears: clearingLine(story, rule),
    prePublication: series?.series.metric.prePublication === true,
    hasErrors: refusal !== null,
    errors: errorsOf(refusal),
  };
}
