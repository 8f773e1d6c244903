import type { AgreedPlan } from '#domain/judgement';
import type { Revision } from '#domain/observations';

/** A series waiting to be judged; `metric` is a stored code (box or published), or null for the council's returns. */
export type SeriesToAssess = {
  readonly programmeId: number;
  readonly councilId: number;
  readonly metric: string | null;
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

export type NotificationRecord = {
  readonly id: string;
  readonly programmeId: number;
  readonly councilId: number;
  readonly alertId: string;
  readonly event: string;
  readonly audience: 'council' | 'partnership' | 'dfe';
  readonly recipient: string;
  readonly channel: 'in-app';
  readonly subject: string;
  readonly body: string;
  readonly reason: string;
  readonly dueAt: Date;
};

/** Judging: the worker's side, inside one transaction. */
export abstract class AlertStore {
  /** Series that wait, oldest first, locked so that no other worker takes them; removed when the transaction commits. */
  abstract takeSeries(limit: number): Promise<readonly SeriesToAssess[]>;
  abstract queueSeries(series: readonly SeriesToAssess[]): Promise<void>;
  /** Every revision of these metrics of one council, with the moment each was approved; bounded by the series. */
  abstract revisions(series: {
    programmeId: number;
    councilId: number;
    metrics: readonly string[];
  }): Promise<readonly (Revision & { approvedAt: Date | null })[]>;
  abstract plans(programmeId: number, councilId: number): Promise<readonly AgreedPlan[]>;
  /** When each month's return was first received, answered, approved. */
  abstract returnFacts(
    programmeId: number,
    councilId: number,
  ): Promise<readonly { period: string; receivedAt: Date | null; answeredAt: Date | null }[]>;
  abstract alerts(
    programmeId: number,
    councilId: number,
    ruleCode: string,
    seriesKey: string | null,
  ): Promise<readonly AlertRecord[]>;
  abstract steps(alertIds: readonly string[]): Promise<readonly AlertStep[]>;
  abstract save(alert: AlertRecord, steps: readonly AlertStep[]): Promise<void>;
  /** The last moment up to which a rule has judged a series; null before the first. */
  abstract judgedUpTo(
    programmeId: number,
    councilId: number,
    ruleCode: string,
    seriesKey: string,
  ): Promise<Date | null>;
  abstract setJudgedUpTo(
    programmeId: number,
    councilId: number,
    ruleCode: string,
    seriesKey: string,
    at: Date,
  ): Promise<void>;
  abstract notify(notifications: readonly NotificationRecord[]): Promise<void>;
  abstract acknowledge(alertId: string, by: string, at: Date): Promise<AlertRecord | null>;
}

/** Sending: due notifications and the ledger of every attempt. */
export abstract class NotificationStore {
  abstract takeDue(now: Date, limit: number): Promise<readonly NotificationRecord[]>;
  abstract recordAttempt(
    notificationId: string,
    attempt: { at: Date; outcome: 'delivered' | 'failed' | 'not-told'; detail: string },
  ): Promise<void>;
}
