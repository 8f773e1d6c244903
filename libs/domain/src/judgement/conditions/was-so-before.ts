import {
  baselineEnd,
  monitorSeries,
  numberOf,
  type AssessedInput,
  type JudgedPoint,
} from '../../assessment/index.js';
import { pooled } from './pooled.js';

const MONTHS_IN_YEAR = 12;

/**
 * Whether a series was as bad already in the last year of its baseline, by place: the same cumulative sum, against what that
 * year had together instead of the mean of the whole baseline, is not above its limit; or one month that is far out is no
 * worse than the worst of that year. A fall that lies in the baseline is no news. Worked out when it is first asked; false
 * without a baseline.
 */
export function wasSoBefore(input: AssessedInput): (at: number, isExtreme: boolean) => boolean {
  let news: ReadonlySet<number> | null = null;
  return (at, isExtreme) => (isExtreme ? hadWorse(input, at) : !(news ??= newsOf(input)).has(at));
}

function hadWorse(input: AssessedInput, at: number): boolean {
  const point = input.points[at];
  const now = point ? numberOf(point) : null;
  const before = lastYear(input)
    .map(numberOf)
    .filter((value) => value !== null);
  if (now === null) return false;
  return before.some((value) => (input.metric.direction === 'up' ? value <= now : value >= now));
}

/** The months of the last year of the baseline; empty without one. */
function lastYear(input: AssessedInput): readonly JudgedPoint[] {
  const end = baselineEnd(input);
  return end === null ? [] : input.points.slice(Math.max(0, end - MONTHS_IN_YEAR + 1), end + 1);
}

/** The places at which the sum against the last year of the baseline is above its limit. */
function newsOf(input: AssessedInput): ReadonlySet<number> {
  const { points } = input;
  const [first] = points;
  const year = pooled(lastYear(input));
  const everywhere = new Set(points.keys());
  if (year === null || !first) return everywhere;
  const level: AssessedInput['plan'] = {
    ...{ councilId: 0, metric: input.metric.code, version: 0, status: 'agreed' },
    ...{ interpolation: 'step', tolerance: 0, agreedOn: null, note: '' },
    points: [{ from: first.period.start, value: year }],
  };
  const monitored = monitorSeries({ ...input, plan: level });
  const limit = monitored?.baseline?.limit;
  if (!monitored || limit === undefined) return everywhere;
  return new Set(
    monitored.months.flatMap(({ position, offTrajectory }) =>
      (offTrajectory?.measure ?? 0) > limit ? [position] : [],
    ),
  );
}
