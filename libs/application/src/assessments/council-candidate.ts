import { assessSeries, type AssessedInput } from '#domain/assessment';
import type { JudgedPoint } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import { isMonth, monthsBefore, periodKey, type Day, type Period } from '#domain/periods';
import { lastGranted } from '#domain/returns';
import type { SeriesPoint } from '../figures/series-types.js';
import { dueMoment, workingDaysLater } from '../judgement/calendar-memory.js';
import { judgedPoint, missing } from '../judgement/judge-metric.js';
import { MATURES_AFTER } from '../judgement/standing-at.js';
import { tooLateFrom } from '../judgement/too-late.js';
import type { LimitDecision, Programme } from '../ports/index.js';
import type { Candidate } from './candidate.js';
import { expectedNow, OPTIONS, type Setting, type World } from './world.js';

/** One council's series of a metric, as it should be assessed; null while it has no figure at all. */
export function councilCandidate(
  world: World,
  metric: Metric,
  of: { councilId: number; points: readonly SeriesPoint[] },
): Candidate | null {
  const { councilId } = of;
  const points = ofPresentDefinition(metric, of.points);
  if (points.length === 0) return null;
  const input = councilInput(world, metric, of);
  return {
    ...{ metric: metric.code, kind: 'council', subject: String(councilId), councilId },
    ...standingOf(metric, points),
    input,
    assess: () => assessSeries(input, OPTIONS),
  };
}

/** Figures from before the metric's present definition are left out: limits over both would say nothing. */
export const ofPresentDefinition = (
  { major, validFrom }: Pick<Metric, 'major' | 'validFrom'>,
  points: readonly SeriesPoint[],
): readonly SeriesPoint[] =>
  major > 1 ? points.filter(({ period }) => period.start >= validFrom) : points;

/** What an assessment of a council's series is made from, and nothing else. */
export function councilInput(
  world: Setting,
  metric: Metric,
  of: { councilId: number; points: readonly SeriesPoint[] },
): AssessedInput {
  const { councilId } = of;
  const points = ofPresentDefinition(metric, of.points);
  const own = <T extends { councilId: number; metric: string }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.councilId === councilId && one.metric === metric.code);
  const { plans, limits } = world.decided;
  const every = withEveryPeriod(
    points.map(judgedPoint),
    expectedNow(world, metric, councilId).map(({ period }) => period),
  );
  return {
    metric: metricPart(metric),
    points: every,
    plan: own(plans).findLast(({ status }) => status === 'agreed') ?? null,
    goLive: goLiveOf(world.programme, metric, councilId),
    ...decidedOf(own(limits)),
    newest: newestOf(world, metric, { councilId, points, last: every.at(-1)?.period ?? null }),
  };
}

/** Every re-basing counts, and of baselines the last. */
function decidedOf(limits: readonly LimitDecision[]): Pick<AssessedInput, 'rebases' | 'baseline'> {
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

export const metricPart = (metric: Metric): AssessedInput['metric'] => ({
  code: metric.code,
  major: metric.major,
  type: metric.type,
  unit: metric.unit,
  basis: metric.basis,
  direction: metric.direction,
  decimals: metric.decimals,
});

/** What is known of how figures stand, for those who may read the assessment. */
export const standingOf = (metric: Metric, points: readonly SeriesPoint[]) => ({
  published: metric.type === 'published',
  provisional: points.some(({ standing }) => standing === 'provisional'),
  knownSeq: points.reduce((seq, point) => Math.max(seq, point.knownSeq), 0),
});

/** Every period from the first point on: months between the points, and what was expected, stand in it as missing. */
export function withEveryPeriod(
  points: readonly JudgedPoint[],
  expected: readonly Period[],
): readonly JudgedPoint[] {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return [];
  const every = new Map(points.map((point) => [periodKey(point.period), point]));
  const add = (period: Period): void => {
    if (!every.has(periodKey(period))) every.set(periodKey(period), missing(period));
  };
  if (isMonth(first.period))
    for (
      let month = monthsBefore(last.period, 1);
      month.start > first.period.start;
      month = monthsBefore(month, 1)
    )
      add(month);
  for (const period of expected) if (period.start > first.period.start) add(period);
  return [...every.values()].sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
}

/** The first day on which a reform can be in the figures: any, or the one that the measure belongs to. */
function goLiveOf({ register }: Programme, metric: Metric, councilId: number): Day | null {
  const days = register.participations
    .filter(
      (one) =>
        one.councilId === councilId &&
        (metric.type !== 'measure' || metric.askedOf === 'all' || one.reform === metric.askedOf),
    )
    .map(({ from }) => from)
    .sort();
  return days[0] ?? null;
}

/** Figures of published files are out when they are out; a return matures, and may be far too late. */
function newestOf(
  { programme, extensions, now }: Setting,
  metric: Metric,
  of: { councilId: number; points: readonly SeriesPoint[]; last: Period | null },
): AssessedInput['newest'] {
  const { councilId, points, last } = of;
  if (metric.type === 'published' || last === null) return { matured: true, tooLate: false };
  const key = periodKey(last);
  const granted = extensions.filter((one) => one.councilId === councilId && one.period === key);
  const arrived = points.find(({ period }) => periodKey(period) === key)?.knownAt ?? now;
  const due = dueMoment(programme, last, lastGranted(granted));
  return {
    matured: hasMatured(programme, last, now),
    tooLate: arrived >= tooLateFrom(due),
  };
}

export const hasMatured = (programme: Programme, period: Period, now: Date): boolean =>
  workingDaysLater(programme, dueMoment(programme, period), MATURES_AFTER) <= now;
