import {
  adaptiveLimit,
  ewmaLower,
  nextSum,
  singleValueReach,
  type OrientedBaseline,
} from '#statistics/off-track';

/** A detector as the table defines it. */
export type DetectorDefinition = {
  readonly type: string;
  readonly m?: number;
  readonly k?: number;
  readonly h?: number;
  readonly a?: number;
  readonly l?: number;
  readonly L?: number;
};

/** One series in sigmas from its baseline's mean: the first `baselineN` values are the baseline. */
export type Standardised = {
  readonly u: Float64Array;
  readonly baselineN: number;
  readonly months: number;
  readonly baseline: OrientedBaseline;
};

/** The first monitored month with an alarm, counted from 1; 0 where there is none. */
export type Detector = (series: Standardised) => number;

/** The XmR limits in sigmas: 2.66 mean moving ranges, 1.128 of which are one sigma. */
const LIMIT = 2.66 * 1.128;
const NEAR = (2 * LIMIT) / 3;

/** Looks month by month, from `first` on, the baseline before it in sight. */
const scan =
  (isAlarm: (u: Float64Array, t: number) => boolean, first = 1): Detector =>
  ({ u, baselineN, months }) => {
    for (let month = first; month <= months; month += 1)
      if (isAlarm(u, baselineN + month - 1)) return month;
    return 0;
  };

const value = (u: Float64Array, t: number): number => u[t] ?? NaN;

function allBelow(u: Float64Array, t: number, [count, level]: readonly [number, number]): boolean {
  for (let back = 0; back < count; back += 1) if (!(value(u, t - back) < level)) return false;
  return true;
}

function isFalling(u: Float64Array, t: number, count: number): boolean {
  for (let back = 0; back < count - 1; back += 1)
    if (!(value(u, t - back) < value(u, t - back - 1))) return false;
  return true;
}

const isNear = (u: Float64Array, t: number): boolean =>
  value(u, t) < -NEAR && value(u, t) >= -LIMIT;

/** Two of three near the lower limit, the newest among them, all three below the mean. */
const isTwoOfThree = (u: Float64Array, t: number): boolean =>
  isNear(u, t) && allBelow(u, t, [3, 0]) && (isNear(u, t - 1) || isNear(u, t - 2));

const isOutside = (u: Float64Array, t: number): boolean => value(u, t) < -LIMIT;

/** The cumulative sum, with the single-value clause at `reach` sigmas. */
function sumDetector(allowance: number, limit: number, reach: number): Detector {
  return ({ u, baselineN, months }) => {
    let sum = 0;
    for (let month = 1; month <= months; month += 1) {
      const score = value(u, baselineN + month - 1);
      sum = nextSum(sum, -score, allowance);
      if (sum > limit || score < -reach) return month;
    }
    return 0;
  };
}

function averageDetector(lambda: number, reach: number): Detector {
  const limits = Float64Array.from({ length: 601 }, (_, month) =>
    ewmaLower({ mean: 0, sigma: 1, lambda, reach }, month),
  );
  return ({ u, baselineN, months }) => {
    let average = 0;
    for (let month = 1; month <= months; month += 1) {
      average = lambda * value(u, baselineN + month - 1) + (1 - lambda) * average;
      if (average < (limits[month] ?? 0)) return month;
    }
    return 0;
  };
}

/** The detector that a definition of the table means. */
export function detectorOf(definition: DetectorDefinition): Detector {
  const { type, m = 0, k = 0, h = 0, a = Infinity, l = 0, L = 0 } = definition;
  const detectors: Record<string, () => Detector> = {
    rag1: () => scan((u, t) => value(u, t) < m),
    // Three monitored months: the table's own, which shows where months depend on each other.
    rag3: () => scan((u, t) => allBelow(u, t, [3, m]), 3),
    mom: () => scan((u, t) => value(u, t) - value(u, t - 1) < -m),
    astro: () => scan(isOutside),
    shift7: () => scan((u, t) => allBelow(u, t, [7, 0])),
    astroshift8: () => scan((u, t) => isOutside(u, t) || allBelow(u, t, [8, 0])),
    ptd: () =>
      scan(
        (u, t) =>
          isOutside(u, t) || isFalling(u, t, 7) || isTwoOfThree(u, t) || allBelow(u, t, [7, 0]),
      ),
    cusum: () => sumDetector(k, h, Infinity),
    cusumastro: () => sumDetector(k, h, a),
    ewma: () => averageDetector(l, L),
  };
  const make = detectors[type];
  if (make === undefined) throw new Error(`no detector ${type}`);
  return make();
}

const DEFAULTS = [5, 6, 8].flatMap((limit) =>
  [13, 24].map((points) => [limit, points, sumDetector(0.5, limit, singleValueReach(points))]),
) as readonly (readonly [number, number, Detector])[];

/** Our default rule: rule A with the limit that its baseline asks for, as the service judges by it. */
export const defaultRule: Detector = (series) => {
  const limit = adaptiveLimit(series.baseline);
  const points = series.baseline.points < 24 ? 13 : 24;
  const found = DEFAULTS.find(([its, from]) => its === limit && from === points);
  return found ? found[2](series) : 0;
};
