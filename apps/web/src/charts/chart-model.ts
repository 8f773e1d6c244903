import type { SeriesPoint } from '#application/figures';
import type { AgreedPlan } from '#domain/judgement';
import type { Day } from '#domain/periods';
import { formatPeriod } from '../format/format-period.js';

/** One place along a chart: a value, or a gap with what kind of gap it is. */
export type ChartPoint = {
  /** Days since 1970, of the start of the period. */
  readonly day: number;
  readonly label: string;
  readonly value: number | null;
  readonly isProvisional: boolean;
  /** Nobody has sent it: drawn as a cross. Other gaps are only gaps. */
  readonly isMissing: boolean;
};

/** A stretch of an agreed plan, with how far from it is still near it. */
export type PlanStep = {
  readonly fromDay: number;
  readonly toDay: number;
  readonly value: number;
  readonly tolerance: number;
};

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** A series as a chart draws it. */
export const chartPoints = (points: readonly SeriesPoint[]): readonly ChartPoint[] =>
  points.map(({ period, value, state, standing }) => ({
    day: dayNumber(period.start),
    label: formatPeriod(period),
    value: state === 'value' && value !== null ? Number(value) : null,
    isProvisional: standing === 'provisional',
    isMissing: state === 'missing',
  }));

/** An agreed plan between two days; a plan that is only proposed or contested is not drawn. */
export function planSteps(
  plan: AgreedPlan | undefined,
  between: { readonly first: number; readonly last: number },
): readonly PlanStep[] {
  if (plan?.status !== 'agreed') return [];
  return plan.points
    .map(({ from, value }, index) => {
      const next = plan.points[index + 1];
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

/** An agreed plan whole, for an axis that is shared by series of different lengths. */
export const everyStep = (plan: AgreedPlan): readonly PlanStep[] =>
  planSteps(plan, { first: -Infinity, last: Infinity });
