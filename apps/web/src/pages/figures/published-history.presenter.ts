import type { AssessedSeries } from '#application/assessments';
import type { Benchmark } from '#application/figures';
import type { Programme } from '#application/ports';
import type { Metric, ReturnDefinition } from '#domain/metrics';
import type { Council } from '#domain/register';
import { addressOfTheme } from '../../addresses/theme-address.js';
import { addresses } from '../../addresses/addresses.js';
import { figuresWords } from '../../words/figures.words.js';
import { publishedThemes, type Theme } from '../return-order.js';
import { benchmarkTable } from './benchmark-table.js';
import { CHART_FILES, fileLinks } from './chart-files.js';
import { emptyWords, knownOf, type FiguresFilter } from './figures-filter.js';
import { chartsOf } from './improvement-figure.js';
import { seriesFigure } from './series-figure.js';
import { howToRead } from './how-to-read.js';
import { saidOnce } from './reading-notes.js';
import { seriesTable } from './series-table.js';
import { showSeries } from './show-series.js';

type Catalogue = {
  readonly metrics: readonly Metric[];
  readonly returnDefinition: ReturnDefinition;
};

/** Where a council's published figures are, theme by theme. */
export const publishedLinks = (
  { key }: Pick<Council, 'key'>,
  { metrics, returnDefinition }: Catalogue,
) =>
  publishedThemes(metrics, returnDefinition).map(({ title, items }) => ({
    text: title,
    href: addresses.publishedHistory(key, title),
    count: items.length,
  }));

/** The published metrics of the theme that an address names; null where there is none. */
export const themeOfAddress = (
  address: string,
  { metrics, returnDefinition }: Catalogue,
): Theme<Metric> | null =>
  publishedThemes(metrics, returnDefinition).find(
    ({ title }) => addressOfTheme(title) === address,
  ) ?? null;

export type PublishedHistory = {
  readonly council: Council;
  readonly theme: Theme<Metric>;
  /** Series of the theme's metrics, in any order. */
  readonly series: readonly AssessedSeries[];
  /** What the newest figures are compared with, of some metrics. */
  readonly benchmarks: readonly Benchmark[];
  readonly filter: FiguresFilter;
  readonly programme: Programme;
};

/** What is published of a council on one theme, every year of it, each measure with its chart and table. */
export function presentPublishedHistory(history: PublishedHistory) {
  const { council, theme, filter, programme } = history;
  const shown = theme.items.flatMap(({ code }) =>
    history.series
      .filter(({ series }) => series.metric.code === code && series.points.length > 0)
      .map((one) => showSeries(one, { programme, from: null })),
  );
  const caution = saidOnce(shown);
  const here = addresses.publishedHistory(council.key, theme.title);
  const measures = shown.map((one) => ({
    ...seriesFigure(one, {
      id: one.series.metric.code,
      heading: one.series.metric.title,
      size: 'wide',
      range: null,
      asKnownOn: filter.asKnownOn,
      chartOf: chartsOf(council.key, knownOf(filter)),
      notes: caution === null ? 'limits' : 'none',
    }),
    series: one.series,
    benchmark: benchmarkTable(
      history.benchmarks.find(({ metric }) => metric.code === one.series.metric.code),
      council,
    ),
    table: seriesTable(one, council.key),
    files: fileLinks(CHART_FILES, here, one.series.metric.title, {
      known: knownOf(filter),
      measure: one.series.metric.code,
    }),
  }));
  return {
    title: figuresWords.publishedTitle(council.name, theme.title),
    councilName: council.name,
    measures,
    caution,
    how: caution === null && measures.length > 0 ? howToRead : null,
    empty: measures.length > 0 ? null : emptyWords(filter, figuresWords.nonePublished),
    others: publishedLinks(council, programme).filter(({ href }) => href !== here),
  };
}
