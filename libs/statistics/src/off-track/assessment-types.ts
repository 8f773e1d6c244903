import type { AlertStanding } from './alert-path.js';
import type { FrozenBaseline } from './frozen-baseline.js';
import type { ArrivalFlags, NoAlertReason } from './no-alert-reason.js';
import type { BetterWhen } from './oriented-baseline.js';
import type { TargetChance, TargetProbability } from './target-probability.js';
import type { Milestone } from './trajectory.js';

/** One month of a series: its position is its place in the list, so a month without a figure stands in it too. */
export type AssessedPoint = ArrivalFlags & {
  /** As written; null where there is no figure, or a suppressed one. */
  readonly value: number | null;
  /** The whole numbers behind a percentage, where they are known; a denominator of 0 is no figure. */
  readonly count?: { readonly numerator: number; readonly denominator: number } | null;
  /** Limits are set anew from this point on. */
  readonly rebase?: boolean;
};

export type AssessedSeries = {
  readonly direction: BetterWhen;
  /** Every month from the first on, oldest first. */
  readonly points: readonly AssessedPoint[];
  /** The baseline as it was frozen; null where there is none yet. */
  readonly baseline: FrozenBaseline | null;
  /** The agreed plan, values as written; the last is the target at the plan's end. Empty: no agreed plan. */
  readonly milestones: readonly Milestone[];
  /** What a share of 1 is written as: 100 (as when left out) for percentages. For counts only. */
  readonly scale?: number;
};

/** Rules A, B and C; the binomial forms of A and B go by the same names. */
export type OffTrackRule = 'GETTING_WORSE' | 'OFF_TRAJECTORY' | 'TARGET_UNLIKELY';

export type RuleReason =
  | 'SUM_ABOVE_LIMIT'
  | 'SINGLE_VALUE'
  | 'CHANCE_BELOW_LIMIT'
  /** Open from before, and not yet two calm months. */
  | 'NOT_YET_CLEAR'
  | 'INSIDE_LIMIT'
  | 'NO_FIGURE';

export type RuleStanding = AlertStanding & {
  /** The cumulative sum, or the chance of meeting the target, after this month; null: not judged. */
  readonly measure: number | null;
  readonly reason: RuleReason;
};

export type AssessedMonth = {
  readonly position: number;
  /** As written; null where there is none. */
  readonly value: number | null;
  /** What the agreed plan says, as values are written; null without one. */
  readonly planned: number | null;
  readonly gettingWorse: RuleStanding;
  /** Null without a plan. */
  readonly offTrajectory: RuleStanding | null;
  /** Null without a plan. */
  readonly targetUnlikely: RuleStanding | null;
  /** The mirror image of rule A: a shout-out, never an alert. */
  readonly gettingBetter: RuleStanding;
};

export type AssessedBaseline = FrozenBaseline & {
  /** As values are written. */
  readonly mean: number;
  readonly sigma: number | null;
  readonly lag1: number | null;
  /** Sums of values, or of counts where few cases fall on the rarer side or values never change. */
  readonly form: 'values' | 'counts';
  /** Above it a sum is an alarm. */
  readonly limit: number;
};

export type OffTrackAssessment = {
  /** Null where no rule can judge the series; `blocked` says why. */
  readonly baseline: AssessedBaseline | null;
  /** Every month after the baseline. */
  readonly months: readonly AssessedMonth[];
  readonly latest: {
    /** Why nothing new may be alerted now; null where nothing hinders. */
    readonly blocked: NoAlertReason | null;
    /** The rules that are open, and those that opened or cleared with the newest month. */
    readonly open: readonly OffTrackRule[];
    readonly opened: readonly OffTrackRule[];
    readonly cleared: readonly OffTrackRule[];
    readonly shoutOut: boolean;
  };
  /** The chance of meeting the target as of the newest figure; null without a plan, after its end, or too few figures. */
  readonly chance:
    (TargetChance & { readonly words: NonNullable<TargetProbability['words']> }) | null;
};

export type AssessRefusal = {
  readonly error:
    'INVALID_DIRECTION' | 'INVALID_VALUE' | 'NOT_COUNTS' | 'INVALID_BASELINE' | 'INVALID_PLAN';
};
