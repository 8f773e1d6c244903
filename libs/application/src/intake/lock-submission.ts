import { err, ok, type RefusalCode, type Result } from '#domain';
import { covers, type Scope } from '#domain/access';
import type { Stores, SubmissionRecord } from '../ports/index.js';

/**
 * A submission as it stands once nobody else can change what its council sent, until the transaction ends: it is read
 * for whose it is, and again after the council's turn has come. `NOT_FOUND` for one that the scope does not see or that
 * is of no council, `NOT_ALLOWED` where the scope may not write for the council.
 */
export async function lockSubmission(
  stores: Stores,
  scope: Scope,
  submissionId: string,
): Promise<Result<SubmissionRecord, RefusalCode>> {
  const found = await stores.submissions.find(submissionId);
  if (!found?.councilId) return err('NOT_FOUND');
  if (!covers(scope.writes, found.councilId)) return err('NOT_ALLOWED');
  await stores.submissions.lockCouncil(found.programmeId, found.councilId);
  const submission = await stores.submissions.find(submissionId);
  return submission ? ok(submission) : err('NOT_FOUND');
}
