import type { KnownRevision, Programme } from '../ports/index.js';
import { dueMoment, workingDaysLater } from './calendar-memory.js';

/** Working days after the due date from which a provisional figure that nobody approved or withdrew is judged. */
export const MATURES_AFTER = 10;

/**
 * From when a revision counts for alerts without an approval: at once when published, otherwise ten working days after
 * its return was due (whatever extension it had), or after it came if it came later.
 */
export function countsFrom(revision: KnownRevision, programme: Programme): Date {
  if (revision.standing === 'published') return revision.knownAt;
  const dueAt = dueMoment(programme, revision.period);
  const from = revision.knownAt > dueAt ? revision.knownAt : dueAt;
  return workingDaysLater(programme, from, MATURES_AFTER);
}

/** Whether a revision counts for alerts at a moment: approved by then, or of standing enough without it; not withdrawn. */
export const countsAt = (revision: KnownRevision, programme: Programme, at: Date): boolean =>
  revision.knownAt <= at &&
  (revision.withdrawnAt === null || revision.withdrawnAt > at) &&
  ((revision.approvedAt !== null && revision.approvedAt <= at) ||
    countsFrom(revision, programme) <= at);
