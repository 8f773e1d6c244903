import type { Day } from '#domain/periods';
import { formatWords } from '../words/format.words.js';

const london = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options });
const dayOf = london({ day: 'numeric', month: 'long', year: 'numeric' });
const timeOf = london({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekdayOf = london({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const partsOf = london({ day: '2-digit', month: '2-digit', year: 'numeric' });

/** `15 January 2025`, in Europe/London. */
export const formatDay = (at: Date): string => dayOf.format(at);

/** `10:42`, in Europe/London. */
export const formatTime = (at: Date): string => timeOf.format(at);

/** `10:42 on 15 January 2025`. */
export const formatMoment = (at: Date): string => formatWords.moment(formatTime(at), formatDay(at));

/** `Wednesday 15 January 2025, 10:42`, for the clock in the footer. */
export const formatClock = (at: Date): string => `${weekdayOf.format(at)}, ${formatTime(at)}`;

/** The London calendar day of a moment. */
export function londonDay(at: Date): Day {
  const part = Object.fromEntries(
    partsOf.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return `${part['year']}-${part['month']}-${part['day']}`;
}

/** `15 October 2024` for the day `2024-10-15`. A day has no time, so noon stands for it. */
export const formatDate = (day: Day): string => formatDay(new Date(`${day}T12:00:00Z`));

/** The last millisecond of a London day: what was known on that day. */
export function endOfLondonDay(day: Day): Date {
  const midnight = new Date(`${day}T23:59:59.999Z`);
  const anHourEarlier = new Date(midnight.getTime() - 3_600_000);
  return londonDay(midnight) === day ? midnight : anHourEarlier;
}

/** `6 January` within the present year, `6 January 2024` otherwise. */
export const formatDayNear = (at: Date, now: Date): string =>
  londonDay(at).slice(0, 4) === londonDay(now).slice(0, 4)
    ? formatDay(at).replace(/ \d{4}$/, '')
    : formatDay(at);
