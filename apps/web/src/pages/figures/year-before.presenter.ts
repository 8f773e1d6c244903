import { ASSESSMENT_OPTIONS, assessYearOnYear, type JudgedPoint } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { monthsBefore } from '#domain/periods';
import { chartPoints } from '../../charts/chart-model.js';
import { sharedRange } from '../../charts/chart-scale.js';
import { drawSeriesChart } from '../../charts/series-chart.js';
import { formatNumber } from '../../format/format-number.js';
import { formatPeriod } from '../../format/format-period.js';
import { readingWords } from '../../words/reading.words.js';
import { yearBeforeWords } from '../../words/year-before.words.js';
import { cell, numberCell, type Table } from '../tables.js';
import { unusualWords } from './causes.js';
import { drawNarrow, imageLabels, type SeriesFigure } from './series-figure.js';
import type { ShownSeries } from './show-series.js';
import { shownLimits } from './shown-limits.js';
import { formatLimit, unusualFinding } from './unusual-finding.js';

const NOTHING = '–';

/**
 * The second view of a monthly series: each month against the same month a year before, where seasons play no part. Null until
 * there are enough such pairs for limits.
 */
export function presentYearBefore(
  shown: ShownSeries,
  asKnownOn: string | null,
): (SeriesFigure & { readonly table: Table }) | null {
  const { series, assessed } = shown;
  if (assessed.isWithheld) return null;
  // A difference is a comparison: whether the figure is good is said of the figure.
  const neutral = { ...series.metric, direction: 'none' as const };
  const view = assessYearOnYear({ metric: neutral, points: assessed.points }, ASSESSMENT_OPTIONS);
  const newest = view?.points.findLast(({ value }) => value !== null);
  if (!view || !newest) return null;
  const metric = differenceOf(series.metric);
  const limits = shownLimits(view);
  const limited = [...limits.values()];
  const points = chartPoints(view.points, limits);
  const unusual =
    limited.length > 0
      ? yearBeforeWords.ofDifferences(unusualFinding(limited, metric))
      : yearBeforeWords.noLimits;
  const sentence = `${changeSentence(newest, metric)} ${unusual}`;
  const id = `${series.metric.code}-year-before`;
  const chart = {
    id: `${id}-chart`,
    title: yearBeforeWords.title(series.area.name, series.metric.title),
    description: sentence,
    unit: metric.unit,
    ...(metric.unit === 'score' ? { axis: yearBeforeWords.axis } : {}),
    points,
    plan: [],
    events: [],
    eventKey: 'page' as const,
    range: sharedRange([points], metric.unit),
    labels: imageLabels(series, asKnownOn),
    size: 'wide' as const,
  };
  return {
    id,
    heading: yearBeforeWords.heading,
    title: changeSentence(newest, metric),
    sentence: unusual,
    chart,
    marks: [],
    improvement: null,
    notes: [yearBeforeWords.note],
    svg: drawSeriesChart(chart),
    narrow: drawNarrow(chart),
    table: {
      caption: yearBeforeWords.caption(series.metric.title),
      head: [
        { text: yearBeforeWords.head.month },
        { text: yearBeforeWords.head.difference, numeric: true },
        { text: readingWords.head.centre, numeric: true },
        { text: readingWords.head.lower, numeric: true },
        { text: readingWords.head.upper, numeric: true },
        { text: readingWords.head.unusual },
      ],
      rows: view.points.toReversed().map((point) => {
        const limit = limits.get(point.period.start);
        const of = (value: number | null | undefined): string =>
          value === null || value === undefined ? NOTHING : formatLimit(value, metric);
        return [
          cell(formatPeriod(point.period)),
          numberCell(point.value === null ? yearBeforeWords.noPair : signed(point.value, metric)),
          ...[limit?.centre, limit?.lower, limit?.upper].map((value) => numberCell(of(value))),
          {
            ...cell(
              limit
                ? (unusualWords(limit, yearBeforeWords.months) ?? readingWords.asUsual)
                : NOTHING,
            ),
            wide: true,
          },
        ];
      }),
    },
  };
}

/** A difference of percentages is one of points, which no axis of percentages fits. */
const differenceOf = (metric: Metric): Metric =>
  metric.unit === 'percent' ? { ...metric, unit: 'score' } : metric;

const signed = (value: string, metric: Metric): string =>
  `${Number(value) > 0 ? '+' : ''}${formatNumber(value, metric)}`;

function changeSentence({ period, value }: JudgedPoint, metric: Metric): string {
  const before = formatPeriod(monthsBefore(period, 12));
  const size = formatNumber(String(Math.abs(Number(value))), metric);
  const words = metric.unit === 'score' ? yearBeforeWords.points(size) : size;
  const month = formatPeriod(period);
  if (Number(value) === 0) return yearBeforeWords.same(month, before);
  return yearBeforeWords.change(month, words, Number(value) > 0, before);
}
