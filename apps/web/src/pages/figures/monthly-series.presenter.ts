import type { AssessedSeries } from '#application/assessments';
import type { Programme } from '#application/ports';
import type { Metric } from '#domain/metrics';
import type { Council } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { figuresWords } from '../../words/figures.words.js';
import { councilDownloads } from '../metrics/downloads.js';
import { CHART_FILES, fileLinks } from './chart-files.js';
import { emptyWords, knownOf, type FiguresFilter } from './figures-filter.js';
import { chartsOf } from './improvement-figure.js';
import { seriesFigure } from './series-figure.js';
import { howToRead } from './how-to-read.js';
import { seriesTable } from './series-table.js';
import { showSeries } from './show-series.js';
import { presentYearBefore } from './year-before.presenter.js';

export type MonthlySeries = {
  readonly council: Council;
  readonly metric: Metric;
  /** Undefined where the council has no figure of it. */
  readonly series: AssessedSeries | undefined;
  readonly programme: Programme;
  readonly filter: FiguresFilter;
};

/** The second view of a series in the address of its files. */
export const YEAR_BEFORE = 'year-before';

/** Every month of one measure of a council: its chart, and all of its figures in a table. */
export function presentMonthlySeries({ council, metric, series, filter, ...of }: MonthlySeries) {
  const shown = series && showSeries(series, { programme: of.programme, from: null });
  const yearBefore = shown && presentYearBefore(shown, filter.asKnownOn);
  const here = addresses.monthlySeries(council.key, metric.code);
  const files = (what: string, view: string) =>
    fileLinks(CHART_FILES, here, what, { known: knownOf(filter), view });
  return {
    how: howToRead,
    title: figuresWords.monthlyTitle(council.name, metric.title),
    councilName: council.name,
    prePublication: metric.prePublication && series !== undefined,
    measure: shown && {
      ...seriesFigure(shown, {
        id: metric.code,
        heading: metric.title,
        size: 'wide',
        range: null,
        asKnownOn: filter.asKnownOn,
        isAlone: true,
        chartOf: chartsOf(council.key, knownOf(filter)),
      }),
      series: shown.series,
      table: seriesTable(shown, council.key),
      files: files(metric.title, ''),
    },
    yearBefore: yearBefore && {
      ...yearBefore,
      series: shown.series,
      files: files(yearBefore.heading, YEAR_BEFORE),
    },
    downloads: series ? councilDownloads(council.key, metric.code, filter) : null,
    compareHref: addresses.compareOf(council.key, metric.code),
    empty: series ? null : emptyWords(filter, figuresWords.none),
  };
}
