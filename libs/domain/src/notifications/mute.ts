import { isWorkingDay, termOn, termsOf, type SchoolTerm } from '../calendar/index.js';
import { addDays, londonDay, londonInstant, type Day } from '../periods/index.js';

/** When messages come on a day that is not the one on which they were decided. */
export const MORNING = '09:00';
/** Longer than any school holiday. */
const MOST_DAYS = 70;

/**
 * Until when a message to a council waits because its schools are closed: 9:00 by London's clocks of the first school day.
 * Null where they are open. A council's own terms count in the academic years for which it has named any, the programme's
 * most common ones in the others; a day that no school day follows within ten weeks lies beyond the terms that are known,
 * and nothing is muted.
 */
export function mutedUntil(
  now: Date,
  councilId: number,
  {
    terms,
    holidays,
  }: { readonly terms: readonly SchoolTerm[]; readonly holidays: ReadonlySet<Day> },
): Date | null {
  const own = termsOf(terms, councilId);
  const today = londonDay(now);
  const begun = own.some(({ starts }) => starts <= today);
  if (!begun || termOn(today, own)) return null;
  for (let day = addDays(today, 1), n = 0; n < MOST_DAYS; day = addDays(day, 1), n += 1)
    if (isWorkingDay(day, holidays) && termOn(day, own)) return londonInstant(day, MORNING);
  return null;
}
