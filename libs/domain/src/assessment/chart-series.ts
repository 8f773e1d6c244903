import {
  chartForPercentage,
  needsLaneyLimits,
  rateChart,
  readXmr,
  targetAt,
  xmr,
  type ImprovementDirection,
  type PointType,
  type RateChartResult,
  type XmrResult,
} from '#statistics';
import type { Direction } from '../metrics/metric.js';
import type { JudgedPoint } from '../judgement/index.js';
import { isYear } from '../periods/index.js';
import type {
  AssessedInput,
  AssessmentOptions,
  ChartedPoint,
  SeriesAssessment,
} from './assessment-types.js';

type Charted = Pick<SeriesAssessment, 'chart' | 'reading'>;
type Figure = JudgedPoint & { readonly number: number };

const BETTER: Readonly<Record<Direction, ImprovementDirection>> = {
  up: 'increase',
  down: 'decrease',
  none: 'neutral',
};
const REFUSED: Charted = { chart: { kind: 'none', why: 'refused' }, reading: null };
const COMMON: PointType = 'common_cause';

/** The chart of a series that has figures, and what may be said of its last point. */
export function chartSeries(
  input: AssessedInput,
  options: AssessmentOptions,
  missing: number,
): Charted {
  const figures = input.points.flatMap((point): Figure | [] =>
    point.state === 'value' && point.value !== null
      ? { ...point, number: Number(point.value) }
      : [],
  );
  const result = xmr({
    points: figures.map(({ period, number }) => ({ date: period.start, value: number })),
    options: {
      improvementDirection: BETTER[input.metric.direction],
      target: targetOf(input, figures),
      rebaseDates: input.rebases.map(({ from }) => from),
      screenOutliers: options.screenOutliers,
      trendLength: options.trendLength,
      shiftLength: options.shiftLength,
      minPointsForIcons: options.minPointsForIcons,
      period: figures.some(({ period }) => isYear(period)) ? 'year' : 'month',
    },
  });
  if ('error' in result) return REFUSED;
  const reading = readingOf(result, missing);
  const rate = fewCases(input, figures) ? rateOf(figures) : null;
  return rate
    ? { chart: { kind: 'rate', points: ratePoints(figures, rate, input) }, reading }
    : { chart: { kind: 'xmr', points: xmrPoints(figures, result) }, reading };
}

function readingOf(result: XmrResult, missing: number): Charted['reading'] {
  const { ptdCompat: _, ...reading } = readXmr(result, { missing });
  return reading;
}

/** The target valid at the last point: that of the agreed plan. */
function targetOf({ plan }: AssessedInput, figures: readonly Figure[]): number | null {
  const last = figures.at(-1);
  return plan?.status === 'agreed' && last ? targetAt(plan.points, last.period.start) : null;
}

/** A percentage of few cases jumps with each of them: its limits have to know the denominators. */
function fewCases({ metric }: AssessedInput, figures: readonly Figure[]): boolean {
  if (metric.unit !== 'percent' || !figures.every(hasCounts)) return false;
  return chartForPercentage(figures.map((figure) => Number(figure.denominator))) === 'rate';
}

const hasCounts = ({ numerator, denominator }: Figure): boolean =>
  numerator !== null &&
  denominator !== null &&
  Number(denominator) > 0 &&
  Number(numerator) <= Number(denominator);

function rateOf(figures: readonly Figure[]): RateChartResult | null {
  const points = figures.map(({ period, numerator, denominator }) => ({
    date: period.start,
    numerator: Number(numerator),
    denominator: Number(denominator),
  }));
  const plain = rateChart({ kind: 'p', points });
  const laney = rateChart({ kind: 'pprime', points });
  if ('error' in plain) return null;
  const sigmaZ = 'error' in laney ? null : laney.sigmaZ;
  const isWide = needsLaneyLimits(
    points.map(({ denominator }) => denominator),
    sigmaZ,
  );
  return isWide && !('error' in laney) ? laney : plain;
}

const xmrPoints = (figures: readonly Figure[], result: XmrResult): readonly ChartedPoint[] =>
  figures.flatMap(({ period, number }, index): ChartedPoint | [] => {
    const judged = result.points[index];
    return judged
      ? {
          period,
          value: number,
          centre: judged.mean,
          lower: judged.lpl,
          upper: judged.upl,
          type: judged.pointType,
          rules: judged.rulesHit.map(({ specialCauseType }) => specialCauseType),
          group: judged.rebaseGroup,
        }
      : [];
  });

const PERCENT = 100;

function ratePoints(
  figures: readonly Figure[],
  { centre, points }: RateChartResult,
  { metric }: AssessedInput,
): readonly ChartedPoint[] {
  const percent = (share: number | null | undefined): number | null =>
    share === null || share === undefined ? null : share * PERCENT;
  return figures.map(({ period, number }, index) => {
    const judged = points[index];
    const above = judged?.outsideLimits === true && (judged.value ?? 0) > (centre ?? 0);
    return {
      period,
      value: number,
      centre: percent(centre),
      lower: percent(judged?.lcl),
      upper: percent(judged?.ucl),
      type: judged?.outsideLimits === true ? outsideType(above, metric.direction) : COMMON,
      rules: judged?.outsideLimits === true ? [above ? 'Above UCL' : 'Below LCL'] : [],
      group: 0,
    };
  });
}

function outsideType(above: boolean, direction: Direction): PointType {
  if (direction === 'none')
    return above ? 'special_cause_neutral_high' : 'special_cause_neutral_low';
  return above === (direction === 'up') ? 'special_cause_improvement' : 'special_cause_concern';
}
