import type { AgreedPlan } from '#domain/assessment';
import type { Revision } from '#domain/observations';
import type { NotificationRecord } from './notification-store.js';
import type { GrantedExtension } from './permission-store.js';

/** A series waiting to be judged; `metric` is a stored code (box or published), or null for the council's returns. */
export type SeriesToAssess = {
  readonly programmeId: number;
  readonly councilId: number;
  readonly metric: string | null;
};

/** Which waiting series to take: of any council, or of one. Those of a council that is put aside wait for its time. */
export type Taking = {
  readonly most: number;
  readonly now: Date;
  readonly councilId: number | null;
};

export type PutAside = {
  readonly programmeId: number;
  readonly now: Date;
  /** What happened, for whoever runs the service. */
  readonly detail: string;
};

/** An alert as it is stored: the present state, and every step that led to it with its reason. */
export type AlertRecord = {
  readonly id: string;
  readonly programmeId: number;
  readonly councilId: number;
  readonly ruleCode: string;
  readonly ruleVersion: number;
  readonly metric: string | null;
  /** The series within the rule: the metric, or for returns the period. */
  readonly seriesKey: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly state: 'pending' | 'firing' | 'recovering' | 'resolved';
  readonly noData: boolean;
  readonly since: Date;
  readonly firedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly period: string;
  readonly why: string;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
};

export type AlertStep = {
  readonly alertId: string;
  readonly n: number;
  readonly at: Date;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly noData: boolean;
  readonly reason: string;
  readonly ruleVersion: number;
};

/** One rule applied to one series of one council. */
export type JudgedSeries = {
  readonly programmeId: number;
  readonly councilId: number;
  readonly ruleCode: string;
  readonly seriesKey: string;
};

/**
 * A revision with the moment its approval was known (null while provisional), and the moment from which it no longer counts
 * because its submission was withdrawn (null while it stands).
 */
export type KnownRevision = Revision & {
  readonly approvedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/**
 * When a month's return was answered without figures, and when figures came: each delivery from when it was known until
 * it was withdrawn (null while it stands), in two lists side by side.
 */
export type ReturnArrival = {
  readonly period: string;
  readonly receivedAt: readonly Date[] | null;
  readonly withdrawnAt: readonly (Date | null)[] | null;
  readonly answeredAt: Date | null;
};

/** What is on record of some councils when they are judged. */
export type Recalled = {
  readonly plans: readonly AgreedPlan[];
  readonly extensions: readonly GrantedExtension[];
  readonly arrivals: readonly (ReturnArrival & { readonly councilId: number })[];
  /** Every alert, open or not. */
  readonly alerts: readonly AlertRecord[];
  /** How far each series was judged. */
  readonly judged: readonly (JudgedSeries & { readonly upTo: Date })[];
};

/** Judging: the worker's side, inside one transaction. */
export abstract class AlertStore {
  /** Series that wait, oldest first, locked so that no other worker takes them; gone when the transaction commits. */
  abstract takeSeries(taking: Taking): Promise<readonly SeriesToAssess[]>;
  /** The councils of series that wait and are not put aside, in the order of their ids. */
  abstract councilsThatWait(now: Date): Promise<readonly number[]>;
  /**
   * Puts a council aside after a failure, for one minute, and twice as long each time up to an hour. Answers how often it
   * was tried in a row. Taking its series takes it back, when that commits.
   */
  abstract putAside(councilId: number, failure: PutAside): Promise<number>;
  abstract queueSeries(series: readonly SeriesToAssess[]): Promise<void>;
  /** Makes judgements of each council follow each other until the transaction ends. Takes them in the order given. */
  abstract lockCouncils(programmeId: number, councilIds: readonly number[]): Promise<void>;
  abstract recall(programmeId: number, councilIds: readonly number[]): Promise<Recalled>;
  /** Every revision of these metrics of some councils, by period, then by seq. */
  abstract revisions(series: {
    programmeId: number;
    councilIds: readonly number[];
    metrics: readonly string[];
  }): Promise<readonly KnownRevision[]>;
  /** Every alert of one council, open or not. */
  abstract ofCouncil(of: {
    programmeId: number;
    councilId: number;
  }): Promise<readonly AlertRecord[]>;
  abstract steps(alertIds: readonly string[]): Promise<readonly AlertStep[]>;
  /** Saves an alert with the steps that are new. */
  abstract save(alert: AlertRecord, steps: readonly AlertStep[]): Promise<void>;
  /** The last moment up to which rules have judged series; a later one stands. */
  abstract setJudged(series: readonly (JudgedSeries & { readonly upTo: Date })[]): Promise<void>;
  /** Adds messages; one that stands already (same alert or month, event, recipient, channel, subscription) is left as it is. */
  abstract notify(notifications: readonly NotificationRecord[]): Promise<void>;
  /** The first acknowledgement stands. Null when there is no such alert in scope. */
  abstract acknowledge(alertId: string, by: string, at: Date): Promise<AlertRecord | null>;
  /** How far a sweep has come; locked until the transaction ends. */
  abstract sweptUpTo(name: string): Promise<Date | null>;
  abstract setSweptUpTo(name: string, at: Date): Promise<void>;
}
