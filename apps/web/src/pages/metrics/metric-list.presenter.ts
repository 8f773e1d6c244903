import type { Metric, ReturnDefinition } from '#domain/metrics';
import { addressOfTheme } from '../../addresses/theme-address.js';
import { addresses } from '../../addresses/addresses.js';
import { metricWords } from '../../words/metric.words.js';
import { byTheme, type Theme } from '../return-order.js';
import { cell, linkCell, type Cell } from '../tables.js';

const measureCell = ({ title, code, type, loaded }: Metric): Cell =>
  type === 'published' && !loaded
    ? { ...cell(title), note: metricWords.notHeld }
    : linkCell(title, addresses.metric(code));

const themeOf =
  (part: string) =>
  ({ title, items }: Theme<Metric>) => ({
    id: `${part}-${addressOfTheme(title)}`,
    title,
    table: {
      caption: metricWords.listCaption(title),
      head: [{ text: metricWords.listHead.measure }, { text: metricWords.listHead.why }],
      rows: items.map((metric) => [measureCell(metric), cell(metric.why || (metric.source ?? ''))]),
    },
  });

/** Every measure of the return by theme, in its order, and then the published ones by theme. */
export function presentMetricList(metrics: readonly Metric[], definition: ReturnDefinition) {
  const partOf = (
    type: Metric['type'],
    words: { readonly title: string; readonly intro: string },
  ) => ({
    id: type,
    ...words,
    themes: byTheme(
      metrics.filter((metric) => metric.type === type),
      (metric) => metric,
      definition,
    ).map(themeOf(type)),
  });
  return {
    title: metricWords.listTitle,
    section: 'metrics' as const,
    parts: [partOf('measure', metricWords.monthly), partOf('published', metricWords.yearly)].filter(
      ({ themes }) => themes.length > 0,
    ),
  };
}
