import type { Period } from '#domain/periods';
import type { ChartPoint } from '../../charts/chart-model.js';
import type { ChartRange } from '../../charts/chart-scale.js';
import { drawSparkline } from '../../charts/sparkline.js';
import { formatFigure } from '../../format/format-figure.js';
import { formatPeriod } from '../../format/format-period.js';
import { sparkWords } from '../../words/spark.words.js';
import { findingOf } from './series-figure.js';
import type { ShownSeries } from './show-series.js';

/** One series among many: what it is of, its finding, its newest figure, and a small picture. */
export type SparkFigure = {
  readonly id: string;
  readonly heading: string;
  /** Where its chart and its table are. */
  readonly href: string;
  readonly finding: string;
  /** The newest figure with its period; null without one. */
  readonly newest: string | null;
  /** Null where there is nothing to draw. */
  readonly svg: string | null;
};

export type SparkOptions = Pick<SparkFigure, 'id' | 'heading' | 'href'> & {
  readonly range: ChartRange;
  /** The points of the series as they are drawn. */
  readonly drawn: readonly ChartPoint[];
  /** The newest period that others have; see `findingSentences`. */
  readonly expected: Period | undefined;
};

export function sparkFigure(shown: ShownSeries, options: SparkOptions): SparkFigure {
  const { id, heading, href, range, expected, drawn } = options;
  const { points, metric } = shown.series;
  const newest = points.at(-1);
  const saidBy = `${id}-says`;
  return {
    ...{ id, heading, href },
    finding: findingOf(shown, expected).title,
    newest:
      newest === undefined
        ? null
        : sparkWords.newest(formatPeriod(newest.period), formatFigure(newest, metric)),
    svg: drawn.some(({ value }) => value !== null)
      ? drawSparkline({ points: drawn, events: shown.events, range, saidBy })
      : null,
  };
}
