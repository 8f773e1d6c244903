import type { KnownFigure } from '#domain/intake';
import type { Metric } from '#domain/metrics';
import type { Observation } from '#domain/observations';
import type { Day, Period } from '#domain/periods';

export type Channel = 'page' | 'file' | 'api';
export type SubmissionStatus =
  | 'received'
  | 'validating'
  | 'accepted'
  | 'accepted-in-part'
  | 'refused'
  | 'approved'
  | 'withdrawn'
  | 'superseded';
export type SubmissionSource = 'return' | 'backfill' | 'published';
export type SubmissionMode = 'partial' | 'atomic';

/** One delivery as it is stored. `councilId` is null for a published file about many councils. */
export type SubmissionRecord = {
  readonly id: string;
  readonly programmeId: number;
  readonly councilId: number | null;
  readonly channel: Channel;
  readonly source: SubmissionSource;
  readonly mode: SubmissionMode;
  readonly status: SubmissionStatus;
  readonly receivedAt: Date;
  readonly receivedBy: string;
  readonly receivedCount: number;
  readonly acceptedCount: number;
  /** Of everything that was asked: bytes, mode, council and comment. */
  readonly bodyDigest: string;
  /** Of the bytes of a file alone; null for rows. */
  readonly fileDigest: string | null;
  readonly comment: string | null;
  readonly fileName: string | null;
  /** The month whose return page it was sent from, if it was. */
  readonly expectedPeriod: Period | null;
  /** Day of publication, for published files. */
  readonly publishedOn: string | null;
  readonly demonstration: boolean;
};

export type AcceptanceKind = 'figures' | 'approval' | 'answer' | 'withdrawal';

/** What the store says of a claim on an idempotency key. Waiting for another send of the key happens inside `claim`. */
export type KeyClaim =
  | { readonly kind: 'new' }
  | { readonly kind: 'replay'; readonly submissionId: string }
  | { readonly kind: 'reused' };

export type KeyOf = {
  readonly programmeId: number;
  readonly councilId: number | null;
  readonly operation: string;
  readonly key: string;
  readonly bodyDigest: string;
  readonly submissionId: string;
  readonly now: Date;
};

/** The first send of a key is still in work after ten seconds. Thrown through the transaction, which it ends. */
export class KeyInFlight extends Error {
  constructor() {
    super('the first send of this key is still in work');
  }
}

/** The writing side of intake, inside one transaction. */
export abstract class SubmissionStore {
  /** Waits up to 10 s for another open send of the key (raises `KeyInFlight` after that). */
  abstract claimKey(key: KeyOf): Promise<KeyClaim>;
  abstract insert(record: SubmissionRecord): Promise<void>;
  /** What was received, in pieces of at most 1 MB; nothing for a personal-data refusal. */
  abstract keepPayload(
    submission: SubmissionRecord,
    format: string,
    bytes: Uint8Array,
  ): Promise<void>;
  abstract payload(submissionId: string): Promise<{ format: string; bytes: Uint8Array } | null>;
  /** One piece of what was received, from 0; null where there is none. */
  abstract payloadPiece(
    submissionId: string,
    n: number,
  ): Promise<{ format: string; bytes: Uint8Array } | null>;
  abstract find(submissionId: string): Promise<SubmissionRecord | null>;
  /** Takes a received submission that nobody else holds, or null. Locked until the transaction ends. */
  abstract takeReceived(submissionId: string | null): Promise<SubmissionRecord | null>;
  abstract finish(
    id: string,
    outcome: {
      status: SubmissionStatus;
      receivedCount: number;
      acceptedCount: number;
      acceptanceId: string | null;
    },
  ): Promise<void>;
  abstract setStatus(id: string, status: SubmissionStatus): Promise<void>;
  /** Makes submissions of one council follow each other until the transaction ends. */
  abstract lockCouncil(programmeId: number, councilId: number | null): Promise<void>;
  /** Current figures of these metrics from `fromDay` on: what the rules compare with. */
  abstract knownFigures(
    programmeId: number,
    councilIds: 'all' | readonly number[],
    fromDay: string,
    metrics: readonly string[],
  ): Promise<readonly KnownFigure[]>;
  /** What stands in these cells now. */
  abstract knownCells(
    programmeId: number,
    cells: readonly {
      readonly metric: Pick<Metric, 'code' | 'major'>;
      readonly council: { readonly id: number };
      readonly breakdown: string;
      readonly period: Period;
    }[],
  ): Promise<readonly KnownFigure[]>;
  abstract forgetKeysBefore(day: Date): Promise<void>;
  /** The last submission before this one whose figures came in the same file for the same council, if any. */
  abstract sameBytes(
    submission: Pick<SubmissionRecord, 'id' | 'programmeId' | 'councilId' | 'fileDigest'>,
  ): Promise<{ receivedAt: Date } | null>;
}

export type NewReturnAnswer = {
  readonly programmeId: number;
  readonly councilId: number;
  readonly period: Period;
  readonly kind: 'nil' | 'not-available';
  readonly text: string;
  readonly expectedOn: Day | null;
  readonly acceptanceId: string;
  readonly actor: string;
  readonly at: Date;
};

/** The one place where figures become known. */
export abstract class FigureStore {
  /** Opens an acceptance: its place in the order of knowledge is taken last, by `seal`. */
  abstract openAcceptance(input: {
    programmeId: number;
    councilId: number | null;
    kind: AcceptanceKind;
    submissionId: string | null;
    actor: string;
    at: Date;
    /** Why, where a deed asks for a reason. */
    reason?: string;
  }): Promise<string>;
  /**
   * Appends revisions in thousands, and brings the current values up with them where they are known now (a published
   * file may be loaded ahead of its day).
   */
  abstract append(
    acceptanceId: string,
    submission: SubmissionRecord,
    observations: readonly Observation[],
    options: { minorOf: (metric: string) => number; knownNow: boolean },
  ): Promise<void>;
  /** Marks the submission's current figures approved. Returns how many there were. */
  abstract approve(
    acceptanceId: string,
    submission: SubmissionRecord,
    by: { actor: string; at: Date },
  ): Promise<number>;
  /** The periods of the figures that stand because of a submission. */
  abstract standingPeriods(submissionId: string): Promise<readonly string[]>;
  /**
   * Takes back what stands because of a submission: each such figure becomes again the last one before it that is not
   * withdrawn, as approved as that one was, or where there was none it is gone. Revisions say so; nothing is removed.
   */
  abstract withdraw(
    acceptanceId: string,
    submission: SubmissionRecord,
  ): Promise<{ restored: number; removed: number }>;
  /** Queues every series that the acceptance touched for assessment, and the council's returns. */
  abstract queueAssessments(acceptanceId: string): Promise<void>;
  /**
   * The last statement of the transaction: takes the next `known_seq` under a short row lock, sets the moment from
   * which it is known (`at`, never before an earlier acceptance's; or `from`, the day of publication) and notifies
   * listeners of the seq.
   */
  abstract seal(acceptanceId: string, known: { at: Date; from: Date | null }): Promise<number>;
  /** Brings figures up whose day of publication has come. Returns how many acceptances were promoted. */
  abstract promoteDue(now: Date): Promise<number>;
  /** When deliveries of councils became known, after one moment and by another. */
  abstract cameBetween(of: {
    readonly programmeId: number;
    readonly after: Date;
    readonly upTo: Date;
  }): Promise<readonly { readonly councilId: number; readonly knownAt: Date }[]>;
  abstract answer(input: NewReturnAnswer): Promise<void>;
}
