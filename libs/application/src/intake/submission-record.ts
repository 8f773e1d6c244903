import type { Digests, Programme, SubmissionRecord } from '../ports/index.js';
import type { ReadBody } from './read-body.js';
import type { ReceiveRequest } from './receive-types.js';
import { bytesOf } from './stored-body.js';

/** Where, when and by which name a delivery is recorded. */
type RecordedAt = {
  readonly id: string;
  readonly programme: Programme;
  readonly councilId: number | null;
  readonly now: Date;
  readonly digests: Digests;
};

/** A delivery as it is recorded when it comes, before it is checked. Words beside what nobody has seen are not kept. */
export function recordOf(
  request: ReceiveRequest,
  body: ReadBody,
  { id, programme, councilId, now, digests }: RecordedAt,
): SubmissionRecord {
  const unseen = body.keep === null;
  return {
    id,
    programmeId: programme.register.programmeId,
    councilId,
    channel: request.channel,
    source: request.source,
    mode: request.mode,
    status: 'received',
    receivedAt: now,
    receivedBy: request.reader.actor,
    receivedCount: body.kind === 'table' ? body.count : 0,
    acceptedCount: 0,
    bodyDigest: digests.sha256([
      bytesOf(request.body),
      request.mode,
      request.council ?? '',
      request.comment ?? '',
    ]),
    fileDigest: request.body.kind === 'file' ? digests.sha256([request.body.bytes]) : null,
    comment: unseen ? null : request.comment,
    fileName: !unseen && request.body.kind === 'file' ? request.body.fileName : null,
    expectedPeriod: request.expectedPeriod,
    publishedOn: request.publishedOn,
    demonstration: request.source !== 'published' && programme.demonstration,
  };
}
