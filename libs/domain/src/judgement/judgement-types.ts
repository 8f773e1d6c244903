import type { Day, Period } from '../periods/period.js';

export type AlertState = 'pending' | 'firing' | 'recovering' | 'resolved';

/** A closed set of conditions with parameters; a rule is a versioned row of data. Shares are percentages, as figures are. */
export type AlertCondition =
  | PublishedFloor
  | ReturnMissing
  | PlanBand
  | OffTrajectory
  | GettingWorse
  | TargetUnlikely
  | BacklogBuilding
  | GainWithSideEffect
  | UnlikeTheOthers
  | MilestoneOverdue
  | AnswerOverdue;

export type PublishedFloor = {
  readonly kind: 'published-floor';
  /** Fires when the upper end of the exact interval is below `floor`; clears at `clearAt` or more. */
  readonly floor: number;
  readonly clearAt: number;
  readonly confidence: number;
  /** With fewer cases a year than this, two years are pooled. */
  readonly minimumDenominator: number;
};

export type ReturnMissing = {
  readonly kind: 'return-missing';
  readonly graceWorkingDays: number;
  readonly at: string;
};

/** Outside the plan's own tolerance, for series that the cumulative sum cannot judge yet. */
export type PlanBand = {
  readonly kind: 'plan-band';
  /** Metrics that the rule on the trajectory judges instead once they have a baseline. */
  readonly untilBaseline: readonly string[];
  readonly minimumCases: number;
  /** A yearly percentage is outside only when its exact interval of this confidence is. */
  readonly confidence: number;
};

/** Rule B: the cumulative sum of shortfalls from the agreed plan. */
export type OffTrajectory = { readonly kind: 'off-trajectory'; readonly minimumCases: number };

/** Rule A: the cumulative sum of shortfalls from the own baseline, or one value far out. */
export type GettingWorse = {
  readonly kind: 'getting-worse';
  readonly minimumCases: number;
  /**
   * Metrics that are judged by what each month added (stocks, and figures that grow within their year), each with how much
   * worse than at the end of its baseline a stock has to be, in its own unit: a smooth one moves by less than anybody minds.
   */
  readonly byMonthlyChange: Readonly<Record<string, number>>;
  /** Months, by metric, in which nothing can happen (no school in August): neither good nor bad. */
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
  /** Months that are taken together to see whether the agreed plan is met all the same: then it is a mark, not an alert. */
  readonly quietMonths: number;
};

/** Rule C: the probability of meeting the plan's last value. */
export type TargetUnlikely = {
  readonly kind: 'target-unlikely';
  readonly below: number;
  readonly clearAt: number;
  /** Months of monitoring before anything is said. */
  readonly fromMonth: number;
  readonly minimumCases: number;
};

/** A stock that is many months' work of what empties it, and grows. */
export type BacklogBuilding = {
  readonly kind: 'backlog-building';
  /** The metric that counts what leaves the stock. */
  readonly outflow: string;
  /** Months over which the outflow is averaged. */
  readonly months: number;
  readonly times: number;
  readonly clearTimes: number;
  /** How many months running it must have grown, or fallen to clear. */
  readonly running: number;
  readonly minimumWaiting: number;
};

/** A gain beside which a balancing measure moved the wrong way. */
export type GainWithSideEffect = {
  readonly kind: 'gain-with-side-effect';
  /** Points that the measure rose, and a balancing percentage moved, on the same 12 months a year before. */
  readonly gain: number;
  readonly sideEffect: number;
  /** How many standard errors such a change has to be. */
  readonly z: number;
  /** Periods either side within which both have to be seen. */
  readonly within: number;
  /** Periods without a side effect that clear it. */
  readonly clearAfter: number;
  readonly minimumCases: number;
};

/** Outside the funnel of all reporting councils, with over-dispersion. */
export type UnlikeTheOthers = {
  readonly kind: 'unlike-the-others';
  readonly minimumCases: number;
  /** For counts: the metric that they are a part of. */
  readonly partOf: Readonly<Record<string, string>>;
};

/** A milestone that is neither done nor given a new date so many working days after it was due. */
export type MilestoneOverdue = {
  readonly kind: 'milestone-overdue';
  readonly workingDays: number;
};

/** What somebody waits for: DfE's answer to feedback, and the plan after an alert was acknowledged. */
export type AnswerOverdue = {
  readonly kind: 'answer-overdue';
  readonly workingDays: number;
  readonly planWithinWorkingDays: number;
};

export type AlertRule = {
  readonly code: string;
  readonly version: number;
  readonly title: string;
  readonly enabled: boolean;
  readonly condition: AlertCondition;
  /** Metrics judged; empty for rules about returns, milestones and answers. */
  readonly metrics: readonly string[];
  /** Observed periods a breach must last before it fires, and a clear before it resolves. */
  readonly forPeriods: number;
  readonly keepFiringFor: number;
  readonly severity: 'act' | 'look';
  readonly recipients: readonly AlertRecipient[];
  readonly scope: RuleScope;
  /** When messages wait: in the council's own school holidays, or never. */
  readonly mute: 'never' | 'school-holidays';
  /** Working days after which whoever was told is told again while nobody has acknowledged; null: once is enough. */
  readonly repeatAfter: number | null;
  readonly escalation: readonly Escalation[];
  /** Five fields of cron, in London: the only moments at which it is evaluated. Null: whenever figures change. */
  readonly schedule: string | null;
};

/** What a rule looks at of all that its metrics have. An empty list leaves nothing out. */
export type RuleScope = {
  /** Keys of councils. */
  readonly councils: readonly string[];
  /** Codes of partnerships. */
  readonly partnerships: readonly string[];
  /** Periods that start on this day or later, and before that one; null: from the first, to the last. */
  readonly from: Day | null;
  readonly to: Day | null;
};

/** Who is told besides when nothing has been done so many working days after it fired. */
export type Escalation = {
  readonly audience: 'partnership' | 'dfe' | 'board';
  readonly afterWorkingDays: number;
  /** What would have spared them; `cleared`: nothing that people do short of closing it. */
  readonly unless: 'acknowledged' | 'planned' | 'cleared';
};

/** Who is told, and how many working days after the alert fires. */
export type AlertRecipient = {
  readonly audience: 'council' | 'partnership' | 'dfe';
  readonly afterWorkingDays: number;
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
