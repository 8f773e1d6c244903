import type { AssessedSeries } from '#application/assessments';
import type { AlertRecord, Programme } from '#application/ports';
import type { ReturnView } from '#application/returns';
import type { MilestoneRecord } from '#domain/delivery';
import type { FeedbackRecord } from '#domain/feedback';
import { addresses } from '../../addresses/addresses.js';
import { addressOfPeriod, dayMonthsBefore } from '../../addresses/period-address.js';
import { addressOfTheme } from '../../addresses/theme-address.js';
import { formatPeriod } from '../../format/format-period.js';
import { londonDay } from '../../format/format-time.js';
import { areaWords as w } from '../../words/area.words.js';
import { returnStatusWords } from '../../words/return-status.words.js';
import { alertTable } from '../alerts/alert-lines.js';
import { feedbackTable } from '../feedback/feedback.presenter.js';
import { howToRead } from '../figures/how-to-read.js';
import { seriesFigure } from '../figures/series-figure.js';
import { shortTable } from '../figures/series-table.js';
import { showSeries, type ShownSeries } from '../figures/show-series.js';
import { milestoneTable, seenToday } from '../milestones/milestones.presenter.js';
import { hasReported } from '../overview/overview-headline.js';
import { byTheme } from '../return-order.js';
import { cell, linkCell, tagCell, type Table } from '../tables.js';
import type { ShownArea } from './area-list.presenter.js';

export type AreaPage = {
  readonly area: ShownArea;
  /** Of its councils, newest month first, councils A to Z within it. */
  readonly returns: readonly ReturnView[];
  /** Open, newest first. */
  readonly alerts: readonly AlertRecord[];
  /** Still to be done. */
  readonly milestones: readonly MilestoneRecord[];
  /** Waiting for an answer, oldest first. */
  readonly feedback: readonly FeedbackRecord[];
  /** Null where the reader is shown no totals. */
  readonly figures: readonly AssessedSeries[] | null;
  readonly programme: Programme;
  readonly now: Date;
};

const MONTHS = 3;
const ALERTS = 10;
const ROWS = 3;
const MONTHS_DRAWN = 24;

type Month = readonly [string, ReturnView['period']];

const monthsOf = (returns: readonly ReturnView[]): readonly Month[] =>
  [...new Map(returns.map(({ period }) => [addressOfPeriod(period), period]))].slice(0, MONTHS);

function whoTable({ area, returns }: AreaPage, months: readonly Month[]): Table {
  return {
    caption: w.whoCaption,
    head: [{ text: w.council }, ...months.map(([, period]) => ({ text: formatPeriod(period) }))],
    rows: area.councils.map((council) => [
      linkCell(council.name, addresses.councilPage(council.key)),
      ...months.map(([, { start }]) => {
        const owed = returns.find(
          (one) => one.council.id === council.id && one.period.start === start,
        );
        return owed ? tagCell(returnStatusWords[owed.status]) : cell('–');
      }),
    ]),
  };
}

function leadOf({ returns, alerts }: AreaPage, overdue: number, newest: Month | undefined): string {
  const ofMonth = returns.filter(({ period }) => period.start === newest?.[1].start);
  return [
    newest
      ? w.reported(ofMonth.filter(hasReported).length, ofMonth.length, formatPeriod(newest[1]))
      : w.nothingOwed,
    w.alerts(alerts.length),
    w.overdue(overdue),
  ].join(' ');
}

/** That the newest figure is not of every council, or that there is none because of that. */
function coverageNotes({ points }: ShownSeries): readonly string[] {
  const newest = points.at(-1);
  if (!newest) return [];
  const month = formatPeriod(newest.period);
  const coverage = newest.known?.coverage;
  if (!coverage) return [w.noSum(month)];
  const { reported, expected } = coverage;
  return reported < expected ? [w.newestOf(reported, expected, month)] : [];
}

/** The figures of the councils together, by theme: each measure with its finding, its chart and its table. */
function themesOf({ figures, programme, now }: AreaPage) {
  const from = dayMonthsBefore(londonDay(now), MONTHS_DRAWN);
  const shown = (figures ?? [])
    .map((one) => showSeries(one, { programme, from }))
    .filter(({ series }) => series.points.length > 0);
  return byTheme(shown, ({ series }) => series.metric, programme.returnDefinition).map(
    ({ title, items }) => ({
      id: addressOfTheme(title),
      title,
      measures: items.map((one) => {
        const { metric } = one.series;
        const figure = seriesFigure(one, {
          ...{ id: metric.code, heading: metric.title, size: 'wide', range: null, key: [] },
          ...{ asKnownOn: null, chartOf: ({ code }) => `#${code}` },
        });
        return {
          ...figure,
          notes: [...coverageNotes(one), ...figure.notes],
          table: shortTable(one, null, ROWS),
          whole: null,
        };
      }),
    }),
  );
}

/** A partnership or region: who has reported, what is open, what is owed, and its councils' figures together. */
export function presentArea(page: AreaPage) {
  const { area, alerts, feedback, figures, programme, now } = page;
  const today = londonDay(now);
  const overdue = page.milestones
    .map((milestone) => seenToday(milestone, programme, today))
    .filter(({ standing }) => standing === 'overdue');
  const months = monthsOf(page.returns);
  const themes = themesOf(page);
  return {
    title: area.name,
    lead: leadOf(page, overdue.length, months[0]),
    who: months.length > 0 ? whoTable(page, months) : null,
    alerts: alerts.length > 0 ? alertTable(alerts.slice(0, ALERTS), programme, w.openAlerts) : null,
    alertsShown: alerts.length > ALERTS ? w.newestAlerts(ALERTS) : null,
    milestones: overdue.length > 0 ? milestoneTable(w.milestones, overdue) : null,
    feedback:
      feedback.length > 0 ? feedbackTable(feedback, { programme, today }, w.feedback) : null,
    figuresIntro: figures ? w.figuresIntro(area.councils.length) : w.notShown,
    how: themes.length > 0 ? howToRead : null,
    themes,
    events: [],
    empty: figures && themes.length === 0 ? w.noFigures : null,
    prePublication: themes.length > 0 && programme.metrics.some((one) => one.prePublication),
  };
}
