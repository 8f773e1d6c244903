/** Which way is better. `neutral`: neither, so nothing is good or bad and no target is judged. */
export type ImprovementDirection = 'increase' | 'decrease' | 'neutral';

/** One period: its day as `YYYY-MM-DD`, and its value; null or nothing for a period without one. */
export type XmrPoint = {
  readonly date: string;
  readonly value?: number | null;
  /** A new group starts here. */
  readonly rebase?: boolean;
};

/** Every option may be left out or null. */
export type XmrOptions = {
  readonly improvementDirection?: ImprovementDirection | null;
  /** The target valid at the last point, in the unit of the values. Default none. */
  readonly target?: number | null;
  /** A new group starts at the first point on or after each of these days. */
  readonly rebaseDates?: readonly string[] | null;
  /** The limits of each group rest on this many of its first points, 12 or more. Default all. */
  readonly fixAfterNPoints?: number | null;
  /** Leave jumps out of the mean moving range (default); false is the NHS spreadsheet's way. */
  readonly screenOutliers?: boolean | null;
  /** 6, 7 or 8; default 7. */
  readonly trendLength?: number | null;
  readonly shiftLength?: number | null;
  /** A group with fewer points is a trial: limits, no icons, no alerts. Default 13. */
  readonly minPointsForIcons?: number | null;
  /** What one point stands for: `day`, `week`, `month`, `quarter`, `year`. Used for gaps alone. */
  readonly period?: string | null;
};

export type XmrCase = {
  readonly points: readonly XmrPoint[];
  readonly options?: XmrOptions | null;
};

/**
 * `DUPLICATE_DATES`: two points of one day, empty ones included. `BASELINE_TOO_SHORT`: `fixAfterNPoints` below 12.
 * `INVALID_VALUE`: a value that is no finite number. `INVALID_DATE`: not a day as `YYYY-MM-DD`, or a day that does not exist.
 * `INVALID_OPTION`: an option outside its values. `INVALID_INPUT`: not of the shape of a case.
 */
export type XmrError =
  | 'DUPLICATE_DATES'
  | 'BASELINE_TOO_SHORT'
  | 'INVALID_VALUE'
  | 'INVALID_DATE'
  | 'INVALID_OPTION'
  | 'INVALID_INPUT';

export type PointType =
  | 'common_cause'
  | 'special_cause_improvement'
  | 'special_cause_concern'
  | 'special_cause_neutral_high'
  | 'special_cause_neutral_low';

export type AssuranceType = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

/** A rule that a point is part of, by its name, and what that says of the point. */
export type RuleHit = { readonly specialCauseType: string; readonly pointType: PointType };

export type XmrJudgedPoint = {
  readonly date: string;
  readonly value: number;
  readonly rebaseGroup: number;
  readonly mean: number;
  /** Lower and upper process limit; null where the group has none. Neither is cut at 0 or 100. */
  readonly lpl: number | null;
  readonly upl: number | null;
  readonly inBaseline: boolean;
  readonly outsideLimits: boolean | null;
  readonly relativeToMean: -1 | 0 | 1;
  readonly closeToLimits: boolean | null;
  readonly specialCauseType: string;
  readonly specialCause: boolean;
  readonly pointType: PointType;
  /** Fewer than 13 points in its group. */
  readonly shortGroup: boolean;
  /** All rules that it is part of, in order of precedence; the first is its `specialCauseType`. */
  readonly rulesHit: readonly RuleHit[];
  /** Periods without a value between the point before it and this one; 0 at the first point. */
  readonly gapBefore: number;
};

export type XmrGroup = {
  readonly rebaseGroup: number;
  readonly n: number;
  readonly mean: number;
  readonly lpl: number | null;
  readonly upl: number | null;
  readonly nearLpl: number | null;
  readonly nearUpl: number | null;
  readonly commonCause: number;
  readonly improvement: number;
  readonly concern: number;
  readonly neutral: number;
  /** That of its last point. */
  readonly variationType: PointType;
  /** Fewer points than icons and alerts need. */
  readonly trial: boolean;
  /** Two points or more, all of one value: usually figures copied forward. */
  readonly constant: boolean;
};

/** What was asked to start a group, and the day of the point where it did: null when no point is that late. */
export type Rebase = { readonly date: string; readonly startsAt: string | null };

export type XmrResult = {
  /** By date, those with a value alone. */
  readonly points: readonly XmrJudgedPoint[];
  readonly groups: readonly XmrGroup[];
  /** The last point's, as NHSRplotthedots gives them; all null when there is no point. */
  readonly overall: {
    readonly variationType: PointType | null;
    readonly variationRule: string | null;
    /** Null without a target, and where no direction is better. */
    readonly assuranceType: AssuranceType | null;
  };
  readonly rebases: readonly Rebase[];
};
