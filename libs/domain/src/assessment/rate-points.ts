import {
  chartForPercentage,
  markRates,
  mayHaveRuns,
  needsLaneyLimits,
  rateChart,
  type AssuranceType,
  type ImprovementDirection,
  type RateChartPoint,
  type RateChartResult,
  type RuleHit,
  type XmrReading,
  type XmrResult,
} from '#statistics';
import type { AssessedInput, AssessmentOptions, ChartedPoint } from './assessment-types.js';
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
  readonly better: ImprovementDirection;
  readonly options: AssessmentOptions;
  /** Percent. */
  readonly target: number | null;
  /** How many first points of each group its limits rest on; null: all. */
  readonly fixed: number | null;
};

type ChartedRates = {
  readonly points: readonly ChartedPoint[];
  /** What the rules and the limits of the last point say. */
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
  const judgedAt = new Map<string, Judged>();
  for (const group of new Set(figures.map((_, index) => groupAt(index)))) {
    const judged = judgedRates(
      figures.filter((_, index) => groupAt(index) === group),
      of,
    );
    if (judged === null) return null;
    for (const one of judged) judgedAt.set(one.point.date, one);
  }
  const points = figures.map((figure, index): ChartedPoint => {
    const { centre, point, hits } = judgedAt.get(figure.period.start) ?? NOTHING;
    return {
      period: figure.period,
      value: figure.number,
      ...{ centre: percent(centre), lower: percent(point?.lcl), upper: percent(point?.ucl) },
      type: hits[0]?.pointType ?? 'common_cause',
      rules: hits.map(({ specialCauseType }) => specialCauseType),
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

type Judged = {
  readonly centre: number | null;
  readonly point: RateChartPoint;
  readonly hits: readonly RuleHit[];
};
const NOTHING = { centre: null, point: null, hits: [] };

/** One group: its limits, and the rules that each of its points is part of. Null for counts that are none. */
function judgedRates(
  figures: readonly Figure[],
  { fixed, options, better }: RateOf,
): readonly Judged[] | null {
  const chart = limitsOf(figures, fixed);
  if (chart === null) return null;
  const { centre, points } = chart;
  const { trendLength, shiftLength, fewestForRuns } = options;
  const denominators = figures.map(({ denominator }) => Number(denominator));
  const withRuns = centre !== null && mayHaveRuns(denominators, centre, fewestForRuns);
  const rules = { improvementDirection: better, trendLength, shiftLength };
  const hits = markRates(chart, rules, { withRuns });
  return points.map((point, index) => ({ centre, point, hits: hits[index] ?? [] }));
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

const hasTarget = ({ target, better }: RateOf): boolean => target !== null && better !== 'neutral';

/** The target beyond the limits of the last point is missed, or met, every time; on a limit or within it is hit or miss. */
function assuranceOf({ lower, upper }: ChartedPoint, of: RateOf): AssuranceType | null {
  if (!hasTarget(of)) return null;
  const up = of.better === 'increase';
  if ((of.target ?? 0) > (upper ?? 0)) return up ? 'consistent_fail' : 'consistent_pass';
  if ((of.target ?? 0) < (lower ?? 0)) return up ? 'consistent_pass' : 'consistent_fail';
  return 'inconsistent';
}
