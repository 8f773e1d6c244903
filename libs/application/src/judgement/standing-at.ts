import type { KnownRevision, Programme } from '../ports/index.js';
import { dueMoment, workingDaysLater } from './calendar-memory.js';

/** Working days after the due date from which a provisional figure that nobody approved or withdrew is judged. */
export const MATURES_AFTER = 10;

/**
 * From when a revision counts for alerts without an approval: at once when published, otherwise ten working days after
 * its return was due (whatever extension it had), or after it came if it came later.
 */
function countsFrom(revision: KnownRevision, programme: Programme): Date {
  if (revision.standing === 'published') return revision.knownAt;
  const dueAt = dueMoment(programme, revision.period);
  const from = revision.knownAt > dueAt ? revision.knownAt : dueAt;
  return workingDaysLater(programme, from, MATURES_AFTER);
}

/** From when and until when a revision counts for alerts; `until` is left out while it stands. */
export type Counting = { readonly from: number; readonly until: number };

/**
 * When a revision counts: known, and approved by then or of standing enough without it; until it is withdrawn. In milliseconds
 * since 1970.
 */
export function countingOf(revision: KnownRevision, programme: Programme): Counting {
  const { knownAt, approvedAt, withdrawnAt } = revision;
  const alone = countsFrom(revision, programme).getTime();
  const sanctioned = Math.min(alone, approvedAt?.getTime() ?? Infinity);
  return {
    from: Math.max(knownAt.getTime(), sanctioned),
    until: withdrawnAt?.getTime() ?? Infinity,
  };
}
