import { addDecimals, ratioOf } from '#domain/decimal';
import type { Metric } from '#domain/metrics';
import { periodKey } from '#domain/periods';
import type { SeriesPoint } from './series-types.js';

/**
 * An area's points from its councils' points: counts are summed, rates recomputed from summed numerators and
 * denominators (a rate is never averaged), each with its coverage. A metric that does not add has none.
 */
export function addUpAreas(
  metric: Metric,
  councils: readonly (readonly SeriesPoint[])[],
  expected: number,
): readonly SeriesPoint[] {
  if (metric.adds.areas === 'none') return [];
  const byPeriod = new Map<string, SeriesPoint[]>();
  for (const point of councils.flat()) {
    if (point.state !== 'value') continue;
    if (metric.adds.areas === 'ratio' && (point.numerator === null || point.denominator === null))
      continue;
    const key = periodKey(point.period);
    const known = byPeriod.get(key);
    if (known) known.push(point);
    else byPeriod.set(key, [point]);
  }
  return [...byPeriod.values()]
    .map((points) => total(metric, points, expected))
    .filter((point) => point !== null)
    .sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
}

const SCALE = { percent: 100, per100: 100, count: 1, pounds: 1, score: 1, category: 1 } as const;

function total(
  metric: Metric,
  points: readonly SeriesPoint[],
  expected: number,
): SeriesPoint | null {
  const newest = points.reduce<SeriesPoint | null>(
    (a, b) => (a && a.knownSeq >= b.knownSeq ? a : b),
    null,
  );
  if (!newest) return null;
  const sumOf = (pick: (point: SeriesPoint) => string | null) =>
    addDecimals(points.map((p) => pick(p) ?? '0'));
  const isSum = metric.adds.areas === 'sum';
  const numerator = isSum ? null : sumOf((p) => p.numerator);
  const denominator = isSum ? null : sumOf((p) => p.denominator);
  const value = isSum
    ? sumOf((p) => p.value)
    : ratioOf(numerator ?? '0', denominator ?? '0', SCALE[metric.unit], metric.decimals);
  return {
    ...newest,
    numerator,
    denominator,
    value,
    standing: points.some((p) => p.standing === 'provisional') ? 'provisional' : newest.standing,
    submissionId: null,
    comment: null,
    demonstration: points.some((p) => p.demonstration),
    coverage: { reported: points.length, expected },
  };
}
