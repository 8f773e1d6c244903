import type { BoxSum, Metric } from '#domain/metrics';

const boxesIn = (sum: BoxSum | null): readonly string[] => (sum ? [...sum.plus, ...sum.minus] : []);

/** The stored figures that a metric is made of: itself, or for a measure its boxes and prefilled numbers. */
export function storedCodes(metric: Metric): readonly string[] {
  if (metric.type !== 'measure') return [metric.code];
  const { denominator } = metric;
  const below =
    denominator.kind === 'sum'
      ? boxesIn(denominator.sum)
      : denominator.kind === 'lagged'
        ? [denominator.box]
        : denominator.kind === 'prefilled'
          ? [denominator.name]
          : [];
  const parts = metric.breakdown?.parts.map((part) => part.box) ?? [];
  return [...new Set([...boxesIn(metric.numerator), ...below, ...parts])];
}

/** How many months before a period a measure looks: a lagged denominator stands in an earlier month. */
export const monthsLookedBack = (metric: Metric): number =>
  metric.denominator.kind === 'lagged'
    ? metric.denominator.lagMonths
    : metric.denominator.kind === 'prefilled'
      ? 24
      : 0;
