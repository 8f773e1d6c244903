import type { Finding } from '#domain/intake';
import type { SubmissionRecord } from './submission-store.js';

/** A finding with what became of it. `n` is its number within its submission, from 0. */
export type KeptFinding = Finding & {
  readonly n: number;
  readonly explainedBy: string | null;
  readonly explainedAt: Date | null;
  /** When a later figure of the same cell was accepted. */
  readonly closedAt: Date | null;
};

/** What was said of submissions, inside one transaction. */
export abstract class FindingStore {
  abstract keep(
    submission: SubmissionRecord,
    findings: readonly Finding[],
    at: Date,
  ): Promise<void>;
  /** Findings of a submission after the one numbered `after` (-1: from the first), at most `first` of them. */
  abstract page(
    submissionId: string,
    after: number,
    first: number,
  ): Promise<readonly KeptFinding[]>;
  /** The warnings of a submission that nobody has explained and that no later figure has settled. */
  abstract unexplained(submissionId: string): Promise<readonly KeptFinding[]>;
  /** Keeps the words that explain a warning; false when it was explained or closed before. */
  abstract explain(
    finding: { readonly submissionId: string; readonly n: number },
    words: { readonly text: string; readonly by: string; readonly at: Date },
  ): Promise<boolean>;
  /**
   * Closes what was said of a withdrawn submission, and opens again what its figures had settled, where the withdrawal
   * took them back.
   */
  abstract withdraw(acceptanceId: string, submission: SubmissionRecord, at: Date): Promise<void>;
  /** Closes what was said of earlier figures of the cells that an acceptance brought anew. */
  abstract closeSettled(
    acceptanceId: string,
    submission: SubmissionRecord,
    at: Date,
  ): Promise<void>;
}
