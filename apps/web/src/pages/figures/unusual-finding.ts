import type { ChartedPoint } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { formatNumber } from '../../format/format-number.js';
import { formatPeriod } from '../../format/format-period.js';
import { readingWords } from '../../words/reading.words.js';
import { firstCause, type Cause } from './causes.js';

/** A centre or limit in the metric's unit: with a decimal even where figures are whole. */
export const formatLimit = (value: number | null, { unit, decimals }: Metric): string =>
  value === null ? '–' : formatNumber(String(value), { unit, decimals: Math.max(1, decimals) });

/** How far back something unusual is still the finding of a series that is usual again. */
const STILL_NEWS = 12;

/** What is unusual about a series: its newest point, or what was unusual within the last 12 and has ended. */
export type Unusual = {
  readonly cause: Cause;
  readonly type: Exclude<ChartedPoint['type'], 'common_cause'>;
  /** In, since, or from when to when. */
  readonly when: string;
  readonly isNow: boolean;
};

/**
 * What is unusual about a series, or the first period of its usual stretch where nothing is. `points`: those with limits, oldest
 * first, at least one.
 */
export function unusualOf(
  points: readonly ChartedPoint[],
): { readonly unusual: Unusual } | { readonly usualSince: string } {
  const newest = points.findLastIndex((point) => firstCause(point) !== null);
  const point = points[newest];
  const cause = point && firstCause(point);
  if (!point || !cause || point.type === 'common_cause' || newest < points.length - STILL_NEWS) {
    const since = points[newest + 1]?.period ?? points[0]?.period;
    return { usualSince: since ? formatPeriod(since) : '' };
  }
  const isNow = newest === points.length - 1;
  const when = whenOf({ first: beginOf(points, newest, cause), last: point }, isNow);
  return { unusual: { cause, type: point.type, when, isNow } };
}

/** The average around which the newest point varies. */
export const centreOf = (points: readonly ChartedPoint[], metric: Metric): string =>
  formatLimit(points.at(-1)?.centre ?? null, metric);

/** The same in one sentence; see `unusualOf`. */
export function unusualFinding(points: readonly ChartedPoint[], metric: Metric): string {
  const { finding, meanings } = readingWords;
  const centre = centreOf(points, metric);
  const found = unusualOf(points);
  if ('usualSince' in found) return finding.usual(found.usualSince, centre);
  const { cause, type, when, isNow } = found.unusual;
  const said = finding.means(finding[cause.kind][cause.side](when), meanings[type]);
  return isNow ? said : `${said} ${finding.usualSince(centre)}`;
}

/** Where an unusual stretch began: for a shift the first point on its side, otherwise the first of the same cause. */
function beginOf(points: readonly ChartedPoint[], at: number, cause: Cause): ChartedPoint {
  const belongs = (point: ChartedPoint): boolean => {
    if (cause.kind === 'shift')
      return cause.side === 'high'
        ? point.value > (point.centre ?? Infinity)
        : point.value < (point.centre ?? -Infinity);
    const other = firstCause(point);
    return other?.kind === cause.kind && other.side === cause.side;
  };
  let first = at;
  while (first > 0 && points[first - 1] && belongs(points[first - 1] as ChartedPoint)) first -= 1;
  return points[first] as ChartedPoint;
}

function whenOf(
  { first, last }: { readonly first: ChartedPoint; readonly last: ChartedPoint },
  isNow: boolean,
): string {
  const { finding } = readingWords;
  const [begin, end] = [formatPeriod(first.period), formatPeriod(last.period)];
  if (begin === end) return finding.in(end);
  return isNow ? finding.since(begin) : finding.span(begin, end);
}
