import {
  assessOffTrack,
  proposeBaseline,
  type AssessedPoint,
  type FrozenBaseline,
} from '#statistics';
import type { JudgedPoint } from '../judgement/index.js';
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
export function offTrackOf(input: AssessedInput): SeriesAssessment['offTrack'] {
  const { metric, points, plan, rebases } = input;
  if (metric.direction === 'none' || !points.every(({ period }) => isMonth(period))) return null;
  const place = placeIn(points);
  const rebased = new Set(rebases.map(({ from }) => place(from)));
  const last = points.length - 1;
  const assessed = assessOffTrack({
    direction: metric.direction === 'up' ? 'increase' : 'decrease',
    baseline: baselineOf(input),
    points: points.map((point, position) => ({
      ...assessedPoint(point, rebased.has(position)),
      ...(position === last ? arrivalOf(input.newest) : {}),
    })),
    milestones:
      plan?.status === 'agreed'
        ? plan.points.flatMap(({ from, value }) => {
            const position = place(from);
            return position < 0 ? [] : { position, value };
          })
        : [],
  });
  if ('error' in assessed) return null;
  const { baseline, latest, chance } = assessed;
  return {
    baseline: baseline && { ...baseline, proposed: input.baseline === null },
    blocked: latest.blocked,
    open: latest.open,
    shoutOut: latest.shoutOut,
    chance,
  };
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

function baselineOf({ points, goLive, baseline }: AssessedInput): FrozenBaseline | null {
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
