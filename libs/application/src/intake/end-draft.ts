import type { Stores, SubmissionRecord } from '../ports/index.js';
import type { ReceiveRequest } from './receive-types.js';

/** A return that is in whole needs its draft no more; a version that somebody saved meanwhile stays. */
export async function endDraft(
  { request, record }: { readonly request: ReceiveRequest; readonly record: SubmissionRecord },
  stores: Stores,
): Promise<void> {
  const { programmeId, councilId, expectedPeriod: period } = record;
  if (request.dryRun || !request.draftVersion || councilId === null || !period) return;
  await stores.drafts.discard({ programmeId, councilId, period }, request.draftVersion);
}
