import {
  assuranceStands,
  readXmr,
  xmr,
  type ImprovementDirection,
  type XmrReading,
  type XmrResult,
} from '#statistics';
import type { Direction } from '../metrics/metric.js';
import { isYear } from '../periods/index.js';
import { plannedOn } from './agreed-plan.js';
import type {
  AssessedInput,
  AssessmentOptions,
  ChartedPoint,
  SeriesAssessment,
  SeriesReading,
} from './assessment-types.js';
import { figuresOf, type Figure } from './figures.js';
import { chartRates, hasFewCases } from './rate-points.js';

type Charted = Pick<SeriesAssessment, 'chart' | 'reading'>;

const BETTER: Readonly<Record<Direction, ImprovementDirection>> = {
  up: 'increase',
  down: 'decrease',
  none: 'neutral',
};
const REFUSED: Charted = { chart: { kind: 'none', why: 'refused' }, reading: null };

/**
 * The chart of a series that has figures, and what may be said of its last point. A percentage of few cases has limits that
 * know its denominators, and is read by them; every other series is an XmR chart.
 */
export function chartSeries(
  input: AssessedInput,
  options: AssessmentOptions,
  missing: number,
): Charted {
  const figures = figuresOf(input);
  const target = targetOf(input, figures);
  const result = controlChart(input, options);
  if (result === null) return REFUSED;
  const reading = readingOf(result, missing);
  const rate = hasFewCases(input, figures)
    ? chartRates(figures, result, {
        ...{ better: BETTER[input.metric.direction], options, target },
        fixed: input.baseline?.points ?? null,
      })
    : null;
  return rate
    ? {
        chart: { kind: 'rate', points: rate.points },
        reading: withStanding({ ...reading, ...rate.said, ...shown(reading, rate.hasLimits) }),
      }
    : {
        chart: { kind: 'xmr', points: xmrPoints(figures, result) },
        reading: withStanding(reading),
      };
}

/**
 * The XmR chart of a series' figures: new limits from each re-basing on, and from a confirmed baseline, whose points they
 * then rest on. Null for what `xmr` refuses.
 */
export function controlChart(input: AssessedInput, options: AssessmentOptions): XmrResult | null {
  const figures = figuresOf(input);
  const { baseline } = input;
  const result = xmr({
    points: figures.map(({ period, number }) => ({ date: period.start, value: number })),
    options: {
      improvementDirection: BETTER[input.metric.direction],
      target: targetOf(input, figures),
      rebaseDates: [...(baseline ? [baseline.from] : []), ...input.rebases.map(({ from }) => from)],
      fixAfterNPoints: baseline?.points ?? null,
      screenOutliers: options.screenOutliers,
      trendLength: options.trendLength,
      shiftLength: options.shiftLength,
      minPointsForIcons: options.minPointsForIcons,
      period: figures.some(({ period }) => isYear(period)) ? 'year' : 'month',
    },
  });
  return 'error' in result ? null : result;
}

type Reading = Omit<XmrReading, 'ptdCompat'>;

const withStanding = (reading: Reading): SeriesReading => ({
  ...reading,
  assuranceStands: assuranceStands(reading),
});

function readingOf(result: XmrResult, missing: number): Reading {
  const { ptdCompat: _, ...reading } = readXmr(result, { missing });
  return reading;
}

/** Icons and alerts of a rate chart ask for its own limits instead of those of the values. */
const shown = (reading: Reading, hasLimits: boolean) => ({
  mayAlert: reading.mayAlert && hasLimits,
  iconsShown: reading.iconsShown && hasLimits,
});

/** The target valid at the last point: that of the agreed plan. */
function targetOf({ plan }: AssessedInput, figures: readonly Figure[]): number | null {
  const last = figures.at(-1);
  return last ? plannedOn(plan, last.period.start) : null;
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
          gapBefore: judged.gapBefore,
        }
      : [];
  });
