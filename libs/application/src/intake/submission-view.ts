import type { Finding } from '#domain/intake';
import type { SubmissionRecord, SubmissionView } from '../ports/index.js';

/** What the sender is told of a submission that was answered while they waited. */
export const viewOf = (
  record: SubmissionRecord,
  outcome: { findings: readonly Finding[]; knownSeq: number | null; periods: readonly string[] },
): SubmissionView => ({ ...record, ...outcome, approvedAt: null, approvedBy: null });
