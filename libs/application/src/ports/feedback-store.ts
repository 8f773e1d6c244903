import type { Scope } from '#domain/access';
import type { Feedback, FeedbackEntry, FeedbackRecord } from '#domain/feedback';
import type { PageOf } from './read-models.js';

/** Feedback, written: entries are added in turn, and none is changed. */
export abstract class FeedbackStore {
  /** Adds what a council says. False when as many as this of the council's wait for an answer already. */
  abstract add(feedback: Feedback, mostWaiting: number): Promise<boolean>;
  /** Feedback with its entries; nobody else adds one until the transaction ends. Null: there is none in scope. */
  abstract open(id: string): Promise<FeedbackRecord | null>;
  abstract append(
    of: Pick<Feedback, 'id' | 'councilId'>,
    entries: readonly FeedbackEntry[],
  ): Promise<void>;
}

export type FeedbackQuery = {
  readonly programmeId: number;
  readonly councilId: number | null;
  /** Of these councils; left out, of all that are seen. */
  readonly councilIds?: readonly number[];
  /** About this reform; left out, about anything. */
  readonly reform?: string;
  /** Whether it waits for an answer; null is either. */
  readonly open: boolean | null;
  readonly after: string | null;
  readonly first: number;
};

export abstract class FeedbackReadModel {
  /** As it was said, oldest first. */
  abstract list(scope: Scope, query: FeedbackQuery): Promise<PageOf<FeedbackRecord>>;
  abstract byId(scope: Scope, id: string): Promise<FeedbackRecord | null>;
}
