import type { SeriesView } from '#application/figures';
import type { AgreedPlan } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import type { Council } from '#domain/register';
import { figuresWords } from '../../words/figures.words.js';
import { emptyWords, type FiguresFilter } from './figures-filter.js';
import { seriesFigure } from './series-figure.js';
import { seriesTable } from './series-table.js';

export type MonthlySeries = {
  readonly council: Council;
  readonly metric: Metric;
  /** Undefined where the council has no figure of it. */
  readonly series: SeriesView | undefined;
  readonly plan: AgreedPlan | undefined;
  readonly filter: FiguresFilter;
};

/** Every month of one measure of a council: its chart, and all of its figures in a table. */
export function presentMonthlySeries({ council, metric, series, plan, filter }: MonthlySeries) {
  return {
    title: figuresWords.monthlyTitle(council.name, metric.title),
    councilName: council.name,
    prePublication: metric.prePublication && series !== undefined,
    measure: series && {
      ...seriesFigure(series, {
        id: metric.code,
        heading: metric.title,
        size: 'wide',
        plan,
        range: null,
        asKnownOn: filter.asKnownOn,
      }),
      table: seriesTable(series, council.key),
    },
    empty: series ? null : emptyWords(filter, figuresWords.none),
  };
}
