import type { Metric } from '#domain/metrics';
import { addresses } from '../../addresses/addresses.js';
import { withQuery } from '../../addresses/with-query.js';
import { metricWords } from '../../words/metric.words.js';
import { isFunnelled } from './funnel-of.js';

const PAGES = {
  charts: addresses.metric,
  funnel: addresses.metricFunnel,
  table: addresses.metricTable,
  export: addresses.metricExport,
} as const;
export type MetricPageName = keyof typeof PAGES;

/** The pages of one measure, with which figures they show: as known when, of whom. */
const metricPages = (
  metric: Metric,
  current: MetricPageName,
  query: Readonly<Record<string, string>>,
) =>
  (['charts', 'funnel', 'table', 'export'] as const)
    .filter((page) => page !== 'funnel' || isFunnelled(metric))
    .map((page) => ({
      text: metricWords.pages[page],
      href: withQuery(PAGES[page](metric.code), query),
      current: page === current,
    }));

/** What each page of a measure has at its top. */
export const metricHead = (
  metric: Metric,
  current: MetricPageName,
  query: Readonly<Record<string, string>>,
) => ({
  title: current === 'charts' ? metric.title : metricWords.titleOf[current](metric.title),
  section: 'metrics' as const,
  prePublication: metric.prePublication,
  pages: metricPages(metric, current, query),
});
