import { periodFromKey } from '#domain/periods';
import type {
  Channel,
  SubmissionMode,
  SubmissionRecord,
  SubmissionSource,
  SubmissionStatus,
} from '#application/ports';

export type SubmissionRow = {
  id: string;
  programme_id: number;
  council_id: number | null;
  channel: Channel;
  source: SubmissionSource;
  mode: SubmissionMode;
  status: SubmissionStatus;
  received_at: Date;
  received_by: string;
  received_count: number;
  accepted_count: number;
  body_digest: string;
  file_digest: string | null;
  comment: string | null;
  file_name: string | null;
  published_on: string | null;
  demonstration: boolean;
  expected_period: string | null;
};

export const submissionColumns = (alias: string): string =>
  `${['id', 'programme_id', 'council_id', 'channel', 'source', 'mode', 'status', 'received_at', 'received_by', 'received_count', 'accepted_count', 'body_digest', 'file_digest', 'comment', 'file_name', 'demonstration', 'expected_period'].map((column) => `${alias}.${column}`).join(', ')}, ${alias}.published_on::text as published_on`;

export const toSubmission = (row: SubmissionRow): SubmissionRecord => ({
  id: row.id,
  programmeId: row.programme_id,
  councilId: row.council_id,
  channel: row.channel,
  source: row.source,
  mode: row.mode,
  status: row.status,
  receivedAt: row.received_at,
  receivedBy: row.received_by,
  receivedCount: row.received_count,
  acceptedCount: row.accepted_count,
  bodyDigest: row.body_digest,
  fileDigest: row.file_digest,
  comment: row.comment,
  fileName: row.file_name,
  publishedOn: row.published_on,
  demonstration: row.demonstration,
  expectedPeriod: row.expected_period === null ? null : periodFromKey(row.expected_period),
});
