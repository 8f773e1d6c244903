import { assessOffTrack, proposeBaseline, type AssessedPoint } from '#statistics';
import type { JudgedPoint } from '../judgement/index.js';
import { isYear } from '../periods/index.js';
import type { AssessedInput, SeriesAssessment } from './assessment-types.js';

/**
 * Whether a monthly series with a direction is off track; null for others: yearly figures are judged by rules of their own,
 * and where no direction is better nothing is worse. The baseline is the one that would be proposed; a person's is kept
 * with the plan when it is confirmed.
 */
export function offTrackOf({
  metric,
  points,
  plan,
  goLive,
  rebases,
}: AssessedInput): SeriesAssessment['offTrack'] {
  if (metric.direction === 'none' || points.some(({ period }) => isYear(period))) return null;
  const positionOf = (day: string): number => points.findIndex(({ period }) => period.start >= day);
  const live = goLive === null ? -1 : positionOf(goLive);
  const proposal = proposeBaseline(
    points.map((point) => numberOf(point) !== null),
    live < 0 ? null : live,
  );
  const rebased = new Set(rebases.map(({ from }) => positionOf(from)));
  const assessed = assessOffTrack({
    direction: metric.direction === 'up' ? 'increase' : 'decrease',
    baseline: proposal,
    points: points.map((point, position) => assessedPoint(point, rebased.has(position))),
    milestones:
      plan?.status === 'agreed'
        ? plan.points.flatMap(({ from, value }) => {
            const position = positionOf(from);
            return position < 0 ? [] : { position, value };
          })
        : [],
  });
  if ('error' in assessed) return null;
  const { baseline, latest, chance } = assessed;
  return {
    baseline: baseline && { ...baseline, proposed: true },
    blocked: latest.blocked,
    open: latest.open,
    shoutOut: latest.shoutOut,
    chance,
  };
}

const numberOf = ({ state, value }: JudgedPoint): number | null =>
  state === 'value' && value !== null ? Number(value) : null;

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
