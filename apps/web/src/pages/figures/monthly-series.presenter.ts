import type { AssessedSeries } from '#application/assessments';
import type { Programme } from '#application/ports';
import type { Metric } from '#domain/metrics';
import type { Council } from '#domain/register';
import { figuresWords } from '../../words/figures.words.js';
import { councilDownloads } from '../metrics/downloads.js';
import { emptyWords, type FiguresFilter } from './figures-filter.js';
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

/** Every month of one measure of a council: its chart, and all of its figures in a table. */
export function presentMonthlySeries({ council, metric, series, filter, ...of }: MonthlySeries) {
  const shown = series && showSeries(series, { programme: of.programme, from: null });
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
        chartOf: chartsOf(council.key, filter.asKnownOn === null ? '' : filter.known),
      }),
      table: seriesTable(shown, council.key),
    },
    yearBefore: shown && presentYearBefore(shown, filter.asKnownOn),
    downloads: series ? councilDownloads(council.key, metric.code, filter) : null,
    empty: series ? null : emptyWords(filter, figuresWords.none),
  };
}
