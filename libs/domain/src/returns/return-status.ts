import { londonDay } from '../periods/london.js';
import type { Day } from '../periods/period.js';

export type ReturnFactsForStatus = {
  readonly now: Date;
  /** First day after the period. */
  readonly periodEnd: Day;
  readonly dueAt: Date;
  readonly boxesAsked: number;
  readonly boxesAnswered: number;
  readonly boxesApproved: number;
  readonly answer: 'nil' | 'not-available' | null;
};

export type DerivedStatus =
  | 'NOT_DUE'
  | 'DUE'
  | 'LATE'
  | 'RECEIVED_IN_PART'
  | 'RECEIVED'
  | 'NIL'
  | 'NOT_AVAILABLE'
  | 'APPROVED';

/** The status of a return, derived from what has come and when it is due; never set by hand. With its reason. */
export function returnStatus(facts: ReturnFactsForStatus): {
  status: DerivedStatus;
  reason: string;
} {
  const { boxesAsked, boxesAnswered, boxesApproved } = facts;
  const count = `${boxesAnswered} of ${boxesAsked} numbers`;
  if (boxesAnswered >= boxesAsked && boxesAsked > 0) {
    return boxesApproved >= boxesAsked
      ? { status: 'APPROVED', reason: `${count} received and approved` }
      : { status: 'RECEIVED', reason: `${count} received, not all approved yet` };
  }
  if (boxesAnswered > 0) return { status: 'RECEIVED_IN_PART', reason: `${count} received` };
  if (facts.answer === 'nil') return { status: 'NIL', reason: 'the council has nothing to report' };
  if (facts.answer === 'not-available')
    return { status: 'NOT_AVAILABLE', reason: 'the council has said why it has no figures yet' };
  if (facts.now > facts.dueAt)
    return { status: 'LATE', reason: 'nothing received and the due date has passed' };
  return londonDay(facts.now) < facts.periodEnd
    ? { status: 'NOT_DUE', reason: 'the period has not ended' }
    : { status: 'DUE', reason: 'nothing received yet' };
}
