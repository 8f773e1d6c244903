import type { AssessedSeries } from '#application/assessments';
import type { ReturnView } from '#application/returns';
import type { AlertRecord, Programme } from '#application/ports';
import type { Metric } from '#domain/metrics';
import type { Council } from '#domain/register';
import { figuresWords } from '../../words/figures.words.js';
import { addresses } from '../../addresses/addresses.js';
import { addressOfTheme } from '../../addresses/theme-address.js';
import { besideWords } from '../../words/beside.words.js';
import { byTheme, publishedThemes } from '../return-order.js';
import { besideSeries } from './beside-series.js';
import type { FigurePart } from './figure-parts.js';
import { emptyWords, type FiguresFilter } from './figures-filter.js';
import { chartsHere } from './improvement-figure.js';
import { seriesFigure } from './series-figure.js';
import { joinEvents } from './series-events.js';
import { shortTable } from './series-table.js';
import { showSeries } from './show-series.js';
import { howToRead } from './how-to-read.js';

export type CouncilFigures = {
  readonly council: Council;
  /** Whole: limits rest on every figure, however few are shown. */
  readonly series: readonly AssessedSeries[];
  readonly filter: FiguresFilter;
  readonly programme: Programme;
  /** The council's returns, newest first: the newest is what it is expected to have reported. */
  readonly returns: readonly ReturnView[];
  /** Open alerts of the council. */
  readonly alerts: readonly AlertRecord[];
  readonly part: FigurePart;
};

/** The metrics that monthly figures are shown of. */
export const measureCodes = (metrics: readonly Metric[]): readonly string[] =>
  metrics.filter(({ type }) => type === 'measure').map(({ code }) => code);

/** How many months the table beneath a chart has here; a page with all of them is one step away. */
const ROWS_HERE = 3;

/** The month that a council should have figures for by now; none where it said that there is nothing to report. */
export const expectedOf = (newest: ReturnView | undefined) =>
  newest && newest.status !== 'NIL' && newest.status !== 'NOT_DUE' ? newest.period : undefined;

/** A council's figures by theme: each measure with its finding, its chart and its table. */
export function presentCouncilFigures({ council, filter, programme, ...all }: CouncilFigures) {
  const { asKnownOn, from } = filter;
  const shown = all.series
    .map((one) => showSeries(one, { programme, from }))
    .filter(({ points }) => points.length > 0);
  const { returnDefinition } = programme;
  const key = joinEvents(shown.map(({ events }) => events));
  const figures = shown.map((one) => ({
    shown: one,
    figure: seriesFigure(one, {
      id: one.series.metric.code,
      heading: one.series.metric.title,
      size: 'wide',
      range: null,
      expected: asKnownOn === null ? expectedOf(all.returns[0]) : undefined,
      asKnownOn,
      chartOf: chartsHere(council.key),
      key,
    }),
  }));
  const findings = new Map(
    figures.map(({ figure: { id, title } }) => {
      const href = all.part.drawn.has(id) ? `#${id}` : addresses.monthlySeries(council.key, id);
      return [id, { href, title }] as const;
    }),
  );
  const drawn = figures.filter(({ figure }) => all.part.drawn.has(figure.id));
  // Alerts are of now, and say nothing of a day in the past.
  const alerts = asKnownOn === null ? all.alerts : [];
  const published = publishedThemes(programme.metrics, returnDefinition);
  return {
    events: key.map(({ what }) => what.join(', ')),
    how: howToRead,
    parts: all.part.ways,
    themes: byTheme(drawn, (one) => one.shown.series.metric, returnDefinition).map(
      ({ title, items }) => ({
        id: addressOfTheme(title),
        title,
        boardHref: addresses.board(council.key, title),
        compare: published.some((theme) => theme.title === title)
          ? {
              text: besideWords.compare(title),
              href: addresses.publishedHistory(council.key, title),
            }
          : null,
        measures: items.map(({ shown: one, figure }) => {
          const { metric } = one.series;
          return {
            ...figure,
            beside: besideSeries(one, { programme, alerts, findings }),
            table: shortTable(one, council.key, ROWS_HERE),
            whole:
              one.points.length > ROWS_HERE
                ? {
                    text: figuresWords.whole(one.points.length, metric.title),
                    href: addresses.monthlySeries(council.key, metric.code),
                  }
                : null,
          };
        }),
      }),
    ),
    empty: shown.length > 0 ? null : emptyWords(filter, figuresWords.none),
    prePublication: shown.some(({ series }) => series.metric.prePublication),
  };
}
