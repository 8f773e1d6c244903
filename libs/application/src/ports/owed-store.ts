import type { MilestoneRecord } from '#domain/delivery';
import type { FeedbackRecord } from '#domain/feedback';
import type { AcknowledgedAlert } from '#domain/judgement';
import type { Day } from '#domain/periods';

type Of = { readonly programmeId: number; readonly councilId: number };

/** Something owed by a council or by DfE: since when somebody waits for it, or the day it was promised for. */
export type Owed = { readonly councilId: number } & (
  | { readonly kind: 'milestone'; readonly due: Day }
  | { readonly kind: 'answer' | 'plan'; readonly at: Date }
  | { readonly kind: 'review'; readonly on: Day }
);

/** What people owe, read for judging: the worker's side. */
export abstract class OwedStore {
  abstract milestones(of: Of): Promise<readonly MilestoneRecord[]>;
  abstract feedback(of: Of): Promise<readonly FeedbackRecord[]>;
  /** The alerts that somebody has acknowledged, but those of this rule. */
  abstract acknowledged(of: Of & { readonly notOf: string }): Promise<readonly AcknowledgedAlert[]>;
  /** Everything still owed of which the day lies between two, both counted. */
  abstract between(
    programmeId: number,
    days: { readonly from: Day; readonly to: Day },
  ): Promise<readonly Owed[]>;
}
