import { countFault, isBeyond } from './counts.js';
import { isListOfRecords, isRecord } from '../outside-shapes.js';
import { averageMovingRange } from './moving-range.js';
import { isDay } from './periods.js';

/** Average moving range to standard deviation, for pairs. */
const D2 = 1.128;

/** `p`, `pprime`: parts of a whole. `u`, `uprime`: events per unit of exposure. Primed: Laney's limits. */
export type RateChartKind = 'p' | 'pprime' | 'u' | 'uprime';

/** One period. Null: not known. */
export type RatePoint = {
  readonly date: string;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
};

export type RateChartCase = {
  readonly kind: RateChartKind;
  readonly points: readonly RatePoint[];
  readonly options?: {
    /** The centre and Laney's σ_z rest on this many first points. Default all. */
    readonly baselineN?: number | null;
    /** Leave jumps out of Laney's moving ranges, as `xmr` does. Default false. */
    readonly screenOutliers?: boolean | null;
  } | null;
};

/**
 * `INVALID_COUNTS`: a negative number, or a part larger than its whole. `INVALID_VALUE`: no finite number. `DUPLICATE_DATES`,
 * `INVALID_DATE`, `INVALID_OPTION` (an unknown kind too) and `INVALID_INPUT` as for `xmr`.
 */
export type RateChartError =
  | 'DUPLICATE_DATES'
  | 'INVALID_COUNTS'
  | 'INVALID_VALUE'
  | 'INVALID_DATE'
  | 'INVALID_OPTION'
  | 'INVALID_INPUT';

/** Proportions or rates, not percentages. All null for a period without a denominator. */
export type RateChartPoint = {
  readonly date: string;
  readonly value: number | null;
  /** Three standard deviations, then two. */
  readonly lcl: number | null;
  readonly ucl: number | null;
  readonly lcl2: number | null;
  readonly ucl2: number | null;
  readonly outsideLimits: boolean | null;
  /** The value standardised: its distance from the centre in the chart's own standard deviations. Null also where they are 0. */
  readonly z: number | null;
};

export type RateChartResult = {
  /** Null when the baseline has no denominator. */
  readonly centre: number | null;
  /** 1 for p and u; null where Laney's has no value. */
  readonly sigmaZ: number | null;
  readonly points: readonly RateChartPoint[];
};

type Counted = {
  readonly date: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/**
 * A p, p′, u or u′ chart: the pooled rate of the baseline, and limits that are narrower where the denominator is larger; p and
 * p′ limits are cut to 0 to 1, u and u′ limits at 0. Laney's primed charts multiply them by σ_z, the average moving range of
 * the standardised baseline over 1.128. Where σ is 0 (a centre of 0, or of 1 for p and p′) the limits are the centre and
 * Laney's σ_z has no value; with no pair of standardised points, or none left when screened, p′ and u′ have no limits. A
 * moving range beside a period without a denominator does not exist. "Outside" is strict; differences of 1e-9 of a limit are
 * noise. Source: Laney 2002; Montgomery; qicharts2 0.8.1.
 */
export function rateChart(
  input: RateChartCase,
): RateChartResult | { readonly error: RateChartError } {
  const fault = faultOf(input);
  if (fault) return { error: fault };
  const { kind, options } = input;
  const points = [...input.points].sort((a, b) => (a.date < b.date ? -1 : 1)).map(counted);
  const baseline = points.slice(0, options?.baselineN ?? points.length);
  const centre = pooled(baseline);
  const spread = centre === null ? 0 : isProportion(kind) ? centre * (1 - centre) : centre;
  const sigmaZ = sigmaZOf(baseline, { centre, spread }, input);
  const chart = { kind, centre, spread, sigmaZ };
  return { centre, sigmaZ, points: points.map((point) => chartPoint(point, chart)) };
}

type Chart = {
  readonly kind: RateChartKind;
  readonly centre: number | null;
  /** The variance of a point, times its denominator. */
  readonly spread: number;
  readonly sigmaZ: number | null;
};

const isProportion = (kind: RateChartKind): boolean => kind === 'p' || kind === 'pprime';
const isLaney = (kind: RateChartKind): boolean => kind === 'pprime' || kind === 'uprime';

/** What lacks a number, or has a denominator of 0, is a period without a rate. */
function counted({ date, numerator, denominator }: RatePoint): Counted {
  const known = typeof denominator === 'number' && denominator > 0 ? denominator : null;
  return { date, numerator: known === null ? null : (numerator ?? null), denominator: known };
}

function pooled(points: readonly Counted[]): number | null {
  const known = points.filter(({ numerator }) => numerator !== null);
  const below = known.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
  const above = known.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0);
  return below > 0 ? finite(above / below) : null;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function sigmaZOf(
  baseline: readonly Counted[],
  { centre, spread }: Pick<Chart, 'centre' | 'spread'>,
  { kind, options }: RateChartCase,
): number | null {
  if (!isLaney(kind)) return 1;
  if (centre === null || spread <= 0) return null;
  const standardised = baseline.map(({ numerator, denominator }) =>
    numerator === null || denominator === null
      ? null
      : (numerator / denominator - centre) / Math.sqrt(spread / denominator),
  );
  const screenOutliers = options?.screenOutliers ?? false;
  const range = averageMovingRange(standardised, { screenOutliers });
  return range === null ? null : finite(range / D2);
}

function chartPoint({ date, numerator, denominator }: Counted, chart: Chart): RateChartPoint {
  const value = numerator === null || denominator === null ? null : finite(numerator / denominator);
  const [lcl, ucl] = limitsAt(denominator, 3, chart);
  const [lcl2, ucl2] = limitsAt(denominator, 2, chart);
  const outsideLimits =
    value === null || lcl === null || ucl === null ? null : isBeyond(value, [lcl, ucl]);
  return {
    date,
    value,
    lcl,
    ucl,
    lcl2,
    ucl2,
    outsideLimits,
    z: standardised(value, denominator, chart),
  };
}

function standardised(
  value: number | null,
  denominator: number | null,
  { centre, spread, sigmaZ }: Chart,
): number | null {
  if (value === null || denominator === null || centre === null) return null;
  const sigma = Math.sqrt(Math.max(0, spread) / denominator) * (sigmaZ ?? 0);
  return sigma > 0 ? finite((value - centre) / sigma) : null;
}

function limitsAt(
  denominator: number | null,
  times: number,
  { kind, centre, spread, sigmaZ }: Chart,
): readonly [number | null, number | null] {
  if (denominator === null || centre === null) return [null, null];
  if (spread <= 0) return [centre, centre];
  if (sigmaZ === null) return [null, null];
  const reach = times * Math.sqrt(spread / denominator) * sigmaZ;
  const highest = isProportion(kind) ? 1 : Infinity;
  return [Math.max(0, centre - reach), finite(Math.min(highest, centre + reach))];
}

function faultOf(input: RateChartCase): RateChartError | null {
  if (!isRecord(input) || !isListOfRecords(input.points)) return 'INVALID_INPUT';
  const { kind, points, options } = input;
  if (!['p', 'pprime', 'u', 'uprime'].includes(kind)) return 'INVALID_OPTION';
  const baselineN = options?.baselineN ?? null;
  if (baselineN !== null && !(Number.isSafeInteger(baselineN) && baselineN >= 1))
    return 'INVALID_OPTION';
  if (typeof (options?.screenOutliers ?? false) !== 'boolean') return 'INVALID_OPTION';
  if (!points.every(({ date }) => isDay(date))) return 'INVALID_DATE';
  if (new Set(points.map(({ date }) => date)).size < points.length) return 'DUPLICATE_DATES';
  return points.reduce<RateChartError | null>(
    (fault, point) => fault ?? countFault(point, isProportion(kind)),
    null,
  );
}
