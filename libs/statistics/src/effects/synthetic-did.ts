import { isList } from '../outside-shapes.js';
import { at, dot, isFigure, meanOf } from './numbers.js';
import type { Refused } from './panel.js';
import { simplexWeights } from './simplex-weights.js';

export interface SyntheticDidCase {
  readonly options: {
    /** How many rows of Y, the first, never have the reform. */
    readonly N0: number;
    /** How many columns of Y, the first, are before it. */
    readonly T0: number;
    /** When absent, the standard deviation of the comparators' changes before the reform. */
    readonly noiseLevel?: number | null;
    /** When absent, the fourth root of treated units × periods after. */
    readonly etaOmega?: number | null;
    /** 1e-6 when absent. */
    readonly etaLambda?: number | null;
  };
  /** One row a unit, one column a period; none missing. */
  readonly Y: readonly (readonly number[])[];
}

export interface SyntheticDid {
  /** Difference in differences with even weights. */
  readonly did: number;
  /** Synthetic control: weighted comparators, no baseline. */
  readonly sc: number;
  /** Synthetic difference in differences. */
  readonly sdid: number;
  /** Weight of each comparator in sdid. */
  readonly omega: readonly number[];
  /** Weight of each period before in sdid. */
  readonly lambda: readonly number[];
}

/**
 * INVALID_MATRIX: rows of unequal length or a value that is no number. INVALID_OPTIONS: no unit or period on one of the
 * sides (two comparators and three periods before are the least, by which noise is measured), or a noise level or
 * preference under 0.
 */
export type SyntheticDidRefusal = 'INVALID_MATRIX' | 'INVALID_OPTIONS';

/** The steps stop when they gain less than this share of the noise, squared. */
const GAIN = 1e-5;
const EVEN = 1e-6;

/**
 * The effect on one or few treated units against weighted comparators and weighted earlier periods, in the unit of Y.
 * Source: Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021); Abadie, Diamond and Hainmueller (2010) for `sc`.
 */
export function syntheticDid(input: SyntheticDidCase): SyntheticDid | Refused<SyntheticDidRefusal> {
  const { Y, options } = input;
  if (!isList(Y) || !soundMatrix(Y)) return { error: 'INVALID_MATRIX' };
  const [units, periods] = [Y.length, Y[0]?.length ?? 0];
  if (!options || !inside(options.N0, units) || !inside(options.T0, periods))
    return { error: 'INVALID_OPTIONS' };
  const { N0, T0 } = options;
  const controls = Y.slice(0, N0);
  const noise = options.noiseLevel ?? noiseOf(controls.map((row) => row.slice(0, T0)));
  const etaOmega = options.etaOmega ?? ((units - N0) * (periods - T0)) ** 0.25;
  const etaLambda = options.etaLambda ?? EVEN;
  if (![noise, etaOmega, etaLambda].every((value) => isFigure(value) && value >= 0))
    return { error: 'INVALID_OPTIONS' };
  const treated = Array.from({ length: periods }, (_, time) => meanOf(column(Y.slice(N0), time)));
  const byPeriod = Array.from({ length: T0 }, (_, time) => column(controls, time));
  const leastGain = GAIN * noise;
  const toTreated = { rows: byPeriod, target: treated.slice(0, T0), leastGain };
  const omega = simplexWeights({ ...toTreated, zeta: etaOmega * noise, intercept: true });
  const synthetic = simplexWeights({ ...toTreated, zeta: EVEN * noise, intercept: false });
  const lambda = simplexWeights({
    rows: controls.map((row) => row.slice(0, T0)),
    target: controls.map((row) => meanOf(row.slice(T0))),
    zeta: etaLambda * noise,
    intercept: true,
    leastGain,
  });
  const estimate = (unitWeights: readonly number[], timeWeights: readonly number[]): number => {
    const gap = treated.map((value, time) => value - dot(unitWeights, column(controls, time)));
    return meanOf(gap.slice(T0)) - dot(timeWeights, gap);
  };
  return {
    did: estimate(new Array<number>(N0).fill(1 / N0), new Array<number>(T0).fill(1 / T0)),
    sc: estimate(synthetic, new Array<number>(T0).fill(0)),
    sdid: estimate(omega, lambda),
    omega,
    lambda,
  };
}

const column = (rows: readonly (readonly number[])[], time: number): number[] =>
  rows.map((row) => at(row, time));

/** At least one on each side. */
const inside = (count: number, of: number): boolean =>
  Number.isInteger(count) && count >= 1 && count < of;

const soundMatrix = (rows: readonly (readonly number[])[]): boolean =>
  rows.every((row) => isList(row) && row.length === rows[0]?.length && row.every(isFigure));

/** Standard deviation of the changes from period to period; NaN for fewer than two changes. */
function noiseOf(rows: readonly (readonly number[])[]): number {
  const changes = rows.flatMap((row) => row.slice(1).map((value, index) => value - at(row, index)));
  const mean = meanOf(changes);
  const squares = changes.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (changes.length - 1));
}
