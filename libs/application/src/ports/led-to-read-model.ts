import type { Scope } from '#domain/access';
import type { Feedback } from '#domain/feedback';
import type { Milestone } from '#domain/delivery';
import type { Permission } from '#domain/returns';
import type { AlertRecord } from './alert-store.js';

/** A step of an alert to another state, by the figures of one month; `told`: the audiences that have been told of the alert. */
export type AlertMove = {
  readonly alert: AlertRecord;
  readonly at: Date;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly told: readonly string[];
};

export type AnsweredFeedback = Pick<Feedback, 'id' | 'words'> & {
  readonly answer: string;
  readonly at: Date;
};

/** What is on record of what one council's figures and words led to, each list newest first. */
export type LedToFound = {
  readonly moves: readonly AlertMove[];
  readonly answers: readonly AnsweredFeedback[];
  /** Recovery plans that DfE agreed. */
  readonly recoveries: readonly { readonly alert: AlertRecord; readonly at: Date }[];
  readonly milestones: readonly (Pick<Milestone, 'id' | 'title'> & { readonly at: Date })[];
  readonly permissions: readonly Permission[];
};

export type LedToQuery = {
  readonly programmeId: number;
  readonly councilId: number;
  /** The key of a month whose alerts and permissions are found, whenever they moved; null for none. */
  readonly period: string | null;
  /** What happened from then until `to`, of any month. */
  readonly from: Date;
  readonly to: Date;
  /** Of each list. */
  readonly most: number;
};

export abstract class LedToReadModel {
  abstract find(scope: Scope, query: LedToQuery): Promise<LedToFound>;
}
