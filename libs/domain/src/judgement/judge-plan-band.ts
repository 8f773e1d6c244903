import type { Direction, Unit } from '../metrics/metric.js';
import { formatPeriod, type Day } from '../periods/index.js';
import type { AgreedPlan, AlertCondition, JudgedPoint, Verdict } from './judgement-types.js';

type Band = Extract<AlertCondition, { kind: 'plan-band' }>;

/** How many observed months the minimum number of cases is counted over. */
const MONTHS_COUNTED = 12;

/** The plan's value on a day: the last point that began by then; null before the first. */
function planValueOn(plan: AgreedPlan, day: Day): number | null {
  return plan.points.filter((point) => point.from <= day).at(-1)?.value ?? null;
}

/**
 * Judges a series against its agreed plan, oldest period first: a breach when the figure is on the wrong side of the plan
 * by more than the plan's own tolerance (either side for a metric without a direction). No agreed plan, no judgement.
 */
export function judgePlanBand(
  points: readonly JudgedPoint[],
  of: {
    readonly plan: AgreedPlan | null;
    readonly direction: Direction;
    readonly unit: Unit;
    readonly rule: Band;
  },
): readonly Verdict[] {
  return points.map((point, index) =>
    verdictOf(point, points.slice(Math.max(0, index - MONTHS_COUNTED + 1), index + 1), of),
  );
}

function verdictOf(
  point: JudgedPoint,
  lately: readonly JudgedPoint[],
  { plan, direction, rule, unit }: Parameters<typeof judgePlanBand>[1],
): Verdict {
  const { period } = point;
  const month = formatPeriod(period);
  const skip = (reason: string): Verdict => ({ period, kind: 'not-judged', reason });
  if (point.state === 'z') return skip(`It does not apply in ${month}.`);
  if (point.state !== 'value')
    return { period, kind: 'no-data', reason: `There is no figure for ${month}.` };
  const target = plan?.status === 'agreed' ? planValueOn(plan, period.start) : null;
  if (!plan || target === null) return skip(`There is no agreed plan for ${month}.`);
  if (point.value === null) return skip(`There were no cases in ${month}.`);
  const cases = lately.reduce((sum, p) => sum + Number(p.denominator ?? p.value ?? 0), 0);
  if (cases < rule.minimumDenominator) {
    return skip(
      `Only ${cases} cases in the last ${lately.length} months; ${rule.minimumDenominator} are needed.`,
    );
  }
  const value = Number(point.value);
  const short = shortfall(value - target, direction);
  const said = `${figureWords(point, SUFFIX[unit])} in ${month}; the agreed plan is ${target}${SUFFIX[unit]}, with a tolerance of ${plan.tolerance}${unit === 'percent' ? ' points' : SUFFIX[unit]}`;
  return short > plan.tolerance
    ? { period, kind: 'breach', reason: `${said}: on the wrong side of it.` }
    : { period, kind: 'clear', reason: `${said}: inside it.` };
}

const SUFFIX = {
  percent: '%',
  per100: ' per 100',
  pounds: ' pounds',
  count: '',
  score: '',
  category: '',
} as const;

const figureWords = (point: JudgedPoint, suffix: string): string =>
  point.numerator !== null && point.denominator !== null
    ? `${point.value}${suffix} (${point.numerator} of ${point.denominator})`
    : `${point.value}${suffix}`;

/** How far a figure lies on the wrong side; negative on the right one. */
function shortfall(above: number, direction: Direction): number {
  switch (direction) {
    case 'up':
      return -above;
    case 'down':
      return above;
    case 'none':
      return Math.abs(above);
  }
}
