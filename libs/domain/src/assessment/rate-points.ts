import {
  chartForPercentage,
  needsLaneyLimits,
  rateChart,
  type AssuranceType,
  type PointType,
  type RateChartPoint,
  type RateChartResult,
  type XmrReading,
  type XmrResult,
} from '#statistics';
import type { Direction } from '../metrics/metric.js';
import type { AssessedInput, ChartedPoint } from './assessment-types.js';
import type { Figure } from './figures.js';

const PERCENT = 100;

/** A percentage of few cases jumps with each of them: its limits have to know the denominators. */
export function hasFewCases(
  { metric }: Pick<AssessedInput, 'metric'>,
  figures: readonly Figure[],
): boolean {
  if (metric.unit !== 'percent' || !figures.every(hasCounts)) return false;
  return chartForPercentage(figures.map((figure) => Number(figure.denominator))) === 'rate';
}

const hasCounts = ({ numerator, denominator }: Figure): boolean =>
  numerator !== null &&
  denominator !== null &&
  Number(numerator) >= 0 &&
  Number(denominator) > 0 &&
  Number(numerator) <= Number(denominator);

type RateOf = {
  readonly metric: Pick<AssessedInput['metric'], 'direction'>;
  /** Percent. */
  readonly target: number | null;
  /** How many first points of each group its limits rest on; null: all. */
  readonly fixed: number | null;
};

type ChartedRates = {
  readonly points: readonly ChartedPoint[];
  /** What the limits of the last point say: a rate chart has no rules of runs here, so only a point beyond them is special. */
  readonly said: Pick<XmrReading, 'variation' | 'assurance'>;
  readonly hasLimits: boolean;
};

/**
 * A chart of a percentage with limits of each period by its denominator, in the groups of its XmR chart: p limits, or Laney's
 * where denominators are large or the variation between periods is more than chance gives. Null for counts that are none.
 */
export function chartRates(
  figures: readonly Figure[],
  { points: placed }: Pick<XmrResult, 'points'>,
  of: RateOf,
): ChartedRates | null {
  const groupAt = (index: number): number => placed[index]?.rebaseGroup ?? 0;
  const charts = new Map<number, RateChartResult>();
  for (const group of new Set(figures.map((_, index) => groupAt(index)))) {
    const chart = limitsOf(
      figures.filter((_, index) => groupAt(index) === group),
      of.fixed,
    );
    if (chart === null) return null;
    charts.set(group, chart);
  }
  const judgedAt = new Map(
    [...charts.values()].flatMap(({ points }) => points.map((point) => [point.date, point])),
  );
  const points = figures.map((figure, index): ChartedPoint => {
    const judged = judgedAt.get(figure.period.start) ?? null;
    const centre = charts.get(groupAt(index))?.centre ?? null;
    return {
      period: figure.period,
      value: figure.number,
      ...{ centre: percent(centre), lower: percent(judged?.lcl), upper: percent(judged?.ucl) },
      ...whatIsSpecial(judged, centre, of.metric.direction),
      ...{ group: groupAt(index), gapBefore: placed[index]?.gapBefore ?? 0 },
    };
  });
  const last = points.at(-1);
  const inGroup = points.filter(({ group }) => group === last?.group).length;
  const hasLimits = last !== undefined && inGroup > 1 && (last.upper ?? 0) > (last.lower ?? 0);
  return {
    points,
    hasLimits,
    said: {
      variation: hasLimits ? last.type : 'insufficient',
      assurance: hasLimits ? assuranceOf(last, of) : hasTarget(of) ? 'insufficient' : null,
    },
  };
}

function limitsOf(figures: readonly Figure[], fixed: number | null): RateChartResult | null {
  const points = figures.map(({ period, numerator, denominator }) => ({
    date: period.start,
    numerator: Number(numerator),
    denominator: Number(denominator),
  }));
  const options = { baselineN: fixed };
  const plain = rateChart({ kind: 'p', points, options });
  const laney = rateChart({ kind: 'pprime', points, options });
  if ('error' in plain || 'error' in laney) return null;
  const denominators = points.map(({ denominator }) => denominator);
  return needsLaneyLimits(denominators, laney.sigmaZ) && laney.sigmaZ !== null ? laney : plain;
}

const percent = (share: number | null | undefined): number | null =>
  share === null || share === undefined ? null : share * PERCENT;

const COMMON: PointType = 'common_cause';

function whatIsSpecial(
  judged: RateChartPoint | null,
  centre: number | null,
  direction: Direction,
): Pick<ChartedPoint, 'type' | 'rules'> {
  if (judged?.outsideLimits !== true) return { type: COMMON, rules: [] };
  const above = (judged.value ?? 0) > (centre ?? 0);
  return { type: outsideType(above, direction), rules: [above ? 'Above UCL' : 'Below LCL'] };
}

function outsideType(above: boolean, direction: Direction): PointType {
  if (direction === 'none')
    return above ? 'special_cause_neutral_high' : 'special_cause_neutral_low';
  return above === (direction === 'up') ? 'special_cause_improvement' : 'special_cause_concern';
}

const hasTarget = ({ target, metric }: RateOf): boolean =>
  target !== null && metric.direction !== 'none';

/** The target beyond the limits of the last point is missed, or met, every time; on a limit or within it is hit or miss. */
function assuranceOf({ lower, upper }: ChartedPoint, of: RateOf): AssuranceType | null {
  if (!hasTarget(of)) return null;
  const up = of.metric.direction === 'up';
  if ((of.target ?? 0) > (upper ?? 0)) return up ? 'consistent_fail' : 'consistent_pass';
  if ((of.target ?? 0) < (lower ?? 0)) return up ? 'consistent_pass' : 'consistent_fail';
  return 'inconsistent';
}
