import {
  mayHaveRuns,
  rateChart,
  signalsAsTheyCome,
  xmrLimits,
  type Signal,
  type XmrLimits,
} from '#statistics';
import type { AssessedInput } from './assessment-types.js';
import { figuresOf, numberOf, type Figure } from './figures.js';
import { baselineOf } from './off-track-of.js';

/** With fewer cases than this on the rarer side of a typical month, single cases make runs and outliers. */
const FEWEST_ON_RARER_SIDE = 5;

/** Limits of standardised values: three standard deviations, and two. */
const STANDARD: XmrLimits = { mean: 0, lower: -3, upper: 3, nearLower: -2, nearUpper: 2 };

/**
 * Which way each point of a series (by its place) was unusual when it came, by the series' own limits from its frozen baseline;
 * null in the baseline, without one, and where there is no figure. A percentage with its counts is judged standardised, so
 * that limits know its denominators and the variation between months (Laney 2002), and not at all where few cases fall on its
 * rarer side; every other series by its values.
 */
export function ownSignals(input: AssessedInput): readonly Signal[] {
  const nothing = input.points.map((): Signal => null);
  const baseline = baselineOf(input);
  if (baseline === null) return nothing;
  const from = input.points.slice(baseline.from);
  const figures = figuresOf({ points: from });
  if (figures.length <= baseline.points) return nothing;
  const judged = isCounted(figures, input)
    ? standardised(figures, baseline.points)
    : plain(figures, baseline.points);
  if (judged === null) return nothing;
  const signals = signalsAsTheyCome(judged.values, judged.limits);
  let seen = 0;
  return input.points.map((point, at) => {
    if (at < baseline.from || numberOf(point) === null) return null;
    const order = seen;
    seen += 1;
    return order < baseline.points ? null : (signals[order] ?? null);
  });
}

type Judged = { readonly values: readonly number[]; readonly limits: XmrLimits };

function plain(figures: readonly Figure[], count: number): Judged | null {
  const values = figures.map(({ number }) => number);
  const limits = xmrLimits(values.slice(0, count));
  return limits && { values, limits };
}

const isCounted = (figures: readonly Figure[], { metric }: AssessedInput): boolean =>
  metric.unit === 'percent' && figures.every(({ denominator }) => Number(denominator) > 0);

/** Null where few cases fall on the rarer side of the baseline's months. */
function standardised(figures: readonly Figure[], count: number): Judged | null {
  const points = figures.map(({ period, numerator, denominator }) => ({
    date: period.start,
    numerator: Number(numerator),
    denominator: Number(denominator),
  }));
  const typical = points.slice(0, count).map(({ denominator }) => denominator);
  const options = { baselineN: count };
  const laney = rateChart({ kind: 'pprime', points, options });
  if ('error' in laney || laney.centre === null || laney.sigmaZ === null) return null;
  if (!mayHaveRuns(typical, laney.centre, FEWEST_ON_RARER_SIDE)) return null;
  const chart = laney.sigmaZ > 1 ? laney : rateChart({ kind: 'p', points, options });
  if ('error' in chart) return null;
  return { values: chart.points.map(({ z }) => z ?? 0), limits: STANDARD };
}
