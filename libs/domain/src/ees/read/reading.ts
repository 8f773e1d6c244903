import type { Decimal } from '../../decimal/decimal.js';
import type { ValueState } from '../../observations/observation.js';
import type { Period } from '../../periods/period.js';
import type { Council } from '../../register/register.js';

export type EesArea =
  | { readonly level: 'Local authority'; readonly code: string; readonly council: Council }
  | { readonly level: 'Regional' | 'National'; readonly code: string; readonly council: null };

/** One figure as published: the number as an exact decimal, or how it is not one with the symbol as it stood. */
export type EesObservation = {
  /** The line of the file, the header being 1. */
  readonly row: number;
  readonly area: EesArea;
  readonly metric: string;
  readonly period: Period;
  readonly breakdown: string;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly value: Decimal | null;
  readonly state: ValueState;
  readonly symbol: string | null;
};

export type OddityKind =
  | 'area-level-not-taken'
  | 'area-unknown'
  | 'code-ended'
  | 'code-and-name-differ'
  | 'region-not-in-register'
  | 'period-as-mapped'
  | 'period-unreadable'
  | 'column-misspelt'
  | 'column-missing'
  | 'breakdown-not-mapped'
  | 'cell-unreadable'
  | 'rows-repeated'
  | 'rows-contradict'
  | 'council-without-row'
  | 'regions-do-not-add-up'
  | 'councils-do-not-add-up'
  | 'parts-do-not-add-up'
  | 'value-not-from-its-parts';

/** Something about a file that a person should know: said in a sentence, with how often it was so. */
export type EesOddity = {
  readonly kind: OddityKind;
  readonly count: number;
  readonly sentence: string;
};

export type EesReading = {
  readonly series: string;
  /** By period, metric, level, area and breakdown, however the file was ordered. */
  readonly observations: readonly EesObservation[];
  readonly oddities: readonly EesOddity[];
  readonly rowsRead: number;
  /** Rows that belong to other values of the filters. */
  readonly rowsNotHeld: number;
};

/** Why a file cannot be read by a mapping at all. */
export type EesFault = {
  readonly code: 'COLUMN_MISSING' | 'FILTER_NOT_HELD' | 'NO_ROWS_AT_TOTAL';
  readonly sentence: string;
};
