import { councilIdOf, type AssessedSeries } from '#application/assessments';
import type { SeriesView } from '#application/figures';
import type { Programme } from '#application/ports';
import type { Metric } from '#domain/metrics';
import { addresses, addressOfSeries } from '../../addresses/addresses.js';
import { chartPoints, everyStep } from '../../charts/chart-model.js';
import { sharedRange } from '../../charts/chart-scale.js';
import { formatFigure } from '../../format/format-figure.js';
import { formatPeriod } from '../../format/format-period.js';
import { metricWords } from '../../words/metric.words.js';
import { linkCell, numberCell, type Cell, type Table } from '../tables.js';
import { isOfReform } from '../figures/finding-sentence.js';
import { howToRead } from '../figures/how-to-read.js';
import { saidOnce } from '../figures/reading-notes.js';
import { showSeries } from '../figures/show-series.js';
import { stateNotes, stateWords } from '../../words/states.words.js';
import { notesFor } from '../figures/series-table.js';
import { besides, fileLinks } from '../figures/chart-files.js';
import { knownOf, type FiguresFilter } from '../figures/figures-filter.js';
import { chartsOf } from '../figures/improvement-figure.js';
import { seriesFigure } from '../figures/series-figure.js';
import { figuresWords } from '../../words/figures.words.js';
import { metricDownloads } from './downloads.js';
import { presentDefinition } from './metric-definition.js';

export type MetricPage = {
  readonly metric: Metric;
  readonly programme: Programme;
  /** Councils A to Z, each whole: limits rest on every figure, however few are shown. */
  readonly series: readonly AssessedSeries[];
  readonly filter: FiguresFilter;
  readonly everyCouncil: boolean;
};

const PERIODS_IN_TABLE = 6;

const seriesHref = (councilKey: string, metric: Metric): string =>
  addressOfSeries(councilKey, metric, addresses.councilPage(councilKey));

/** The newest periods for which anybody has a figure, oldest of them first. */
function newestPeriods(series: readonly SeriesView[]) {
  const byStart = new Map(
    series.flatMap(({ points }) => points.map(({ period }) => [period.start, period] as const)),
  );
  return [...byStart.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-PERIODS_IN_TABLE)
    .map(([, period]) => period);
}

/** What stands where a council has no figure: silence, or that it is not asked, or that it was not published. */
function absence(metric: Metric, { points }: SeriesView): 'missing' | 'x' | 'z' {
  if (metric.type === 'published') return 'x';
  return isOfReform(metric) && points.length === 0 ? 'z' : 'missing';
}

function tableOf(
  { metric, series }: { readonly metric: Metric; readonly series: readonly SeriesView[] },
  keyOf: (id: number) => string,
): Table {
  const periods = newestPeriods(series);
  const cellAt = (one: SeriesView, start: string): Cell => {
    const point = one.points.find(({ period }) => period.start === start);
    if (!point) return numberCell(stateWords[absence(metric, one)]);
    const { numerator, denominator } = point;
    const note =
      numerator === null || denominator === null
        ? undefined
        : figuresWords.ofCases(numerator, denominator);
    return { ...numberCell(formatFigure(point, metric)), note };
  };
  const shown = series.flatMap(({ points }) => points.slice(-PERIODS_IN_TABLE));
  const absences = series
    .filter(({ points }) =>
      periods.some((one) => !points.some((p) => p.period.start === one.start)),
    )
    .map((one) =>
      metric.type === 'published' ? stateNotes.notPublished : stateNotes[absence(metric, one)],
    );
  return {
    caption: metricWords.tableCaption,
    head: [
      { text: metricWords.tableHead.council },
      ...periods.map((period) => ({ text: formatPeriod(period), numeric: true })),
    ],
    rows: series.map((one) => [
      linkCell(one.area.name, seriesHref(keyOf(councilIdOf(one)), metric)),
      ...periods.map(({ start }) => cellAt(one, start)),
    ]),
    notes: [...new Set([...notesFor(shown), ...absences])],
  };
}

function coverageOf(series: readonly SeriesView[]): string | null {
  const newest = newestPeriods(series).at(-1);
  if (!newest) return null;
  const reported = series.filter(({ points }) =>
    points.some(({ period, state }) => period.start === newest.start && state === 'value'),
  ).length;
  return metricWords.reported(reported, series.length, formatPeriod(newest));
}

/** One measure: every council's chart on one scale, A to Z, what it means, and its table. */
export function presentMetric(page: MetricPage) {
  const { metric, everyCouncil, programme } = page;
  const { asKnownOn } = page.filter;
  // A published series is short, and shown whole.
  const from = metric.type === 'published' ? null : page.filter.from;
  const shown = page.series.map((one) => showSeries(one, { programme, from }));
  const series = shown.map((one) => one.series);
  const caution = saidOnce(shown);
  const keys = new Map(programme.register.councils.map(({ id, key }) => [id, key]));
  const expected = newestPeriods(series).at(-1);
  const keyOf = (id: number): string => keys.get(id) ?? '';
  const drawn = shown.map(({ points, limits }) => chartPoints(points, limits));
  const plans = shown.flatMap(({ plan }) => plan ?? []);
  const asked = {
    known: knownOf(page.filter),
    back: page.filter.everything ? 'all' : '',
    all: everyCouncil ? '1' : '',
  };
  const range = sharedRange(drawn, metric.unit, plans.flatMap(everyStep));
  return {
    title: metric.title,
    section: 'metrics' as const,
    prePublication: metric.prePublication,
    definition: presentDefinition(metric, programme.metrics),
    coverage: coverageOf(series),
    caution,
    how: howToRead,
    showing: metricWords.showing(series.length),
    whose:
      metric.type !== 'published'
        ? []
        : [
            {
              text: metricWords.programmeOnly,
              href: addresses.metric(metric.code),
              current: !everyCouncil,
            },
            {
              text: metricWords.everyCouncil,
              href: `${addresses.metric(metric.code)}?all=1`,
              current: everyCouncil,
            },
          ],
    charts: shown.map((one) => ({
      href: seriesHref(keyOf(councilIdOf(one.series)), metric),
      ...seriesFigure(one, {
        id: `c-${keyOf(councilIdOf(one.series))}`,
        heading: one.series.area.name,
        size: 'small',
        range,
        expected,
        notes: caution === null ? 'limits' : 'none',
        asKnownOn,
        chartOf: chartsOf(keyOf(councilIdOf(one.series)), knownOf(page.filter)),
      }),
      series: one.series,
      // One each, and none of every council of England: links would be most of the page.
      files: everyCouncil
        ? []
        : fileLinks(['chart.png'], addresses.metric(metric.code), one.series.area.name, {
            ...asked,
            council: keyOf(councilIdOf(one.series)),
          }),
    })),
    table: tableOf({ metric, series }, keyOf),
    downloads: metricDownloads(metric.code, page.filter),
    tableFile: besides(addresses.metric(metric.code), 'table.csv', asked),
  };
}
