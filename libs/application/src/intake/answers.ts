import { refusal } from '#domain';
import type { SubmissionRecord, SubmissionView } from '../ports/index.js';
import type { Accepted } from './accept-figures.js';
import type { ReceiveAnswer, ReceiveRequest } from './receive-types.js';
import { viewOf } from './submission-view.js';

/** The answer to a sender who waited. */
export function answerTo(
  { request, record }: { readonly request: ReceiveRequest; readonly record: SubmissionRecord },
  accepted: Accepted,
): ReceiveAnswer {
  const submission = viewOf(
    {
      ...record,
      id: request.dryRun ? '' : record.id,
      status: accepted.status,
      receivedCount: accepted.receivedCount,
      acceptedCount: accepted.acceptedCount,
    },
    accepted,
  );
  if (request.mode === 'atomic' && accepted.status === 'refused') {
    return {
      kind: 'refused',
      refusal: refusal('ATOMIC_REFUSED'),
      findings: accepted.findings,
      submissionId: request.dryRun ? null : record.id,
    };
  }
  return { kind: 'received', submission, replayed: false, dryRun: request.dryRun, pending: false };
}

/** The first answer of a key again. */
export function replayOf(submission: SubmissionView): ReceiveAnswer {
  const whole = submission.findings.some(
    (finding) => finding.scope === 'file' && finding.severity === 'block',
  );
  if (submission.status === 'refused' && (whole || submission.mode === 'atomic')) {
    return {
      kind: 'refused',
      refusal: refusal(whole ? 'FILE_REFUSED' : 'ATOMIC_REFUSED'),
      findings: submission.findings,
      submissionId: submission.id,
    };
  }
  return {
    kind: 'received',
    submission,
    replayed: true,
    dryRun: false,
    pending: submission.status === 'received' || submission.status === 'validating',
  };
}
