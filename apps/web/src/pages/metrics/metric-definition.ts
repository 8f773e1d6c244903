import type { Metric } from '#domain/metrics';
import { listOf } from '../../format/format-list.js';
import { formatDate } from '../../format/format-time.js';
import { metricWords } from '../../words/metric.words.js';

/** What a metric is, for the panel beside its figures: why it is asked, what is counted, what to be careful of. */
export function presentDefinition(metric: Metric, metrics: readonly Metric[]) {
  const titleOf = (code: string): string => metrics.find((one) => one.code === code)?.title ?? code;
  const rows: readonly (readonly [string, string])[] = [
    [metricWords.why, metric.why],
    [metricWords.readBy, metric.readBy],
    [metricWords.numerator, metric.numeratorWords],
    [metricWords.denominator, metric.denominatorWords || metricWords.noDenominator],
    [metricWords.kind, metricWords.basis[metric.basis]],
    [metricWords.direction, metricWords.directions[metric.direction]],
    [metricWords.balanced, listOf(metric.balancedBy.map((one) => titleOf(one.metric)))],
    [metricWords.traps, metric.traps],
    [metricWords.source, metric.source ?? metricWords.returnSource],
    [
      metricWords.version,
      metricWords.versionLine(metric.major, metric.minor, formatDate(metric.validFrom)),
    ],
  ];
  return rows
    .filter(([, words]) => words !== '')
    .map(([key, words]) => ({ key: { text: key }, value: { text: words } }));
}
