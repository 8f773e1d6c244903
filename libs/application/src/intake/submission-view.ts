import type { Finding } from '#domain/intake';
import type { SubmissionRecord, SubmissionView } from '../ports/index.js';

/** What the sender is told of a submission that was answered while they waited. */
export const viewOf = (
  record: SubmissionRecord,
  outcome: { findings: readonly Finding[]; knownSeq: number | null; periods: readonly string[] },
): SubmissionView => ({
  ...record,
  ...outcome,
  findings: outcome.findings.map((finding, n) => ({
    ...finding,
    n,
    explainedBy: finding.explanation === null ? null : record.receivedBy,
    explainedAt: finding.explanation === null ? null : record.receivedAt,
    closedAt: null,
  })),
  approvedAt: null,
  approvedBy: null,
  withdrawal: null,
  fileDeletedAt: null,
});
