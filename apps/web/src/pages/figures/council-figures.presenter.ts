import type { ReturnView } from '#application/returns';
import type { SeriesView } from '#application/figures';
import type { AgreedPlan } from '#domain/judgement';
import type { ReturnDefinition } from '#domain/metrics';
import type { Council } from '#domain/register';
import { figuresWords } from '../../words/figures.words.js';
import { inReturnOrder } from '../return-order.js';
import type { FiguresFilter } from './figures-filter.js';
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

const themeOf = ({ metric }: SeriesView): string =>
  metric.type === 'published' ? figuresWords.publishedTheme : metric.theme;

/** Monthly figures of the time that was chosen; published ones come once a year and are shown whole. */
const within = (series: SeriesView, from: string | null): SeriesView =>
  from === null || series.metric.type === 'published'
    ? series
    : { ...series, points: series.points.filter(({ period }) => period.start >= from) };

/** The month that a council should have figures for by now; none where it said that there is nothing to report. */
const expectedOf = (newest: ReturnView | undefined) =>
  newest && newest.status !== 'NIL' && newest.status !== 'NOT_DUE' ? newest.period : undefined;

/** A council's figures by theme: each measure with its finding, its chart and its table. */
export function presentCouncilFigures({ council, plans, filter, ...all }: CouncilFigures) {
  const series = inReturnOrder(all.series, ({ metric }) => metric, all.definition)
    .map((one) => within(one, filter.from))
    .filter(({ points }) => points.length > 0);
  const themes = [...new Set(series.map(themeOf))];
  return {
    themes: themes.map((title, index) => ({
      id: `theme-${index + 1}`,
      title,
      measures: series
        .filter((one) => themeOf(one) === title)
        .map((one) => ({
          ...seriesFigure(one, {
            id: one.metric.code,
            heading: one.metric.title,
            size: 'wide',
            plan: plans.find(({ metric }) => metric === one.metric.code),
            range: null,
            expected: filter.asKnownOn === null ? expectedOf(all.returns[0]) : undefined,
            asKnownOn: filter.asKnownOn,
          }),
          table: seriesTable(one, council.key),
        })),
    })),
    empty:
      series.length > 0
        ? null
        : filter.asKnownOn === null
          ? figuresWords.none
          : figuresWords.noneThen,
    prePublication: series.some(({ metric }) => metric.prePublication),
  };
}
