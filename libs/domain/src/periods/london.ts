import type { Day } from './period.js';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function wall(instant: Date): { day: Day; time: string } {
  const part = Object.fromEntries(
    clock.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return {
    day: `${part['year']}-${part['month']}-${part['day']}`,
    time: `${part['hour']}:${part['minute']}:${part['second']}`,
  };
}

/** The calendar day in Europe/London at an instant. */
export const londonDay = (instant: Date): Day => wall(instant).day;

/** The time of day that clocks in Europe/London show at an instant, `17:00:00`. */
export const londonTime = (instant: Date): string => wall(instant).time;

/**
 * The instant at which clocks in Europe/London show this time on this day. A time that the clocks skip in March is taken
 * an hour later; of a time that comes twice in October, the first.
 */
export function londonInstant(day: Day, time: string): Date {
  const asUtc = new Date(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  const summer = new Date(asUtc.getTime() - 3_600_000);
  const shown = wall(summer);
  return `${shown.day}T${shown.time}Z` === asUtc.toISOString().replace('.000', '') ? summer : asUtc;
}

/** The day `count` days after (or before, when negative). */
export function addDays(day: Day, count: number): Day {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + count);
  return moved.toISOString().slice(0, 10);
}

/** Whether a text is a calendar day from `first` to `last`, both included. */
export function isDayWithin(day: string, first: Day, last: Day): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < first || day > last) return false;
  return !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && addDays(day, 0) === day;
}
