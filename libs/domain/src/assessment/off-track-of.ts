import {
  assessOffTrack,
  isRecentlyRebased,
  proposeBaseline,
  type AssessedPoint,
  type FrozenBaseline,
  type Milestone,
  type OffTrackAssessment,
} from '#statistics';
import { planLevels } from './agreed-plan.js';
import type { JudgedPoint } from './judged-point.js';
import { isMonth, type Day } from '../periods/index.js';
import type { AssessedInput, NewestArrival, SeriesAssessment } from './assessment-types.js';
import { numberOf } from './figures.js';

/** Where `noAlertReason` draws its lines: of how the newest figure came, only the side of them is known. */
const MATURE = 10;
const TOO_LATE = 46;

/**
 * Whether a monthly series with a direction is off track; null for others: yearly figures are judged by rules of their own,
 * and where no direction is better nothing is worse. The baseline is the one that a person confirmed; without one, the one
 * that would be proposed: the months that ended by the day of go-live, whether or not there are figures after it yet.
 */
export function monitorSeries(input: AssessedInput): OffTrackAssessment | null {
  const { metric, points, rebases } = input;
  if (metric.direction === 'none' || !points.every(({ period }) => isMonth(period))) return null;
  const place = placeIn(points);
  const rebased = new Set(rebases.map(({ from }) => place(from)));
  const last = points.length - 1;
  const baseline = baselineOf(input);
  const assessed = assessOffTrack({
    direction: metric.direction === 'up' ? 'increase' : 'decrease',
    baseline,
    points: points.map((point, position) => ({
      ...assessedPoint(point, rebased.has(position)),
      ...(position === last ? arrivalOf(input.newest) : {}),
    })),
    milestones: milestonesOf(input, baseline),
  });
  return 'error' in assessed ? null : assessed;
}

/** What of it is kept with an assessment: what stands at the newest month. */
export function offTrackOf(input: AssessedInput): SeriesAssessment['offTrack'] {
  const monitored = monitorSeries(input);
  if (monitored === null) return null;
  const { baseline, latest, chance } = monitored;
  return {
    baseline: baseline && { ...baseline, proposed: input.baseline === null },
    blocked: latest.blocked,
    open: latest.open,
    shoutOut: latest.shoutOut,
    chance,
  };
}

/**
 * The levels of the agreed plan, by their places. A plan that was level before monitoring began goes on; its last level is the
 * target, by its day.
 */
function milestonesOf(
  { plan, points }: AssessedInput,
  baseline: FrozenBaseline | null,
): readonly Milestone[] {
  if (plan?.status !== 'agreed') return [];
  const place = placeIn(points);
  const levels = planLevels(plan).map(({ from, value }) => ({ position: place(from), value }));
  const target = levels.at(-1);
  if (!target) return [];
  const monitoredFrom = baseline === null ? 0 : lastOf(baseline, points) + 1;
  const milestones: Milestone[] = [];
  for (const [at, { position, value }] of levels.entries()) {
    const until = levels[at + 1]?.position ?? position + 1;
    for (const held of [Math.max(position, monitoredFrom), until - 1])
      if (held >= position && held < until) milestones.push({ position: held, value });
  }
  return target.position < monitoredFrom
    ? [{ position: monitoredFrom, value: target.value }]
    : milestones.filter(({ position }) => position >= 0);
}

/** The places at which nothing new may be opened, since limits were set anew at them or shortly before. */
export function recentlyRebased({ points, rebases }: AssessedInput): ReadonlySet<number> {
  const place = placeIn(points);
  const rebased = new Set(rebases.map(({ from }) => place(from)));
  const series = {
    points: points.map((point, at) => ({ value: numberOf(point), rebase: rebased.has(at) })),
  };
  return new Set([...points.keys()].filter((at) => isRecentlyRebased(series, at)));
}

/** The place of the last point of a series' frozen baseline; null without one. */
export function baselineEnd(input: AssessedInput): number | null {
  const baseline = baselineOf(input);
  const end = baseline && lastOf(baseline, input.points);
  return end === null || end >= input.points.length ? null : end;
}

/** The place of a baseline's last observed point; beyond the series while it has too few. */
function lastOf({ from, points: count }: FrozenBaseline, points: AssessedInput['points']): number {
  const observed = points.flatMap((point, at) =>
    at >= from && numberOf(point) !== null ? [at] : [],
  );
  return observed[count - 1] ?? points.length;
}

/**
 * The place of a day among months that follow each other: that of the first month that begins on or after it. A plan goes on
 * after the last figure and may have begun before the first, so places may be beyond the series, or below 0.
 */
function placeIn(points: readonly JudgedPoint[]): (day: Day) => number {
  const monthsOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const first = monthsOf(points[0]?.period.start ?? '');
  return (day) => monthsOf(day) - first + (day.endsWith('-01') ? 0 : 1);
}

/** The frozen baseline of a series: the one that a person confirmed, or the one that would be proposed; null with neither. */
export function baselineOf({ points, goLive, baseline }: AssessedInput): FrozenBaseline | null {
  if (baseline !== null)
    return { from: Math.max(0, placeIn(points)(baseline.from)), points: baseline.points };
  const live = goLive === null ? -1 : points.findIndex(({ period }) => period.end > goLive);
  const afterwards = goLive !== null && live < 0 ? points.length : null;
  return proposeBaseline(
    points.map((point) => numberOf(point) !== null),
    live < 0 ? afterwards : live,
  );
}

const arrivalOf = ({ matured, tooLate }: NewestArrival) => ({
  workingDaysPastDue: matured ? MATURE : 0,
  daysLate: tooLate ? TOO_LATE : 0,
});

function assessedPoint(point: JudgedPoint, rebase: boolean): AssessedPoint {
  const { numerator, denominator, state, standing } = point;
  const isCounted =
    numerator !== null && denominator !== null && Number(numerator) <= Number(denominator);
  return {
    value: numberOf(point),
    count: isCounted ? { numerator: Number(numerator), denominator: Number(denominator) } : null,
    suppressed: state === 'c' || state === 'low',
    provisional: standing === 'provisional',
    rebase,
  };
}
