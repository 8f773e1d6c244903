import type { Decimal } from '#domain/decimal';
import type { Finding, KnownFigure } from '#domain/intake';
import type { Observation } from '#domain/observations';

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
  readonly bodyDigest: string;
  readonly comment: string | null;
  readonly fileName: string | null;
  /** Day of publication, for published files. */
  readonly publishedOn: string | null;
  readonly demonstration: boolean;
};

export type AcceptanceKind = 'figures' | 'approval' | 'answer';

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
  abstract keepFindings(
    submission: SubmissionRecord,
    findings: readonly Finding[],
    at: Date,
  ): Promise<void>;
  /** Current figures of these councils from `fromDay` on: what the rules compare with. */
  abstract knownFigures(
    programmeId: number,
    councilIds: readonly number[],
    fromDay: string,
    metrics: readonly string[] | null,
  ): Promise<readonly KnownFigure[]>;
  /** An earlier submission with the same bytes for the same council, if any. */
  abstract sameBytes(
    programmeId: number,
    councilId: number | null,
    digest: string,
  ): Promise<{ receivedAt: Date } | null>;
}

/** The one place where figures become known. */
export abstract class FigureStore {
  /** Opens an acceptance: its place in the order of knowledge is taken last, by `seal`. */
  abstract openAcceptance(input: {
    programmeId: number;
    councilId: number | null;
    kind: AcceptanceKind;
    submissionId: string;
    actor: string;
    at: Date;
  }): Promise<string>;
  /** Appends revisions, and brings the current values up where they are known by now; in thousands, by `unnest`. */
  abstract append(
    acceptanceId: string,
    submission: SubmissionRecord,
    observations: readonly Observation[],
    minorOf: (metric: string) => number,
  ): Promise<void>;
  /** Marks the submission's current figures approved. */
  abstract approve(acceptanceId: string, submission: SubmissionRecord): Promise<void>;
  /** Queues every series that the acceptance touched for assessment. */
  abstract queueAssessments(acceptanceId: string): Promise<void>;
  /**
   * The last statement of the transaction: takes the next `known_seq` under a short row lock, sets the moment from
   * which it is known (`knownAt`, or for published files the day of publication) and notifies listeners of the seq.
   */
  abstract seal(acceptanceId: string, knownAt: { at: Date; published: boolean }): Promise<number>;
  /** Brings figures up whose day of publication has come. Returns how many acceptances were promoted. */
  abstract promoteDue(now: Date): Promise<number>;
  abstract answer(input: {
    programmeId: number;
    councilId: number;
    period: string;
    start: string;
    kind: 'nil' | 'not-available';
    text: string;
    acceptanceId: string;
    at: Date;
  }): Promise<void>;
}

export type { Decimal };
