import type { ReturnView } from '#application/returns';
import type { SeriesView } from '#application/figures';
import type { AgreedPlan } from '#domain/judgement';
import type { Metric, ReturnDefinition } from '#domain/metrics';
import type { Council } from '#domain/register';
import { figuresWords } from '../../words/figures.words.js';
import { addresses } from '../../addresses/addresses.js';
import { addressOfTheme } from '../../addresses/theme-address.js';
import { byTheme } from '../return-order.js';
import { emptyWords, type FiguresFilter } from './figures-filter.js';
import { seriesFigure } from './series-figure.js';
import { seriesTable } from './series-table.js';

export type CouncilFigures = {
  readonly council: Council;
  readonly series: readonly SeriesView[];
  readonly plans: readonly AgreedPlan[];
  readonly filter: FiguresFilter;
  readonly definition: ReturnDefinition;
  /** The council's returns, newest first: the newest is what it is expected to have reported. */
  readonly returns: readonly ReturnView[];
};

/** The metrics that monthly figures are shown of. */
export const measureCodes = (metrics: readonly Metric[]): readonly string[] =>
  metrics.filter(({ type }) => type === 'measure').map(({ code }) => code);

/** The figures of the time that was chosen. */
const within = (series: SeriesView, from: string | null): SeriesView =>
  from === null
    ? series
    : { ...series, points: series.points.filter(({ period }) => period.start >= from) };

/** How many months the table beneath a chart has here; a page with all of them is one step away. */
const ROWS_HERE = 6;
const newestOf = (series: SeriesView): SeriesView => ({
  ...series,
  points: series.points.slice(-ROWS_HERE),
});

/** The month that a council should have figures for by now; none where it said that there is nothing to report. */
const expectedOf = (newest: ReturnView | undefined) =>
  newest && newest.status !== 'NIL' && newest.status !== 'NOT_DUE' ? newest.period : undefined;

/** A council's figures by theme: each measure with its finding, its chart and its table. */
export function presentCouncilFigures({ council, plans, filter, ...all }: CouncilFigures) {
  const series = all.series
    .map((one) => within(one, filter.from))
    .filter(({ points }) => points.length > 0);
  return {
    themes: byTheme(series, ({ metric }) => metric, all.definition).map(({ title, items }) => ({
      id: addressOfTheme(title),
      title,
      measures: items.map((one) => ({
        ...seriesFigure(one, {
          id: one.metric.code,
          heading: one.metric.title,
          size: 'wide',
          plan: plans.find(({ metric }) => metric === one.metric.code),
          range: null,
          expected: filter.asKnownOn === null ? expectedOf(all.returns[0]) : undefined,
          asKnownOn: filter.asKnownOn,
        }),
        table: seriesTable(newestOf(one), council.key),
        whole:
          one.points.length > ROWS_HERE
            ? {
                text: figuresWords.whole(one.points.length, one.metric.title),
                href: addresses.monthlySeries(council.key, one.metric.code),
              }
            : null,
      })),
    })),
    empty: series.length > 0 ? null : emptyWords(filter, figuresWords.none),
    prePublication: series.some(({ metric }) => metric.prePublication),
  };
}
