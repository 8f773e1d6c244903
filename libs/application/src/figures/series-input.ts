import type { AssessedInput, JudgedPoint } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { isMonth, monthsBefore, periodKey, type Day, type Period } from '#domain/periods';
import type { LimitDecision, Programme } from '../ports/index.js';
import type { SeriesPoint } from './series-types.js';

/** A figure of a series, as rules and assessments look at it. */
export const judgedPoint = ({
  period,
  numerator,
  denominator,
  value,
  state,
  standing,
}: SeriesPoint): JudgedPoint => ({ period, numerator, denominator, value, state, standing });

/** Missing points by their periods: one object a period, so that two series can be compared point by point. */
const MISSING = new Map<string, JudgedPoint>();

/** A period that was expected and has no figure. */
function missing(period: Period): JudgedPoint {
  const key = periodKey(period);
  const known = MISSING.get(key) ?? {
    period,
    ...{ numerator: null, denominator: null, value: null, state: 'missing', standing: null },
  };
  MISSING.set(key, known);
  return known;
}

/** Every period from the first point on: months between the points, and what was expected, stand in it as missing. */
export function withEveryPeriod(
  points: readonly JudgedPoint[],
  expected: readonly Period[],
): readonly JudgedPoint[] {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return [];
  if (isWhole(points) && expected.every(({ start }) => start <= last.period.start)) return points;
  const every = new Map(points.map((point) => [periodKey(point.period), point]));
  const add = (period: Period): void => {
    if (!every.has(periodKey(period))) every.set(periodKey(period), missing(period));
  };
  if (isMonth(first.period))
    for (const [index, { period }] of points.entries()) {
      const before = points[index - 1]?.period.end ?? period.start;
      for (let month = period; month.start > before;) add((month = monthsBefore(month, 1)));
    }
  for (const period of expected) if (period.start > first.period.start) add(period);
  return [...every.values()].sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
}

/** Whether points are months that follow each other without a gap. */
const isWhole = (points: readonly JudgedPoint[]): boolean =>
  points.every(
    ({ period }, at) =>
      isMonth(period) && (at === 0 || period.start === points[at - 1]?.period.end),
  );

/** What of a metric an assessment is made from. */
export const metricPart = (metric: Metric): AssessedInput['metric'] => ({
  code: metric.code,
  major: metric.major,
  type: metric.type,
  unit: metric.unit,
  basis: metric.basis,
  direction: metric.direction,
  decimals: metric.decimals,
});

/**
 * The first day from which a reform, or reporting itself, can be in the figures: a baseline lies before it. For a reform's own
 * measure its participation; for others the first of the council's membership and any participation.
 */
export function goLiveOf({ register }: Programme, metric: Metric, councilId: number): Day | null {
  const own = <T extends { readonly councilId: number }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.councilId === councilId);
  const isForAll = metric.type !== 'measure' || metric.askedOf === 'all';
  const days = [
    ...(metric.type === 'measure' ? own(register.memberships).map(({ from }) => from) : []),
    ...own(register.participations)
      .filter((one) => isForAll || one.reform === metric.askedOf)
      .map(({ from }) => from),
  ];
  return days.sort()[0] ?? null;
}

/** Every re-basing counts, and of baselines the last. */
export function decidedOf(
  limits: readonly LimitDecision[],
): Pick<AssessedInput, 'rebases' | 'baseline'> {
  const baselines = limits.flatMap(({ what, from, by, reason }) =>
    what.kind === 'baseline' ? [{ from, points: what.points, by, reason }] : [],
  );
  return {
    rebases: limits.flatMap(({ what, from, by, reason }) =>
      what.kind === 'rebase' ? [{ from, by, reason }] : [],
    ),
    baseline: baselines.at(-1) ?? null,
  };
}
