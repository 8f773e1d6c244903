import { assessSeries, type AssessedInput, type JudgedPoint } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import { periodKey, type Period } from '#domain/periods';
import { lastGranted } from '#domain/returns';
import {
  decidedOf,
  goLiveOf,
  judgedPoint,
  metricPart,
  withEveryPeriod,
} from '../figures/series-input.js';
import type { SeriesPoint } from '../figures/series-types.js';
import { dueMoment, workingDaysLater } from '../judgement/calendar-memory.js';
import { MATURES_AFTER } from '../judgement/standing-at.js';
import { tooLateFrom } from '../judgement/too-late.js';
import type { Programme } from '../ports/index.js';
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

/**
 * What an assessment of a council's series is made from, and nothing else. `waiting`: keys of periods whose figures came and do
 * not count yet; they are not missing either.
 */
export function councilInput(
  world: Setting,
  metric: Metric,
  of: { councilId: number; points: readonly SeriesPoint[]; waiting?: ReadonlySet<string> },
): AssessedInput {
  const { councilId } = of;
  const points = ofPresentDefinition(metric, of.points);
  const own = <T extends { councilId: number; metric: string }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.councilId === councilId && one.metric === metric.code);
  const { plans, limits } = world.decided;
  const every = withEveryPeriod(
    points.map(judgedPoint),
    expectedNow(world, metric, councilId).map(({ period }) => period),
  ).filter(({ period }) => of.waiting?.has(periodKey(period)) !== true);
  return {
    metric: metricPart(metric),
    points: every,
    plan: own(plans).findLast(({ status }) => status === 'agreed') ?? null,
    goLive: goLiveOf(world.programme, metric, councilId),
    ...decidedOf(own(limits)),
    newest: newestOf(world, metric, { councilId, points, last: every.at(-1)?.period ?? null }),
  };
}

/** The points of a council's series with every period that was to be there by now, as `councilInput` has them. */
export const everyPoint = (
  world: Setting,
  metric: Metric,
  { councilId, points }: { councilId: number; points: readonly SeriesPoint[] },
): readonly JudgedPoint[] =>
  withEveryPeriod(
    ofPresentDefinition(metric, points),
    expectedNow(world, metric, councilId).map(({ period }) => period),
  );

/** What is known of how figures stand, for those who may read the assessment. */
export const standingOf = (metric: Metric, points: readonly SeriesPoint[]) => ({
  published: metric.type === 'published',
  provisional: points.some(({ standing }) => standing === 'provisional'),
  knownSeq: points.reduce((seq, point) => Math.max(seq, point.knownSeq), 0),
});

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
