import type { Council } from '#domain/register';
import type { Day, Period } from '#domain/periods';

export type ReturnStatus =
  | 'NOT_DUE'
  | 'DUE'
  | 'LATE'
  | 'RECEIVED_IN_PART'
  | 'RECEIVED'
  | 'NIL'
  | 'NOT_AVAILABLE'
  | 'APPROVED';

/** What one council owes for one month, and what has come. The status is derived, never set by hand. */
export type ReturnView = {
  readonly council: Council;
  readonly period: Period;
  /** With the extension granted last, if there is one. */
  readonly dueAt: Date;
  /** The last day of that extension. */
  readonly extendedUntil: Day | null;
  /** Working days since the due day; 0 unless the status is LATE. */
  readonly workingDaysLate: number;
  readonly status: ReturnStatus;
  readonly reason: string;
  readonly boxesAsked: number;
  readonly boxesAnswered: number;
  readonly lastReceivedAt: Date | null;
  readonly answer: {
    readonly kind: 'nil' | 'not-available';
    readonly text: string;
    readonly expectedOn: Day | null;
    readonly at: Date;
  } | null;
  readonly submissionIds: readonly string[];
};
