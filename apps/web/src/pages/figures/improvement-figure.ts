import type { Metric } from '#domain/metrics';
import { readingWords } from '../../words/reading.words.js';
import { addresses, addressOfSeries } from '../../addresses/addresses.js';
import type { ShownSeries } from './show-series.js';

/** The label of an improvement; with side-effects to check, the measures that moved, each with its way and a link to its chart. */
export type ImprovementFigure = {
  readonly text: string;
  readonly moved: readonly { readonly text: string; readonly href: string; readonly way: string }[];
};

export function improvementFigure(
  { improvement }: Pick<ShownSeries, 'improvement'>,
  chartOf: (metric: Metric) => string,
): ImprovementFigure | null {
  if (improvement === null) return null;
  const { clean, guarded, moved } = readingWords.improvement;
  return {
    text: improvement.moved.length === 0 ? clean : guarded,
    moved: improvement.moved.map(({ metric, adverse }) => ({
      ...{ text: metric.title, href: chartOf(metric), way: moved[adverse] },
    })),
  };
}

/** Where the chart of a council's measure is, as known on the day that the page shows; empty for today. */
export const chartsOf =
  (councilKey: string, known: string) =>
  (metric: Metric): string => {
    const query = known === '' ? '' : `?known=${encodeURIComponent(known)}`;
    return metric.type === 'published'
      ? `${addresses.publishedHistory(councilKey, metric.theme)}${query}#${metric.code}`
      : `${addresses.monthlySeries(councilKey, metric.code)}${query}`;
  };

/** The same from a page that shows every measure of the council. */
export const chartsHere =
  (councilKey: string) =>
  (metric: Metric): string =>
    addressOfSeries(councilKey, metric, '');
