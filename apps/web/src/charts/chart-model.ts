import type { ChartedPoint } from '#domain/assessment';
import { planLevels, type AgreedPlan, type JudgedPoint } from '#domain/assessment';
import type { Day } from '#domain/periods';
import type { PointType } from '#statistics';
import { formatPeriod } from '../format/format-period.js';

/** What the shape and colour of a point say. */
export type PointMark = 'usual' | 'improvement' | 'concern' | 'neither';

/** What is usual at a point: centre and process limits, in the unit of the values. `group`: which set of limits. */
export type PointLimits = {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly group: number;
};

/** One place along a chart: a value, or a gap with what kind of gap it is. */
export type ChartPoint = {
  /** Days since 1970, of the start of the period. */
  readonly day: number;
  readonly label: string;
  readonly value: number | null;
  readonly isProvisional: boolean;
  /** Nobody has sent it: drawn as a cross. Other gaps are only gaps. */
  readonly isMissing: boolean;
  readonly mark: PointMark;
  /** Null where the chart shows none. */
  readonly limits: PointLimits | null;
};

/** A stretch of an agreed plan, with how far from it is still near it. */
export type PlanStep = {
  readonly fromDay: number;
  readonly toDay: number;
  readonly value: number;
  readonly tolerance: number;
};

/** Something that happened on a day and may explain a chart; a break is a change of what is counted. */
export type ChartEvent = {
  readonly day: number;
  /** The number at its line, which a key explains. */
  readonly number: number;
  readonly what: readonly string[];
  readonly isBreak: boolean;
};

export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const MARKS: Readonly<Record<PointType, PointMark>> = {
  common_cause: 'usual',
  special_cause_improvement: 'improvement',
  special_cause_concern: 'concern',
  special_cause_neutral_high: 'neither',
  special_cause_neutral_low: 'neither',
};

function limitsOf(charted: ChartedPoint | undefined): PointLimits | null {
  if (!charted) return null;
  const { centre, lower, upper, group } = charted;
  return centre === null || lower === null || upper === null
    ? null
    : { centre, lower, upper, group };
}

/** A series as a chart draws it, with the limits that are shown of it, by the first day of each period. */
export const chartPoints = (
  points: readonly JudgedPoint[],
  limits: ReadonlyMap<Day, ChartedPoint> = new Map(),
): readonly ChartPoint[] =>
  points.map(({ period, value, state, standing }) => {
    const charted = limits.get(period.start);
    return {
      day: dayNumber(period.start),
      label: formatPeriod(period),
      value: state === 'value' && value !== null ? Number(value) : null,
      isProvisional: standing === 'provisional',
      isMissing: state === 'missing',
      mark: charted ? MARKS[charted.type] : 'usual',
      limits: limitsOf(charted),
    };
  });

/** An agreed plan between two days; a plan that is only proposed or contested is not drawn. */
export function planSteps(
  plan: AgreedPlan | undefined,
  between: { readonly first: number; readonly last: number },
): readonly PlanStep[] {
  if (plan?.status !== 'agreed') return [];
  const levels = planLevels(plan);
  return levels
    .map(({ from, value }, index) => {
      const next = levels[index + 1];
      return {
        fromDay: Math.max(dayNumber(from), between.first),
        toDay: Math.min(next ? dayNumber(next.from) : between.last, between.last),
        value,
        tolerance: plan.tolerance,
      };
    })
    .filter(
      ({ fromDay, toDay }) => fromDay < toDay || (fromDay === toDay && fromDay === between.last),
    );
}
