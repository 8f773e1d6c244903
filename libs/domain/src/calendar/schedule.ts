import { CronExpressionParser } from 'cron-parser';
import { err, ok, type Result } from '../result.js';

const LONDON = 'Europe/London';
const LEAST_MINUTES = 15;
const MINUTE_MS = 60_000;
/** How many times are looked at to see that none comes too soon after another: every quarter of an hour for two days. */
const LOOKED_AT = 200;
/** A day on which a schedule is looked at, whatever day it is: the answer is to be the same tomorrow. */
const FROM = new Date('2024-01-01T00:00:00Z');

/**
 * What is wrong with a schedule, with the fix; the schedule with single spaces when nothing is. Five fields of cron: minute,
 * hour, day of the month, month, day of the week (names in English allowed), in London. At most every 15 minutes, and at
 * least once in a year that is not a leap year.
 */
export function readSchedule(text: string): Result<string, string> {
  const fields = text.trim().split(/\s+/);
  const schedule = fields.join(' ');
  if (fields.length !== 5)
    return err('Write five fields: minute, hour, day of month, month, day of week.');
  const yearOn = new Date('2025-01-01T00:00:00Z');
  try {
    const times = timesBetween(schedule, { after: FROM, until: yearOn, most: LOOKED_AT });
    if (times.length === 0) return err('This comes at no time in most years. Choose another day.');
    const gaps = times.slice(1).map((at, index) => at.getTime() - (times[index]?.getTime() ?? 0));
    return gaps.some((gap) => gap < LEAST_MINUTES * MINUTE_MS)
      ? err(`Leave at least ${LEAST_MINUTES} minutes between two times.`)
      : ok(schedule);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`This cannot be read (${reason}). Write, for example, 0 9 * * 1-5.`);
  }
}

/**
 * The times of a schedule after one moment, up to and including another, oldest first, at most so many. A time that the
 * clocks skip in March comes an hour later; one that comes twice in October, once. Throws where `readSchedule` refuses.
 * Source: crontab(5), read by cron-parser.
 */
export function timesBetween(
  schedule: string,
  { after, until, most }: { readonly after: Date; readonly until: Date; readonly most: number },
): readonly Date[] {
  const times: Date[] = [];
  const next = CronExpressionParser.parse(schedule, { currentDate: after, tz: LONDON });
  for (let at = next.next().toDate(); at <= until && times.length < most; at = next.next().toDate())
    times.push(at);
  return times;
}
