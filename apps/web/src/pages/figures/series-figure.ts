import type { SeriesView } from '#application/figures';
import type { AgreedPlan } from '#domain/judgement';
import type { Period } from '#domain/periods';
import { chartPoints, planSteps } from '../../charts/chart-model.js';
import { sharedRange, type ChartRange } from '../../charts/chart-scale.js';
import { drawSeriesChart } from '../../charts/series-chart.js';
import { chartWords } from '../../words/chart.words.js';
import { findingSentence } from './finding-sentence.js';

export type SeriesFigure = {
  readonly id: string;
  readonly heading: string;
  readonly sentence: string;
  readonly svg: string | null;
};

/** The labels that stand inside the image of a series. */
function imageLabels({ metric, points }: SeriesView, asKnownOn: string | null): readonly string[] {
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
  readonly plan: AgreedPlan | undefined;
  /** The newest period that others have; see `findingSentence`. */
  readonly expected?: Period | undefined;
  readonly isBrief?: boolean;
  /** Shared with the charts beside it; null for a range of its own. */
  readonly range: ChartRange | null;
  readonly asKnownOn: string | null;
};

/** One series as a figure: its finding in a sentence, and the chart that shows it. */
export function seriesFigure(series: SeriesView, options: FigureOptions): SeriesFigure {
  const { id, heading, size, plan, expected, isBrief } = options;
  const sentence = findingSentence(series, { plan, expected, isBrief });
  const points = chartPoints(series.points);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.every(({ value }) => value === null)) {
    return { id, heading, sentence, svg: null };
  }
  const steps = planSteps(plan, { first: first.day, last: last.day });
  const svg = drawSeriesChart({
    id: `${id}-chart`,
    title: sentence,
    description: chartWords.description(
      series.metric.title,
      first.label,
      last.label,
      points.length,
    ),
    unit: series.metric.unit,
    points,
    plan: steps,
    range: options.range ?? sharedRange([points], series.metric.unit, steps),
    labels: imageLabels(series, options.asKnownOn),
    size,
  });
  return { id, heading, sentence, svg };
}
