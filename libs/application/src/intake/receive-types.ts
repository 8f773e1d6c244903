import type { Refusal } from '#domain';
import type { Reader } from '#domain/access';
import type { Finding, IntakeTable } from '#domain/intake';
import type { Period } from '#domain/periods';
import type { Channel, SubmissionMode, SubmissionSource, SubmissionView } from '../ports/index.js';

/** A file as it came, or the rows of an API call or form, which stand as their own table. */
export type ReceivedBody =
  | {
      readonly kind: 'file';
      readonly bytes: Uint8Array;
      readonly fileName: string | null;
      readonly announcedLength: number | null;
    }
  | { readonly kind: 'rows'; readonly table: IntakeTable };

export type ReceiveRequest = {
  readonly reader: Reader;
  readonly channel: Channel;
  /** The deed an idempotency key is scoped to, e.g. `submitObservations`. */
  readonly operation: string;
  readonly source: SubmissionSource;
  readonly body: ReceivedBody;
  /** A council named once for the whole submission: code, three-digit code or name. */
  readonly council: string | null;
  readonly idempotencyKey: string | null;
  readonly mode: SubmissionMode;
  readonly dryRun: boolean;
  readonly comment: string | null;
  /** The month whose return page it is sent from; null where there is none. */
  readonly expectedPeriod: Period | null;
  /** The day a published file was published; null for returns. */
  readonly publishedOn: string | null;
  /** The version of the draft that was being typed on: it is deleted when every figure of it is in. */
  readonly draftVersion?: number;
};

/** `pending`: stored and checked later. A dry run has `submission.id` ''. */
export type ReceiveAnswer =
  | {
      readonly kind: 'received';
      readonly submission: SubmissionView;
      readonly replayed: boolean;
      readonly dryRun: boolean;
      readonly pending: boolean;
    }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      readonly findings: readonly Finding[];
      readonly submissionId: string | null;
    };
