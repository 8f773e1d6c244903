import { addDays, londonDay, londonInstant } from '#domain/periods';

/** A return that is later than this many days is an alert of its own; its figures open none. */
const TOO_LATE_DAYS = 45;

/** The first moment at which a return that was due then is more than 45 days late. */
export const tooLateFrom = (due: Date): Date =>
  londonInstant(addDays(londonDay(due), TOO_LATE_DAYS + 1), '00:00');
