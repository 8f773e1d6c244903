import type { Day } from '../periods/period.js';
import type { CountingList } from './counting.js';

export type Direction = 'up' | 'down' | 'none';
export type Basis = 'flow' | 'stock' | 'cumulative-academic' | 'cumulative-financial';
/** `score` is a number without a unit; `category` has no number at all. */
export type Unit = 'count' | 'percent' | 'per100' | 'pounds' | 'score' | 'category';
/** How figures add up over areas or over time: summed, recomputed from parts, or not at all. */
export type Adds = 'sum' | 'ratio' | 'none';

/** Boxes to add less boxes to take away. */
export type BoxSum = { readonly plus: readonly string[]; readonly minus: readonly string[] };
export type DenominatorRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'sum'; readonly sum: BoxSum }
  | { readonly kind: 'lagged'; readonly box: string; readonly lagMonths: number }
  | { readonly kind: 'prefilled'; readonly name: string };

/**
 * One definition version of a metric. A `box` is a number that a council types once; a `measure` is worked out from
 * boxes; a `published` metric comes from a published file. A new major version is a break in the series.
 */
export type Metric = {
  readonly code: string;
  readonly type: 'box' | 'measure' | 'published';
  readonly major: number;
  readonly minor: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly title: string;
  readonly unit: Unit;
  readonly decimals: number;
  readonly basis: Basis;
  readonly direction: Direction;
  readonly adds: { readonly areas: Adds; readonly time: Adds };
  /** `all`, or the code of the reform whose participants are asked. Published metrics: `none`. */
  readonly askedOf: string;
  readonly theme: string;
  readonly why: string;
  readonly readBy: string;
  readonly numeratorWords: string;
  readonly denominatorWords: string;
  readonly traps: string;
  readonly balancedBy: readonly BalancingMetric[];
  readonly prePublication: boolean;
  readonly numerator: BoxSum | null;
  readonly denominator: DenominatorRule;
  readonly breakdown: {
    readonly dimension: string;
    readonly parts: readonly {
      readonly code: string;
      readonly label: string;
      readonly box: string;
    }[];
  } | null;
  readonly source: string | null;
  /** False for a published metric of the catalogue that no figures are held of here. */
  readonly loaded: boolean;
};

/** A metric that would move if another were improved at its cost, and which way it would then move. */
export type BalancingMetric = {
  readonly metric: string;
  readonly adverse: 'up' | 'down';
};

/** Where a box stands in the monthly return, and its identities with the others. */
export type ReturnDefinition = {
  readonly code: string;
  readonly themes: readonly { readonly title: string; readonly boxes: readonly string[] }[];
  readonly due: { readonly workingDays: number; readonly at: string };
  readonly approvalWorkingDays: number;
  readonly revisionMonths: number;
  /** Each part is at most its whole. */
  readonly pairs: readonly { readonly part: string; readonly whole: string }[];
  /** The lists from which the counting page makes the numbers. */
  readonly counting: readonly CountingList[];
};
