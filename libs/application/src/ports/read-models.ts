import type { Scope } from '#domain/access';
import type { Entry } from '#domain/follow-up';
import type { Decimal } from '#domain/decimal';
import type { Revision, RevisionReason, ValueState } from '#domain/observations';
import type { Day } from '#domain/periods';
import type { BoxFacts } from '#domain/quality';
import type { AgreedPlan } from '#domain/assessment';
import type { AlertRecord, AlertStep, KnownRevision } from './alert-store.js';
import type { KeptFinding } from './finding-store.js';
import type { RuleQuality } from './follow-up-store.js';
import type { SubmissionRecord } from './submission-store.js';

/** Which stored figures: boxes and published metrics by code, of some councils or all that the scope sees. */
export type FigureQuery = {
  readonly programmeId: number;
  readonly metrics: readonly string[];
  readonly councilIds: 'all' | readonly number[];
  readonly breakdown: string | null;
  /** Days, half-open, on the period's start; null is open. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The reader's now: figures not yet known by then do not exist. */
  readonly now: Date;
  /** Figures as they were known at this moment; null is now. */
  readonly asKnownAt: Date | null;
};

/** A revision as its history shows it; `withdrawn` is the one that took the last figure of a cell away. */
export type FigureHistoryLine = Omit<Revision, 'state'> & {
  readonly state: ValueState | 'withdrawn';
  /** Of a revision that a withdrawal made: by whom and why. */
  readonly withdrawal: { readonly by: string; readonly reason: string } | null;
  readonly receivedBy: string;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
};

/** One question each, one statement each, under the reader's scope. */
export abstract class FigureReadModel {
  abstract figures(scope: Scope, query: FigureQuery): Promise<readonly Revision[]>;
  /** Every revision of one council's figure, newest first, with who sent and who approved it. */
  abstract history(
    scope: Scope,
    cell: {
      programmeId: number;
      councilId: number;
      metrics: readonly string[];
      period: string;
      breakdown: string;
      now: Date;
    },
  ): Promise<readonly FigureHistoryLine[]>;
  /** The newest seq in the programme and when it was known, for freshness and live pages. */
  abstract latest(
    scope: Scope,
    programmeId: number,
  ): Promise<{ seq: number; knownAt: Date | null }>;
}

export type SubmissionView = SubmissionRecord & {
  readonly knownSeq: number | null;
  readonly findings: readonly KeptFinding[];
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  readonly withdrawal: { readonly by: string; readonly at: Date; readonly reason: string } | null;
  /** When its file was deleted, by retention or erased; null while it is kept. */
  readonly fileDeletedAt: Date | null;
  readonly periods: readonly string[];
};

/** A page of a list; `cursors` name the place after each item. */
export type PageOf<T> = {
  readonly items: readonly T[];
  readonly cursors: readonly string[];
  readonly next: string | null;
};

export type SubmissionQuery = {
  readonly programmeId: number;
  readonly councilId: number | null;
  /** The key of a month that they are about, by their figures or the page that they were sent from; left out: any. */
  readonly period?: string | null;
  readonly after: string | null;
  readonly first: number;
};

/** A figure that stood, and what a submission made of it. */
export type FigureChange = {
  readonly submissionId: string;
  readonly metric: string;
  readonly period: string;
  readonly breakdown: string;
  readonly before: { readonly value: Decimal | null; readonly state: ValueState };
  readonly after: { readonly value: Decimal | null; readonly state: ValueState };
  readonly reason: RevisionReason | null;
};

/** What some submissions did: the figures that they changed, by period and metric, and how many findings each has. */
export type SubmissionEffects = {
  readonly changes: readonly FigureChange[];
  readonly findings: ReadonlyMap<string, number>;
};

export abstract class SubmissionReadModel {
  /** Of one submission, at most `most` changes. Replaced figures only: a first figure changes none. */
  abstract effects(
    scope: Scope,
    submissionIds: readonly string[],
    most: number,
  ): Promise<SubmissionEffects>;
  abstract byId(scope: Scope, id: string): Promise<SubmissionView | null>;
  /** Newest first; findings are left out. */
  abstract list(scope: Scope, query: SubmissionQuery): Promise<PageOf<SubmissionView>>;
}

/** What has come of one council's return of one month. */
export type ReturnFacts = {
  readonly councilId: number;
  readonly period: string;
  /** Boxes that have a current figure or answer. */
  readonly boxes: readonly string[];
  readonly boxesApproved: number;
  readonly firstReceivedAt: Date | null;
  readonly lastReceivedAt: Date | null;
  readonly answer: {
    readonly kind: 'nil' | 'not-available';
    readonly text: string;
    /** The day by which the council expects its figures, if it said. */
    readonly expectedOn: Day | null;
    readonly at: Date;
  } | null;
  readonly submissionIds: readonly string[];
};

export type ReturnQuery = {
  readonly programmeId: number;
  readonly councilIds: 'all' | readonly number[];
  readonly from: Day;
  readonly to: Day;
  readonly now: Date;
};

export abstract class ReturnReadModel {
  /** Facts of every return of these months about which something is known; silence has no row. */
  abstract facts(scope: Scope, query: ReturnQuery): Promise<readonly ReturnFacts[]>;
}

export type QualityQuery = {
  readonly programmeId: number;
  readonly councilId: number;
  readonly from: Day;
  readonly to: Day;
  readonly now: Date;
};

/** What is on record of one council's returns: what came of each month, and what was corrected and said of each box. */
export type QualityFactsFound = {
  readonly months: readonly {
    readonly period: string;
    readonly firstSentAt: Date | null;
    readonly history: boolean;
    /** Boxes that hold a number now, and those that hold a number or words; null for none. */
    readonly withNumber: readonly string[] | null;
    readonly answered: readonly string[] | null;
  }[];
  readonly boxes: readonly BoxFacts[];
};

export abstract class QualityReadModel {
  abstract facts(scope: Scope, query: QualityQuery): Promise<QualityFactsFound>;
}

export type AlertQuery = {
  readonly programmeId: number;
  readonly ruleCode: string | null;
  readonly councilId: number | null;
  readonly metric: string | null;
  readonly open: boolean | null;
  /** Only those acknowledged before a moment, and without a plan and not closed on a day; left out: whatever was done. */
  readonly unplanned?: { readonly before: Date; readonly today: Day };
  readonly after: string | null;
  readonly first: number;
};

export type LedgerLine = {
  readonly notificationId: string;
  readonly audience: string;
  readonly recipient: string;
  readonly channel: string;
  readonly event: string;
  readonly reason: string;
  readonly dueAt: Date;
  /** Why it waits; null where it does not. */
  readonly waits: string | null;
  readonly attempts: readonly {
    readonly at: Date;
    readonly outcome: string;
    readonly detail: string;
  }[];
};

export type AlertWithStory = {
  readonly alert: AlertRecord;
  readonly steps: readonly AlertStep[];
  readonly ledger: readonly LedgerLine[];
  /** What people did about it, in order. */
  readonly entries: readonly Entry[];
};

/** A month of an alert whose figures were corrected, or withdrawn, after it opened: when last. */
export type Correction = { readonly period: string; readonly at: Date };

export type InboxMessage = {
  readonly id: string;
  readonly alertId: string | null;
  /** The council and the key of the month that a reminder is about; null for an alert. */
  readonly councilId: number | null;
  readonly period: string | null;
  readonly subject: string;
  readonly body: string;
  readonly deliveredAt: Date;
  readonly reason: string;
};

export abstract class AlertReadModel {
  /** By opening time, newest first. Never by how bad it is. */
  abstract list(scope: Scope, query: AlertQuery): Promise<PageOf<AlertRecord>>;
  abstract byId(scope: Scope, id: string): Promise<AlertWithStory | null>;
  /** What people did about some alerts, each in order: one statement. An alert without any is not in it. */
  abstract entries(
    scope: Scope,
    alertIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Entry[]>>;
  /** Of these stored figures and periods, those that replaced or withdrew others after a moment and by now. */
  abstract corrections(
    scope: Scope,
    query: {
      programmeId: number;
      councilId: number;
      metrics: readonly string[];
      periods: readonly string[];
      after: Date;
      now: Date;
    },
  ): Promise<readonly Correction[]>;
  /** Every revision of these stored figures of one council, by period, then by seq. */
  abstract revisions(
    scope: Scope,
    query: { programmeId: number; councilId: number; metrics: readonly string[] },
  ): Promise<readonly KnownRevision[]>;
  abstract plans(
    scope: Scope,
    query: { programmeId: number; councilIds: 'all' | readonly number[]; metric: string | null },
  ): Promise<readonly AgreedPlan[]>;
  /** What every rule did in a stretch of time, half-open, by code: one statement. Of the councils that the scope sees. */
  abstract quality(
    scope: Scope,
    query: { programmeId: number; from: Date; to: Date },
  ): Promise<readonly RuleQuality[]>;
  /** In-app messages delivered to one of these recipients, newest first. */
  abstract inbox(
    scope: Scope,
    query: { recipients: readonly string[]; first: number },
  ): Promise<readonly InboxMessage[]>;
}
