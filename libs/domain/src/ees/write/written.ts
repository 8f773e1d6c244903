import type { Metric } from '../../metrics/index.js';
import type { Observation } from '../../observations/index.js';
import type { Period } from '../../periods/index.js';
import type { Register } from '../../register/index.js';

export type EesFigure = Pick<
  Observation,
  'numerator' | 'denominator' | 'value' | 'state' | 'symbol'
>;

/** Of whom a figure is: areas above the council only where their figure was itself published. */
export type EesPlace =
  | { readonly level: 'National' }
  | { readonly level: 'Regional'; readonly code: string }
  | { readonly level: 'Local authority'; readonly councilId: number };

export type PlacedFigure = EesFigure & {
  readonly place: EesPlace;
  readonly period: Period;
  readonly breakdown: string;
};

/** What the two files are written from. */
export type EesGiven = {
  readonly metric: Metric;
  readonly register: Pick<Register, 'councils' | 'regions'>;
  readonly country: { readonly code: string; readonly name: string };
  readonly figures: readonly PlacedFigure[];
  /** Councils that have a row in every period in which they existed, with a figure or without; others have one with a figure. */
  readonly expected: readonly number[];
  /** Whether the metric applies to a council in a period: where not, its cells say so. */
  readonly applies: (councilId: number, period: Period) => boolean;
  /** Whether any figure is invented: said in the name and the label, since the columns are fixed. */
  readonly demonstration: boolean;
};

export type EesTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export type EesPair = {
  readonly data: EesTable;
  readonly metadata: EesTable;
  /** Figures of another kind of period than the newest one: a file may hold one kind only. */
  readonly leftOut: number;
};
