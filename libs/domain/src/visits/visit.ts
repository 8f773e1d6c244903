const MINUTE_MS = 60_000;
/** A visit is over when its person has asked for nothing for so long. */
const ENDS_AFTER_MS = 30 * MINUTE_MS;
/** A visit that goes on is written at most so often. */
const WRITTEN_EVERY_MS = 5 * MINUTE_MS;
/** What somebody is shown who has never looked. */
const FIRST_DAYS = 7;

/** A person's present visit: when they were seen last, and the end of the visit before it; null of the first one. */
export type Visit = { readonly lookedAt: Date | null; readonly seenAt: Date };

/**
 * The visit that a look belongs to. It goes on until 30 minutes have passed without a look, so that reading a page again loses
 * none of its news; then another one begins, and news is what came since the last look of the one before. The same object
 * where nothing has to be written: looks are written five minutes apart.
 */
export function visitAt(kept: Visit | null, now: Date): Visit {
  if (!kept) return { lookedAt: null, seenAt: now };
  const idle = now.getTime() - kept.seenAt.getTime();
  if (idle > ENDS_AFTER_MS) return { lookedAt: kept.seenAt, seenAt: now };
  return idle >= WRITTEN_EVERY_MS ? { ...kept, seenAt: now } : kept;
}

/**
 * From when on something is news to a visitor. Alerts carry the moment that they are about and are judged some seconds later:
 * what came in the last five minutes of the visit before may have been missed, and is told again.
 */
export const newsFrom = ({ lookedAt, seenAt }: Visit): Date =>
  new Date(
    lookedAt
      ? lookedAt.getTime() - WRITTEN_EVERY_MS
      : seenAt.getTime() - FIRST_DAYS * 24 * 60 * MINUTE_MS,
  );
