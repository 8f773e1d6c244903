import type { MilestoneRecord } from '#domain/delivery';
import type { FeedbackRecord } from '#domain/feedback';
import type { AgreedPlan } from '#domain/assessment';
import type { AlertRule, AcknowledgedAlert } from '#domain/judgement';
import type { Day, Period } from '#domain/periods';
import type { Standing, ValueState } from '#domain/observations';
import type { LimitDecision } from './assessment-store.js';
import type { ReturnArrival } from './alert-store.js';
import type { GrantedExtension } from './permission-store.js';

/** `at-each-moment`: only what was known then. `now`: each figure as it stands today, from when its first version came. */
export type AsKnown = 'at-each-moment' | 'now';

/**
 * The figures of some councils, a column each: hundreds of thousands are read and copied to a thread. All columns are as long
 * as `councils`; `metrics`, `periods` and `standings` hold places in the lists. Times are milliseconds since 1970, NaN where
 * there is none. By council, metric and period, then in the order in which they became known.
 */
export type PackedFigures = {
  readonly lists: {
    readonly metrics: readonly string[];
    readonly periods: readonly Period[];
  };
  readonly councils: Int32Array;
  readonly metrics: Uint16Array;
  readonly periods: Uint16Array;
  readonly numerators: readonly (string | null)[];
  readonly denominators: readonly (string | null)[];
  readonly values: readonly (string | null)[];
  readonly states: readonly ValueState[];
  readonly standings: readonly Standing[];
  readonly knownSeqs: Float64Array;
  readonly knownAt: Float64Array;
  readonly approvedAt: Float64Array;
  readonly withdrawnAt: Float64Array;
};

/** What stands beside the figures of one council. */
export type CouncilRecord = {
  readonly councilId: number;
  readonly plans: readonly AgreedPlan[];
  readonly extensions: readonly GrantedExtension[];
  readonly arrivals: readonly ReturnArrival[];
  readonly limits: readonly LimitDecision[];
  /** What people owe, for a rule on that; nothing for another. */
  readonly owed: {
    readonly milestones: readonly MilestoneRecord[];
    readonly feedback: readonly FeedbackRecord[];
    readonly acknowledged: readonly AcknowledgedAlert[];
  };
};

/** One step of an alert that would have been; `at` is when it would have been known. */
export type BackTestStep = {
  readonly at: Date;
  /** A period key. */
  readonly period: string;
  readonly to: string;
  readonly noData: boolean;
};

/** An alert that would have been: a stretch of trouble of one series. Periods are period keys. */
export type BackTestEpisode = {
  readonly councilId: number;
  /** Null for returns. */
  readonly metric: string | null;
  readonly seriesKey: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  /** The period whose figures made it fire, and when they were known; null where it only waited. */
  readonly firedBy: string | null;
  readonly firedAt: Date | null;
  readonly clearedBy: string | null;
  readonly clearedAt: Date | null;
  readonly state: 'pending' | 'firing' | 'recovering' | 'resolved';
  readonly noData: boolean;
  /** Why it fired, or opened. */
  readonly why: string;
  /** The first ones, where there are very many. */
  readonly steps: readonly BackTestStep[];
};

/** What a rule said of one council. */
export type BackTestedCouncil = {
  readonly councilId: number;
  /** Series that had a figure to judge, or months that a return was owed for. */
  readonly series: number;
  /** First and last day of what was judged; null where there was nothing. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** False alarms that chance alone would bring in a year; null where nobody can calculate it. */
  readonly chance: number | null;
  readonly fired: number;
  /** Those that opened and ended, or stand, without having fired. */
  readonly onlyWaited: number;
  /** By the year in which it would have been known. */
  readonly firedByYear: readonly { readonly year: number; readonly fired: number }[];
  /** Those that fired, as they opened; the first ones, where there are very many. */
  readonly episodes: readonly BackTestEpisode[];
  /** Against the version in force; null where there is none to compare with. */
  readonly compared: {
    readonly both: number;
    readonly more: number;
    readonly fewer: number;
  } | null;
};

/** What a back-test came to. */
export type BackTestResult = {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly series: number;
  readonly fired: number;
  readonly firedCouncils: number;
  readonly onlyWaited: number;
  readonly firedByYear: BackTestedCouncil['firedByYear'];
  readonly chance: number | null;
  readonly compared: BackTestedCouncil['compared'];
  /** Those that fired, by council A to Z and when they were known; the first ones, where there are very many. */
  readonly episodes: readonly BackTestEpisode[];
};

export type BackTestStatus = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

export type BackTest = {
  readonly id: string;
  readonly programmeId: number;
  readonly status: BackTestStatus;
  readonly rule: AlertRule;
  /** The version in force that it is compared with; null where the rule has none, or is it. */
  readonly beside: AlertRule | null;
  readonly asKnown: AsKnown;
  readonly askedAt: Date;
  readonly askedBy: string;
  /** Councils done, of all. */
  readonly done: number;
  readonly of: number;
  readonly finishedAt: Date | null;
  /** Why it failed. */
  readonly sentence: string | null;
  readonly result: BackTestResult | null;
};

/** Back-tests from being asked for to their result. */
export abstract class BackTestStore {
  /** A version of a rule, whether draft, in force or replaced. */
  abstract rule(programmeId: number, code: string, version: number): Promise<AlertRule | null>;
  /** False where whoever asks has another one under way. */
  abstract add(one: BackTest): Promise<boolean>;
  abstract find(id: string): Promise<BackTest | null>;
  /** The newest of a version of a rule. */
  abstract latest(programmeId: number, code: string, version: number): Promise<BackTest | null>;
  /** Ends one that has not ended. Whether it had not. */
  abstract cancel(id: string, at: Date): Promise<boolean>;
  /**
   * Takes the oldest that waits, or whose worker has not been heard of since its lease ended, for `holder` until `until`. One
   * that another transaction holds is passed over.
   */
  abstract take(holder: string, now: Date, until: Date): Promise<BackTest | null>;
  /** Keeps councils' results, once each, and the lease. False where it was cancelled, or another worker has taken it. */
  abstract keep(
    of: { readonly id: string; readonly holder: string; readonly until: Date },
    councils: readonly BackTestedCouncil[],
  ): Promise<boolean>;
  /** What is kept of a back-test that has not ended. */
  abstract kept(id: string): Promise<readonly BackTestedCouncil[]>;
  /** Ends it with its result or the sentence, if `holder` still has it. What was kept of councils goes. */
  abstract finish(
    of: { readonly id: string; readonly holder: string; readonly at: Date },
    end: { readonly result: BackTestResult } | { readonly sentence: string },
  ): Promise<boolean>;
  /** Every figure of these metrics that was ever known of some councils, as a whole and not by breakdown. */
  abstract figures(of: {
    readonly programmeId: number;
    readonly councilIds: readonly number[];
    readonly metrics: readonly string[];
  }): Promise<PackedFigures>;
}
