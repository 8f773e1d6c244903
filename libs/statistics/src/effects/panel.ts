/** One council: its figures in the order of the panel's periods, null where there is none. */
export interface PanelUnit {
  readonly id: string;
  /** First period with the reform live, in the numbers of the panel's periods; null when it does not start in the window. */
  readonly cohort: number | null;
  /** Fixed weight over 0 (mean baseline denominator); 1 when absent. */
  readonly weight?: number | null;
  readonly y: readonly (number | null)[];
}

/** Councils by periods; `times` rise, and every `y` has one entry for each of them. */
export interface Panel {
  readonly times: readonly number[];
  readonly units: readonly PanelUnit[];
}

export type ControlGroup = 'nevertreated' | 'notyettreated';
export type BasePeriod = 'varying' | 'universal';

export interface DesignOptions {
  /** Against whom: councils that never start (default), or also those that have not started yet. */
  readonly controlGroup?: ControlGroup;
  /** Base of the periods before the start: the period before (default), or one base for all. */
  readonly basePeriod?: BasePeriod;
  /** Periods before the start in which the reform may already show; 0 when absent. */
  readonly anticipation?: number;
  /** Covariates are not supported: true is refused. */
  readonly covariates?: boolean;
}

/** A panel with its design: what every estimate over a panel takes. */
export interface PanelCase {
  readonly panel: Panel;
  readonly options?: DesignOptions;
}

/**
 * Why there is no estimate. INVALID_PANEL: periods that do not rise, a series of another length, or a value that is not a
 * number. DUPLICATE_UNIT: an id twice. INVALID_WEIGHT: a weight that is not over 0. INVALID_OPTIONS: an unknown or
 * impossible option. TOO_FEW_PERIODS: fewer than two usable periods. NO_TREATED_UNITS: no complete council starts within
 * the window after its first period. NO_COMPARISON_UNITS: nobody to compare with. NO_PERIOD_AFTER_START: no period after
 * a start can be estimated.
 */
export type PanelRefusal =
  | 'INVALID_PANEL'
  | 'DUPLICATE_UNIT'
  | 'INVALID_WEIGHT'
  | 'INVALID_OPTIONS'
  | 'TOO_FEW_PERIODS'
  | 'NO_TREATED_UNITS'
  | 'NO_COMPARISON_UNITS'
  | 'NO_PERIOD_AFTER_START';

export interface Refused<Code extends string> {
  readonly error: Code;
}

/** A council that stays in: `cohort` is Infinity when it does not start in the window. */
export interface KeptUnit {
  readonly id: string;
  readonly cohort: number;
  readonly weight: number;
  readonly y: readonly number[];
}

export interface Design {
  readonly controlGroup: ControlGroup;
  readonly basePeriod: BasePeriod;
  readonly anticipation: number;
  /** All periods of the panel. */
  readonly times: readonly number[];
  /** How many of them, from the first, can be estimated. */
  readonly periods: number;
  readonly units: readonly KeptUnit[];
  /** Cohorts whose effect is estimated, rising. */
  readonly cohorts: readonly number[];
  /** Ids of councils left out, in the order of the panel. */
  readonly dropped: readonly string[];
}

/** One cohort in one period: which period it is compared with, and who serves as comparison. */
export interface CellDesign {
  readonly cohort: number;
  readonly time: number;
  readonly after: boolean;
  /** Places of the period and of its base in `times`. */
  readonly at: number;
  readonly base: number;
  /** Whether councils of this cohort serve as comparison (Infinity: those that do not start). */
  readonly compares: (cohort: number) => boolean;
}
