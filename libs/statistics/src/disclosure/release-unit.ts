import type { Fallback } from './fall-back.js';
import type { CountCell, DisclosureErrorCode, Equation, ShownCell } from './types.js';

/** To whom a release goes, and by which rule. A second audience has a release of its own. */
export interface ReleaseAudience {
  readonly name: 'programme' | 'public';
  /** S: 2, 4, 5 or 9. */
  readonly suppressMax: number;
  readonly minDenominator: number;
  readonly zerosPublished: boolean;
  /** `none` suppresses; a base rounds every count half up by itself, and suppresses none. */
  readonly rounding: 'none' | 5 | 10;
  /** Base of national counts (level 4) where they are rounded otherwise. */
  readonly nationalRounding?: 5 | 10;
  /** Councils among the readers, by `geo`. */
  readonly insiders: readonly string[];
  readonly neverSuppress: readonly string[];
}

/**
 * One metric in one period at one revision: every cell that any reader of an audience can see, and every equation between
 * them. Rolling or cumulative figures of the same counts belong into the same unit, with the equations that tie them.
 */
export interface ReleaseUnit {
  readonly id: string;
  readonly metric: string;
  readonly period: string;
  readonly revision: number;
  readonly cells: readonly CountCell[];
  readonly equations: readonly Equation[];
  readonly audiences: readonly ReleaseAudience[];
}

/** What readers get of one cell: `c` is withheld, for whatever reason. */
export type ReleasedCell =
  | { readonly id: string; readonly status: 'shown'; readonly value: number }
  | { readonly id: string; readonly status: 'c'; readonly value: null };

/** Plain data, to be stored as it is. It does not say which cells are primary. */
export interface ReleasePattern {
  readonly unit: string;
  readonly revision: number;
  readonly audience: ReleaseAudience['name'];
  readonly method: 'suppression' | 'rounding';
  /** Held: nothing of this revision may be shown, and what was shown before stays. */
  readonly status: 'released' | 'held';
  readonly cells: readonly ReleasedCell[];
  /** Breakdowns that had to be withheld as a whole. */
  readonly withheld: Fallback | null;
  /** Cells whose published value moved by 1 to S since the revision before: for the data owner. */
  readonly smallDeltas: readonly string[];
  /** Which solver chose the pattern. */
  readonly solver: string;
}

export interface ReleaseRequest {
  readonly unit: ReleaseUnit;
  readonly audience: ReleaseAudience['name'];
  /** What this audience was shown of the unit before, oldest first, with the true values: the last two, or more. */
  readonly earlier: readonly (readonly ShownCell[])[];
  /** Name and version of the solver, to be stored. */
  readonly solver: string;
}

export interface ReleaseRefusal {
  readonly error: DisclosureErrorCode | 'UNKNOWN_AUDIENCE';
}

/** May a percentage be shown? Only if all three of its counts are and the denominator is large enough. */
export const mayShowRate = (
  parts: {
    readonly numerator: ReleasedCell;
    readonly complement: ReleasedCell;
    readonly denominator: ReleasedCell;
  },
  minDenominator: number,
): boolean =>
  parts.numerator.status === 'shown' &&
  parts.complement.status === 'shown' &&
  parts.denominator.status === 'shown' &&
  parts.denominator.value >= minDenominator;
