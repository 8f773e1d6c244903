import {
  baselinePlaces,
  checkAssessed,
  isRecentlyRebased,
  orientedFigures,
} from './assessed-series.js';
import type {
  AssessedBaseline,
  AssessedMonth,
  AssessedSeries,
  AssessRefusal,
  OffTrackAssessment,
  OffTrackRule,
  RuleStanding,
} from './assessment-types.js';
import { FEWEST_BASELINE_POINTS } from './frozen-baseline.js';
import { noAlertReason, type NoAlertReason } from './no-alert-reason.js';
import { signOf } from './oriented-baseline.js';
import { chanceRulePath, sumRulePath } from './rule-paths.js';
import { setUpOf, type SetUp } from './set-up.js';
import type { OrientedFigure, SumJudge } from './sum-judge.js';
import { chanceOfTarget, chanceWords, type TargetChance } from './target-probability.js';
import { onMilestones } from './trajectory.js';

const PERCENT = 100;

/**
 * Everything the off-track rules say of one series: each month after its frozen baseline, which alerts are open, what opened
 * or cleared with the newest month, why nothing new may be alerted, and the chance of meeting the target. A month without a
 * figure leaves sums and alerts as they were. Of counts, the binomial form judges where few cases fall on the rarer side or
 * the values never change, provided that every baseline point has its count. After the plan's end its last value stands.
 * Refuses INVALID_DIRECTION, INVALID_VALUE, NOT_COUNTS, INVALID_BASELINE and INVALID_PLAN (no positions, no numbers); never
 * throws. Sources: as of {@link sumRulePath}'s and {@link chanceOfTarget}'s parts.
 */
export function assessOffTrack(series: AssessedSeries): OffTrackAssessment | AssessRefusal {
  const refusal = checkAssessed(series);
  if (refusal !== null) return refusal;
  const figures = orientedFigures(series, signOf(series.direction));
  const places = baselinePlaces(series);
  const setUp = setUpAt(series, figures, places);
  const blocked = noAlertReason({
    baselinePoints: places.length,
    hasSpread: setUp !== null,
    latest: series.points.at(-1) ?? {},
    recentRebase: isRecentlyRebased(series, series.points.length - 1),
  });
  if (setUp === null || places.length < FEWEST_BASELINE_POINTS) return unjudged(blocked);
  const judged: Judged = { series, figures, setUp, places, end: places.at(-1) ?? 0 };
  const chances = chancesByMonth(judged);
  const months = monthsOf(judged, { chances, blocked });
  const newest = figures.findLastIndex(({ value }) => value !== null);
  const chance = chances[newest] ?? null;
  return {
    baseline: baselineOf(judged),
    months,
    latest: latestOf(months.at(-1) ?? null, blocked),
    chance: chance && { ...chance, words: chanceWords(chance.pMet, newest - judged.end) },
  };
}

type Judged = {
  readonly series: AssessedSeries;
  readonly figures: readonly OrientedFigure[];
  readonly places: readonly number[];
  readonly setUp: SetUp;
  /** The baseline's last position: monitoring begins after it. */
  readonly end: number;
};

function setUpAt(
  { direction, scale = PERCENT }: AssessedSeries,
  figures: readonly OrientedFigure[],
  places: readonly number[],
): SetUp | null {
  const baseline = places.flatMap((at) => figures[at] ?? []);
  return setUpOf(baseline, { direction, scale });
}

const unjudged = (blocked: NoAlertReason | null): OffTrackAssessment => ({
  baseline: null,
  months: [],
  latest: { blocked, open: [], opened: [], cleared: [], shoutOut: false },
  chance: null,
});

function baselineOf({ series, places, setUp }: Judged): AssessedBaseline {
  const { mean, sigma, lag1, points, judge } = setUp;
  return {
    from: places[0] ?? 0,
    points,
    mean: signOf(series.direction) * mean,
    sigma,
    lag1,
    form: judge.form,
    limit: judge.limit,
  };
}

function monthsOf(
  judged: Judged,
  {
    chances,
    blocked,
  }: {
    readonly chances: readonly (TargetChance | null)[];
    readonly blocked: NoAlertReason | null;
  },
): readonly AssessedMonth[] {
  const { series, figures, places, setUp, end } = judged;
  const later = figures.flatMap((figure, at) => {
    const last = at === figures.length - 1;
    const muted = (last && blocked !== null) || isRecentlyRebased(series, at);
    return at > end ? [{ at, figure, muted }] : [];
  });
  const mirrored = figures.map(mirror);
  const opposite = setUpAt(
    { ...series, direction: series.direction === 'increase' ? 'decrease' : 'increase' },
    mirrored,
    places,
  );
  const plan = planOf(judged);
  const path = (judge: SumJudge, level?: (at: number) => number) =>
    sumRulePath(
      later.map((month) => ({ ...month, ...(level && { level: level(month.at) }) })),
      judge,
    );
  const worse = path(setUp.judge);
  const better = sumRulePath(
    later.map(({ figure, muted }) => ({ figure: mirror(figure), muted })),
    (opposite ?? setUp).judge,
  );
  const off = plan && path(setUp.judge, plan);
  const unlikely =
    plan &&
    chanceRulePath(
      later.map(({ at, muted }) => ({ month: at - end, pMet: chances[at]?.pMet ?? null, muted })),
    );
  return later.map(({ at }, order) => ({
    position: at,
    value: series.points[at]?.value ?? null,
    planned: plan && signOf(series.direction) * plan(at),
    gettingWorse: worse[order] ?? NOTHING,
    offTrajectory: off?.[order] ?? null,
    targetUnlikely: unlikely?.[order] ?? null,
    gettingBetter: better[order] ?? NOTHING,
  }));
}

const NOTHING: RuleStanding = { open: false, event: null, measure: null, reason: 'NO_FIGURE' };

const mirror = ({ value, count }: OrientedFigure): OrientedFigure => ({
  value: value === null ? null : -value,
  count: count && { good: count.all - count.good, all: count.all },
});

/** The plan's oriented value at a position; null without a plan that goes on after the baseline. */
function planOf({ series, setUp, end }: Judged): ((at: number) => number) | null {
  const sign = signOf(series.direction);
  const later = series.milestones.filter(({ position }) => position > end);
  if (later.length === 0) return null;
  const oriented = later.map(({ position, value }) => ({ position, value: sign * value }));
  const start = { position: end, value: setUp.mean };
  return (at) => onMilestones(start, oriented, at) ?? setUp.mean;
}

/** The chance of the target as of each month; null where there is no figure, in the baseline and from the plan's end on. */
function chancesByMonth({ series, figures, end }: Judged): readonly (TargetChance | null)[] {
  const last = series.milestones.toSorted((a, b) => a.position - b.position).at(-1);
  if (last === undefined) return [];
  const target = signOf(series.direction) * last.value;
  const seen: number[] = [];
  return figures.map(({ value }, at) => {
    if (value === null) return null;
    seen.push(value);
    return at > end ? chanceOfTarget(seen, { target, ahead: last.position - at }) : null;
  });
}

function latestOf(
  month: AssessedMonth | null,
  blocked: NoAlertReason | null,
): OffTrackAssessment['latest'] {
  const rules: readonly (readonly [OffTrackRule, RuleStanding | null])[] =
    month === null
      ? []
      : [
          ['GETTING_WORSE', month.gettingWorse],
          ['OFF_TRAJECTORY', month.offTrajectory],
          ['TARGET_UNLIKELY', month.targetUnlikely],
        ];
  const those = (is: (standing: RuleStanding) => boolean) =>
    rules.flatMap(([rule, standing]) => (standing !== null && is(standing) ? [rule] : []));
  return {
    blocked,
    open: those(({ open }) => open),
    opened: those(({ event }) => event === 'opened'),
    cleared: those(({ event }) => event === 'cleared'),
    shoutOut: month?.gettingBetter.event === 'opened',
  };
}
