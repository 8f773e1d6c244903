import type { Metric } from '#domain/metrics';
import { addresses } from '../../addresses/addresses.js';
import { metricWords } from '../../words/metric.words.js';
import { cell, linkCell } from '../tables.js';

/** Every measure by theme, in the order of the return, and the published series after them. */
export function presentMetricList(metrics: readonly Metric[]) {
  const shown = metrics.filter(({ type }) => type !== 'box');
  const themeOf = (metric: Metric): string =>
    metric.type === 'published' ? metricWords.published : metric.theme;
  const themes = [...new Set(shown.map(themeOf))].sort(
    (a, b) => Number(a === metricWords.published) - Number(b === metricWords.published),
  );
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
