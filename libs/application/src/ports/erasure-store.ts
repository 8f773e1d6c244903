/**
 * What is erased: the content of a submission (with why it was withdrawn), of one finding of it, the words at one figure,
 * what a council answered for a month in place of figures, or what people wrote on an alert, a milestone, feedback or a silence.
 * Figures themselves stay, and that there was an answer or a deed, when and by whom.
 */
export type ErasureSubject =
  | { readonly kind: 'submission'; readonly submissionId: string }
  | { readonly kind: 'finding'; readonly submissionId: string; readonly n: number }
  | {
      readonly kind: 'figure';
      readonly councilId: number;
      readonly metric: string;
      /** The stored key of the period, e.g. `2024 September`. */
      readonly period: string;
    }
  | { readonly kind: 'answer'; readonly councilId: number; readonly period: string }
  | {
      readonly kind: 'entry';
      /** What it was written on; of milestones, feedback and silences the entry 0 is what they say themselves. */
      readonly of: 'alert' | 'milestone' | 'feedback' | 'silence';
      readonly id: string;
      readonly n: number;
    };

/** Who erased, when and why, and the SHA-256 of what was there, as hexadecimal digits. */
export type Tombstone = {
  readonly programmeId: number;
  readonly councilId: number | null;
  readonly kind: 'file' | ErasureSubject['kind'];
  readonly subject: string;
  readonly submissionId: string | null;
  readonly erasedAt: Date;
  readonly erasedBy: string;
  readonly reason: string;
  readonly digest: string;
};

export type ErasedFrom = {
  readonly programmeId: number;
  readonly councilId: number | null;
  /** Every text and file that was there, as one text; a file by its digest. Null when there was nothing. */
  readonly content: string | null;
};

/** Takes content away and leaves a tombstone; ids, places, codes, digests and counts stay. The worker's side. */
export abstract class ErasureStore {
  /** Takes the content of a subject away and answers what was there; null when there is no such subject. */
  abstract erase(programmeId: number, subject: ErasureSubject): Promise<ErasedFrom | null>;
  abstract bury(tombstone: Tombstone): Promise<void>;
  /**
   * Deletes the files of at most `limit` finished submissions received before a moment, oldest first, and leaves a
   * tombstone for each, by the digest that the submission carries. Returns how many.
   */
  abstract dropFiles(of: {
    readonly programmeId: number;
    readonly refused: boolean;
    readonly before: Date;
    readonly at: Date;
    readonly reason: string;
    readonly limit: number;
  }): Promise<number>;
}
