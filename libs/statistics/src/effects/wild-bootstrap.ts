import { isList } from '../outside-shapes.js';
import { seededRandom } from '../random/index.js';
import { DEFAULT_SEED, DRAWS, isSeed } from './draws.js';
import { at, dot, isFigure, isObject } from './numbers.js';
import type { Refused } from './panel.js';
import { fitTwoWay, withinTwoWay, type TwoWayFit, type TwoWayRows } from './two-way.js';

export interface WildRow {
  readonly unit: string | number;
  readonly time: string | number;
  /** Reform live in this unit and period: 0 or 1, or a share. */
  readonly d: number;
  readonly y: number;
}

export interface WildCase {
  readonly options?: {
    /** Only 'rademacher' is known. */
    readonly weights?: string;
    readonly enumerate?: boolean;
    readonly imposeNull?: boolean;
    /** Whole number from 0 to 2³² − 1, for draws; 1 when absent. */
    readonly seed?: number | null;
  };
  readonly rows: readonly WildRow[];
}

export interface WildResult {
  readonly coef: number;
  readonly t: number;
  readonly clusters: number;
  /** All sign vectors (2 to the number of clusters), or how many were drawn. */
  readonly replicates: number;
  readonly p: number;
  /** The seed of the draws; null when all sign vectors were gone through. */
  readonly seed: number | null;
}

/**
 * INVALID_ROWS: a value that is no number, or a unit's period twice. INVALID_OPTIONS: other weights, or a null hypothesis
 * that is not imposed. TOO_FEW_CLUSTERS: fewer than two. NO_VARIATION: the treatment or the residuals do not vary beyond
 * units and periods.
 */
export type WildRefusal = 'INVALID_ROWS' | 'INVALID_OPTIONS' | 'TOO_FEW_CLUSTERS' | 'NO_VARIATION';

const MOST_ENUMERATED_CLUSTERS = 12;
const SAME = 1e-9;
/** A variance under this share of the observed one is rounding. */
const NO_VARIANCE = 1e-24;

/**
 * The wild cluster bootstrap of the two-way fixed effects coefficient: the residuals under no effect change sign by unit,
 * and p is the share of |t| as large as the observed one. All sign vectors up to 12 units, otherwise 9,999 seeded draws
 * with p = (1 + b)/(1 + B). Source: Cameron, Gelbach and Miller (2008).
 */
export function wildBootstrap(input: WildCase): WildResult | Refused<WildRefusal> {
  const seed = input.options?.seed ?? DEFAULT_SEED;
  if (!known(input.options) || !isSeed(seed)) return { error: 'INVALID_OPTIONS' };
  const rows = isList(input.rows) ? numberRows(input.rows) : null;
  if (!rows) return { error: 'INVALID_ROWS' };
  if (rows.units < 2) return { error: 'TOO_FEW_CLUSTERS' };
  const outcome = withinTwoWay(
    rows,
    input.rows.map(({ y }) => y),
  );
  const fit = fitTwoWay(
    rows,
    input.rows.map(({ d }) => d),
    outcome,
  );
  if (!fit || !(fit.variance > NO_VARIANCE * dot(outcome, outcome)))
    return { error: 'NO_VARIATION' };
  return { coef: fit.coef, ...signFlips(rows, outcome, fit, seed) };
}

const known = (options: WildCase['options']): boolean =>
  (options?.weights ?? 'rademacher') === 'rademacher' && (options?.imposeNull ?? true);

function signFlips(
  rows: TwoWayRows,
  outcome: Float64Array,
  fit: TwoWayFit,
  seed: number,
): Omit<WildResult, 'coef'> {
  const clusters = rows.units;
  const t = fit.coef / Math.sqrt((fit.variance * clusters) / (clusters - 1));
  const exact = clusters <= MOST_ENUMERATED_CLUSTERS;
  const signs = exact ? allSigns(clusters) : drawnSigns(clusters, seed);
  const replicate = replicator(rows, outcome, fit);
  let [replicates, extreme] = exact ? [0, 0] : [1, 1];
  for (const vector of signs) {
    replicates += 1;
    if (Math.abs(replicate(vector)) >= Math.abs(t) - SAME) extreme += 1;
  }
  return {
    t,
    clusters,
    replicates: exact ? replicates : DRAWS,
    p: extreme / replicates,
    seed: exact ? null : seed,
  };
}

/** Every vector of signs, in one array that changes. */
function* allSigns(clusters: number): Generator<Float64Array> {
  const signs = new Float64Array(clusters);
  for (let index = 0; index < 2 ** clusters; index += 1) {
    for (let unit = 0; unit < clusters; unit += 1) signs[unit] = (index >> unit) & 1 ? -1 : 1;
    yield signs;
  }
}

function* drawnSigns(clusters: number, seed: number): Generator<Float64Array> {
  const random = seededRandom(seed).uniform;
  const signs = new Float64Array(clusters);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (let unit = 0; unit < clusters; unit += 1) signs[unit] = random() < 0.5 ? -1 : 1;
    yield signs;
  }
}

/**
 * The t of a sign vector. The outcome's residuals under no effect are `outcome`; everything is linear in the signs, so that
 * what each unit's residuals add to the coefficient and to every unit's score is worked out once.
 */
function replicator(rows: TwoWayRows, outcome: Float64Array, fit: TwoWayFit) {
  const { units } = rows;
  const { treatment, squares } = fit;
  const scoresOf = (values: Float64Array): Float64Array => {
    const scores = new Float64Array(units);
    rows.unit.forEach((unit, row) => {
      scores[unit] = at(scores, unit) + at(treatment, row) * at(values, row);
    });
    return scores;
  };
  const own = scoresOf(outcome);
  const leverage = scoresOf(treatment);
  const added = Array.from({ length: units }, (_, of) =>
    scoresOf(
      withinTwoWay(
        rows,
        outcome.map((value, row) => (rows.unit[row] === of ? value : 0)),
      ),
    ),
  );
  const factor = units / (units - 1);
  return (signs: Float64Array): number => {
    const coef = dot(signs, own) / squares;
    // The innermost loop reads typed arrays directly: a shared reader of many kinds of list is ten times slower.
    const scores = leverage.map((value) => -coef * value);
    for (let of = 0; of < units; of += 1) {
      const [part, sign] = [added[of], signs[of] ?? 0];
      if (!part) continue;
      for (let unit = 0; unit < units; unit += 1)
        scores[unit] = (scores[unit] ?? 0) + sign * (part[unit] ?? 0);
    }
    const variance = (dot(scores, scores) / squares ** 2) * factor;
    if (variance > NO_VARIANCE * fit.variance) return coef / Math.sqrt(variance);
    return Math.abs(coef) > SAME ? Infinity : 0;
  };
}

function numberRows(rows: readonly WildRow[]): TwoWayRows | null {
  const sound = rows.every((row) => isObject(row) && isFigure(row.d) && isFigure(row.y));
  if (!sound) return null;
  const seen = new Set(rows.map(({ unit, time }) => JSON.stringify([unit, time])));
  if (seen.size < rows.length) return null;
  const [units, times] = [new Map<string | number, number>(), new Map<string | number, number>()];
  const place = (places: typeof units, key: string | number): number => {
    const known = places.get(key) ?? places.size;
    places.set(key, known);
    return known;
  };
  const unit = Int32Array.from(rows, (row) => place(units, row.unit));
  const time = Int32Array.from(rows, (row) => place(times, row.time));
  return { unit, time, units: units.size, times: times.size };
}
