/** A count of the table. `geo`, `cat` and `outcome` may be left out where `id` is written `geo|cat|outcome`. */
export interface CountCell {
  readonly id: string;
  /** Whose figure it is: a council's code, or that of an area above councils. */
  readonly geo?: string;
  /** Category of the breakdown; `Total` for the sum over them. */
  readonly cat?: string;
  /** `num`, `comp` (den − num), `den`, or `n` for a plain count. */
  readonly outcome?: string;
  /** 1 council, 2 partnership, 3 region, 4 national; 1 where left out. */
  readonly level?: number;
  /** A whole number, 0 to 10⁹. */
  readonly value: number;
}

export interface ShownCell extends CountCell {
  readonly published: boolean;
}

/** The value of `total` is the sum of the values of `parts`. */
export interface Equation {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface RuleOptions {
  /** S: counts from 1 to S are primary. 2, 4, 5 or 9; 5 where left out. */
  readonly suppressMax?: number;
  /**
   * Where given, num and comp are primary too if either is zero and the denominator is at least 1 and below this number:
   * everybody, or nobody, of a small group.
   */
  readonly minDenominator?: number | null;
}

export interface Range {
  readonly id: string;
  readonly lo: number;
  /** Null: nothing in the table limits it. */
  readonly hi: number | null;
}

/**
 * `INVALID_INPUT`: not the shape described. `INVALID_OPTIONS`: an option outside what is documented. `INVALID_COUNT`: a value
 * that is negative, fractional, not a number or above 10⁹. `DUPLICATE_CELL`: an id twice. `UNKNOWN_CELL`: an id that no cell
 * has. `INVALID_EQUATION`: no parts, or a cell twice in one equation. `INCONSISTENT_TABLE`: the values (or the rounded values)
 * cannot be true together. `INCONSISTENT_REVISIONS`: no pair of tables agrees with the published cells and the guess that the
 * rest is unchanged. `UNKNOWN_INSIDER`: a council without cells. `NEVER_SUPPRESS_CONFLICT`: a cell that must and must not be
 * suppressed. `INVALID_PERCENTAGE`, `INVALID_DENOMINATOR`, `NO_CONSISTENT_NUMERATOR`: of rates. `SOLVER_FAILED`: the solver
 * broke twice on fresh models; load a new instance of it. `SOLVER_LIMIT`: a whole-number program was too hard to decide.
 */
export type DisclosureErrorCode =
  | 'INVALID_INPUT'
  | 'INVALID_OPTIONS'
  | 'INVALID_COUNT'
  | 'DUPLICATE_CELL'
  | 'UNKNOWN_CELL'
  | 'INVALID_EQUATION'
  | 'INCONSISTENT_TABLE'
  | 'INCONSISTENT_REVISIONS'
  | 'UNKNOWN_INSIDER'
  | 'NEVER_SUPPRESS_CONFLICT'
  | 'INVALID_PERCENTAGE'
  | 'INVALID_DENOMINATOR'
  | 'NO_CONSISTENT_NUMERATOR'
  | 'SOLVER_FAILED'
  | 'SOLVER_LIMIT';

export interface DisclosureRefusal {
  readonly error: DisclosureErrorCode;
}

export const isRefusal = (value: object): value is DisclosureRefusal => 'error' in value;
