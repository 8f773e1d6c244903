import type { SeriesView } from '#application/figures';
import type { ChartedPoint } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import type { Period } from '#domain/periods';
import { chartPoints, planSteps, type ChartEvent } from '../../charts/chart-model.js';
import { sharedRange, type ChartRange } from '../../charts/chart-scale.js';
import { drawSeriesChart, type SeriesChart } from '../../charts/series-chart.js';
import { formatPeriod } from '../../format/format-period.js';
import { chartWords } from '../../words/chart.words.js';
import { readingWords } from '../../words/reading.words.js';
import { findingSentences, silence } from './finding-sentence.js';
import { findingTitle } from './finding-title.js';
import { improvementFigure, type ImprovementFigure } from './improvement-figure.js';
import { marksOf, type Mark } from './marks.js';
import { limitNotes, outlookNotes } from './reading-notes.js';
import { limitedPoints, newestLimited, type ShownSeries } from './show-series.js';
import { toldOf } from './told.js';
import { unusualFinding, unusualOf } from './unusual-finding.js';

export type SeriesFigure = {
  readonly id: string;
  readonly heading: string;
  /** The finding in a sentence or two that stand alone: the title of the chart. */
  readonly title: string;
  /** What is to be said after it: why it is unusual, the newest figure, the year before, the plan. */
  readonly sentence: string;
  /** What the marks beside the chart say, each a picture with its words. */
  readonly marks: readonly Mark[];
  /** That the newest figure is an improvement, and what moved beside it. */
  readonly improvement: ImprovementFigure | null;
  /** Why there are none, and what else is to be known. */
  readonly notes: readonly string[];
  /** What is drawn; null where there is nothing to draw. */
  readonly chart: SeriesChart | null;
  readonly svg: string | null;
  /** The same drawn small, for a window in which the wide one would have to be scrolled; only where that was asked for. */
  readonly narrow?: string | null;
};

/** The labels that stand inside the image of a series. */
export function imageLabels(
  { metric, points }: Pick<SeriesView, 'metric' | 'points'>,
  asKnownOn: string | null,
): readonly string[] {
  return [
    ...(points.some(({ demonstration }) => demonstration) ? [chartWords.demonstration] : []),
    metric.type === 'published' ? chartWords.published : chartWords.councilRecords,
    ...(metric.prePublication ? [chartWords.prePublication] : []),
    ...(asKnownOn === null ? [] : [chartWords.asKnown(asKnownOn)]),
  ];
}

export type FigureOptions = {
  readonly id: string;
  readonly heading: string;
  readonly size: 'wide' | 'small';
  /** The newest period that others have; see `findingSentences`. */
  readonly expected?: Period | undefined;
  /** `limits`: only why there are none; `none`: the page says it once for all. Left out: also what is to come. */
  readonly notes?: 'limits' | 'none';
  /** Shared with the charts beside it; null for a range of its own. */
  readonly range: ChartRange | null;
  readonly asKnownOn: string | null;
  /** Where the chart of another measure of the same council is. */
  readonly chartOf: (metric: Metric) => string;
  /** Events that the page names once for all of its charts; without it each image names its own. */
  readonly key?: readonly ChartEvent[];
  /** Whether it is drawn for narrow windows too: where it stands alone on its page. */
  readonly isAlone?: boolean;
};

/** Whether many figures stand on its page, which names the council or the measure for all of them. */
const isOneOfMany = (size: FigureOptions['size'], key: FigureOptions['key']): boolean =>
  size === 'small' || key !== undefined;

const isSilent = ({ assessed }: ShownSeries): boolean =>
  assessed.points.at(-1)?.state === 'missing';

/** What is said of a series: the title that stands alone, and the sentences that it is made from. */
export function findingOf(shown: ShownSeries, expected: Period | undefined) {
  const { series, plan } = shown;
  const newest = newestLimited(shown);
  const unusual = newest ? unusualFinding(limitedPoints(shown), series.metric) : null;
  const sentences = findingSentences(series, { plan, expected, unusual });
  const isSilentNow = silence(series, expected).length > 0;
  const isLimited = newest !== null;
  const title = findingTitle({ shown, sentences, isLimited, isSilent: isSilentNow });
  return { title, sentences, newest, unusual, isSilentNow };
}

/** One series as a figure: its finding in sentences, its marks, and the chart that shows it. */
export function seriesFigure(shown: ShownSeries, options: FigureOptions): SeriesFigure {
  const { series, assessed, plan } = shown;
  const { id, heading, expected } = options;
  const { title, sentences, newest, unusual, isSilentNow } = findingOf(shown, expected);
  // That it varies as usual, and since when, is the title already; one of many leaves the cause to its description.
  const isSaid =
    isOneOfMany(options.size, options.key) ||
    (newest !== null && 'usualSince' in unusualOf(limitedPoints(shown)));
  const marks = newest
    ? marksOf(assessed, { metric: series.metric, newest, plan, isSilent: isSilent(shown) })
    : [];
  const chart = chartOf(shown, options, title);
  return {
    id,
    heading,
    title,
    sentence: sentences
      .filter((said) => !title.includes(said) && !(isSaid && !isSilentNow && said === unusual))
      .join(' '),
    marks,
    improvement: newest && marks.length > 0 ? improved(shown, newest, options.chartOf) : null,
    notes: [
      ...(options.notes === 'none' ? [] : limitNotes(series, assessed)),
      ...(options.notes === undefined ? outlookNotes(series, assessed, plan) : []),
    ],
    chart,
    svg: chart && drawSeriesChart(chart),
    narrow: options.isAlone === true && chart ? drawNarrow(chart) : null,
  };
}

/** A wide chart as a small one, with a scale of the same values. */
export const drawNarrow = (chart: SeriesChart): string =>
  drawSeriesChart({ ...chart, id: `${chart.id}-narrow`, size: 'small' });

/** Of a council that is silent since, it is said of its last figure. */
function improved(
  shown: ShownSeries,
  { period }: ChartedPoint,
  chartOf: FigureOptions['chartOf'],
): ImprovementFigure | null {
  const said = improvementFigure(shown, chartOf);
  if (!said || !isSilent(shown)) return said;
  return { ...said, text: readingWords.marks.upTo(said.text, formatPeriod(period)) };
}

function chartOf(
  shown: ShownSeries,
  { id, range, asKnownOn, size, key }: FigureOptions,
  finding: string,
): SeriesChart | null {
  const { series, plan } = shown;
  const numbers = new Map(key?.map(({ day, number }) => [day, number]));
  const events = shown.events.map((one) => ({
    ...one,
    number: numbers.get(one.day) ?? one.number,
  }));
  const points = chartPoints(shown.points, shown.limits);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.every(({ value }) => value === null)) return null;
  const between = { first: first.day, last: last.day };
  const steps = planSteps(plan, between);
  return {
    id: `${id}-chart`,
    title: isOneOfMany(size, key)
      ? finding
      : readingWords.told.title(series.area.name, series.metric.title, finding),
    description: toldOf(shown, key === undefined),
    unit: series.metric.unit,
    points,
    plan: steps,
    events,
    eventKey: key ? 'page' : 'image',
    range: range ?? sharedRange([points], series.metric.unit, steps),
    labels: imageLabels(series, asKnownOn),
    size,
  };
}
