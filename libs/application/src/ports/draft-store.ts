import type { Period } from '#domain/periods';
import type { DraftFields, ReturnDraft } from '#domain/returns';

export type DraftOf = {
  readonly programmeId: number;
  readonly councilId: number;
  readonly period: Period;
};

/** A draft as a list shows it: not what was typed. */
export type DraftNote = Omit<ReturnDraft, 'fields' | 'expiresAt'> & { readonly period: Period };

export type NewDraft = {
  readonly fields: DraftFields;
  readonly savedAt: Date;
  readonly savedBy: string;
  readonly expiresAt: Date;
};

/** Returns that are not sent yet; one draft a council and month. A draft that has ended is not there. */
export abstract class DraftStore {
  abstract find(of: DraftOf, now: Date): Promise<ReturnDraft | null>;
  /** The same, for saving: who else would save this draft waits until the transaction ends. */
  abstract take(of: DraftOf, now: Date): Promise<ReturnDraft | null>;
  abstract save(of: DraftOf, draft: NewDraft): Promise<void>;
  /** Newest month first. */
  abstract ofCouncil(
    of: { readonly programmeId: number; readonly councilId: number },
    now: Date,
  ): Promise<readonly DraftNote[]>;
  /** Deletes a draft if it is still at this version. */
  abstract discard(of: DraftOf, version: number): Promise<void>;
  abstract forgetEnded(now: Date): Promise<void>;
}
