import { targetAt } from '#statistics';
import { monthsBefore, type Day } from '../periods/index.js';

/** A trajectory agreed by named people: a value from each day on, with a tolerance in the metric's own unit. */
export type AgreedPlan = {
  readonly councilId: number;
  readonly metric: string;
  readonly version: number;
  readonly status: 'proposed' | 'agreed' | 'contested' | 'ended';
  /** How it goes from one point to the next: level until the day of the next, or straight towards it, month by month. */
  readonly interpolation: 'step' | 'linear';
  readonly tolerance: number;
  /** By day; the last is the target. */
  readonly points: readonly PlanLevel[];
  readonly agreedOn: Day | null;
  readonly note: string;
};

/** What a plan asks for from a day on, in the metric's own unit. */
export type PlanLevel = { readonly from: Day; readonly value: number };

const TENTHS = 10;

/**
 * What a plan asks for, level by level: its points, and for a straight plan a level for each month in between, to one decimal.
 * After its last point it stays level.
 */
export function planLevels(
  plan: Pick<AgreedPlan, 'interpolation' | 'points'>,
): readonly PlanLevel[] {
  if (plan.interpolation === 'step') return plan.points;
  const levels = plan.points.flatMap((point, at) => {
    const next = plan.points[at + 1];
    if (!next) return [point];
    const months = monthNumber(next.from) - monthNumber(point.from);
    const later = Array.from({ length: Math.max(0, months - 1) }, (_none, month) => ({
      from: monthsAfter(point.from, month + 1),
      value: rounded(point.value + ((next.value - point.value) * (month + 1)) / months),
    }));
    return [point, ...later];
  });
  // A stretch that is level is one level; the last point stays, since it is the target by its day.
  return levels.filter(
    ({ value }, at) => at === 0 || at === levels.length - 1 || value !== levels[at - 1]?.value,
  );
}

/** What an agreed plan asks for on a day; null before its first point, and for a plan that is not agreed. */
export function plannedOn(plan: AgreedPlan | null | undefined, day: Day): number | null {
  return plan?.status === 'agreed' ? targetAt(planLevels(plan), day) : null;
}

const rounded = (value: number): number => Math.round(value * TENTHS) / TENTHS;

const monthNumber = (day: Day): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const monthsAfter = (day: Day, count: number): Day => monthsBefore({ start: day }, -count).start;
