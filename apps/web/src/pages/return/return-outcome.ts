import type { Refusal } from '#domain';
import type { Finding } from '#domain/intake';
import type { ReceiveAnswer } from '#application/intake';

/** What came of the last thing that was sent from the return page. */
export type ReturnOutcome =
  | {
      readonly kind: 'checked' | 'partly';
      readonly findings: readonly Finding[];
      readonly accepted: number;
      readonly received: number;
      readonly submissionId: string;
    }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      readonly findings: readonly Finding[];
      readonly submissionId: string | null;
    }
  /** A fault of the form itself, at one field of it. */
  | { readonly kind: 'fault'; readonly field: string; readonly message: string };

/** The outcome of a receipt, or the id of the submission whose receipt the sender is shown. */
export function outcomeOf(answer: ReceiveAnswer): ReturnOutcome | { readonly receipt: string } {
  if (answer.kind === 'refused') return answer;
  const { id, findings, acceptedCount, receivedCount } = answer.submission;
  const counts = { findings, accepted: acceptedCount, received: receivedCount, submissionId: id };
  if (answer.dryRun) return { kind: 'checked', ...counts };
  const isWhole = answer.pending || findings.every(({ severity }) => severity !== 'block');
  return isWhole ? { receipt: id } : { kind: 'partly', ...counts };
}
