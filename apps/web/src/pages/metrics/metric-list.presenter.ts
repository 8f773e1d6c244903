import type { Metric, ReturnDefinition } from '#domain/metrics';
import { addresses } from '../../addresses/addresses.js';
import { metricWords } from '../../words/metric.words.js';
import { inReturnOrder } from '../return-order.js';
import { cell, linkCell } from '../tables.js';

/** Every measure by theme, in the order of the return, and the published series after them. */
export function presentMetricList(metrics: readonly Metric[], definition: ReturnDefinition) {
  const shown = inReturnOrder(
    metrics.filter(({ type }) => type !== 'box'),
    (metric) => metric,
    definition,
  );
  const themeOf = (metric: Metric): string =>
    metric.type === 'published' ? metricWords.published : metric.theme;
  const themes = [...new Set(shown.map(themeOf))];
  return {
    title: metricWords.listTitle,
    section: 'metrics' as const,
    themes: themes.map((theme) => ({
      title: theme,
      table: {
        caption: metricWords.listCaption(theme),
        head: [{ text: metricWords.listHead.measure }, { text: metricWords.listHead.why }],
        rows: shown
          .filter((metric) => themeOf(metric) === theme)
          .map((metric) => [
            linkCell(metric.title, addresses.metric(metric.code)),
            cell(metric.why || (metric.source ?? '')),
          ]),
      },
    })),
  };
}
