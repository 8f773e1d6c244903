import type { Decimal } from '../decimal/decimal.js';
import type { Standing, ValueState } from '../observations/observation.js';
import type { Day, Period } from '../periods/period.js';

export type AlertState = 'pending' | 'firing' | 'recovering' | 'resolved';

/** A closed set of conditions with parameters; a rule is a versioned row of data. */
export type AlertCondition =
  | {
      readonly kind: 'published-floor';
      /** Fires when the upper end of the exact interval is below `floor`; clears at `clearAt` or more. Percent. */
      readonly floor: number;
      readonly clearAt: number;
      readonly confidence: number;
      /** With fewer cases a year than this, two years are pooled. */
      readonly minimumDenominator: number;
    }
  | { readonly kind: 'return-missing'; readonly graceWorkingDays: number; readonly at: string }
  | { readonly kind: 'plan-band'; readonly minimumDenominator: number };

export type AlertRule = {
  readonly code: string;
  readonly version: number;
  readonly title: string;
  /** One English sentence that says what the rule will do. */
  readonly sentence: string;
  readonly enabled: boolean;
  readonly condition: AlertCondition;
  /** Metrics judged; empty for rules about returns. */
  readonly metrics: readonly string[];
  /** Observed periods a breach must last before it fires, and a clear before it resolves. */
  readonly forPeriods: number;
  readonly keepFiringFor: number;
  readonly severity: 'act' | 'look';
  readonly recipients: readonly AlertRecipient[];
};

/** Who is told, and how many working days after the alert fires. */
export type AlertRecipient = {
  readonly audience: 'council' | 'partnership' | 'dfe';
  readonly afterWorkingDays: number;
};

/** One period of a series as known at a moment. `missing`: it was expected by then and had not come. */
export type JudgedPoint = {
  readonly period: Period;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly value: Decimal | null;
  readonly state: ValueState;
  readonly standing: Standing | null;
};

/** What a condition says of one period, with its reason in words. */
export type Verdict = {
  readonly period: Period;
  readonly kind: 'breach' | 'clear' | 'hold' | 'no-data' | 'not-judged';
  readonly reason: string;
};

/** One stretch of trouble in a series: from the first breach to its resolution, as known at a moment. */
export type Episode = {
  readonly openedBy: Period;
  readonly state: AlertState;
  readonly noData: boolean;
  /** Period whose figures brought the present state. */
  readonly stateSince: Period;
  readonly firedBy: Period | null;
  readonly resolvedBy: Period | null;
  readonly steps: readonly EpisodeStep[];
};

export type EpisodeStep = {
  readonly period: Period;
  readonly from: AlertState | 'inactive';
  readonly to: AlertState;
  readonly noData: boolean;
  readonly reason: string;
};

/** A trajectory agreed by named people: a value from each day on, with a tolerance in the metric's own unit. */
export type AgreedPlan = {
  readonly councilId: number;
  readonly metric: string;
  readonly version: number;
  readonly status: 'proposed' | 'agreed' | 'contested' | 'ended';
  readonly tolerance: number;
  readonly points: readonly { readonly from: Day; readonly value: number }[];
  readonly agreedOn: Day | null;
  readonly note: string;
};
