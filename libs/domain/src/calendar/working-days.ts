import { addDays, londonDay, londonInstant, type Day, type Period } from '../periods/index.js';

const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Monday to Friday, bank holidays left out. */
export const isWorkingDay = (day: Day, holidays: ReadonlySet<Day>): boolean =>
  weekday(day) !== 0 && weekday(day) !== 6 && !holidays.has(day);

/** The `count`-th working day after a day; the day itself for 0. */
export function workingDaysAfter(day: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  return reached;
}

/** The same time of day, `count` working days later. */
export function workingInstantAfter(
  instant: Date,
  count: number,
  holidays: ReadonlySet<Day>,
): Date {
  const day = londonDay(instant);
  const shift = workingDaysAfter(day, count, holidays);
  const sinceMidnight = instant.getTime() - londonInstant(day, '00:00').getTime();
  return new Date(londonInstant(shift, '00:00').getTime() + sinceMidnight);
}

/** When a period's return is due: so many working days after the period has ended, at a time of day. */
export const dueInstant = (
  period: Pick<Period, 'end'>,
  due: { readonly workingDays: number; readonly at: string },
  holidays: ReadonlySet<Day>,
): Date =>
  londonInstant(workingDaysAfter(addDays(period.end, -1), due.workingDays, holidays), due.at);
