import {
  addDays,
  londonDay,
  londonInstant,
  londonTime,
  type Day,
  type Period,
} from '../periods/index.js';

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

/** The same time of day by London's clocks, `count` working days later. */
export function workingInstantAfter(
  instant: Date,
  count: number,
  holidays: ReadonlySet<Day>,
): Date {
  const day = workingDaysAfter(londonDay(instant), count, holidays);
  const milliseconds = instant.getTime() % 1_000;
  return new Date(londonInstant(day, londonTime(instant)).getTime() + milliseconds);
}

/** When a period's return is due: so many working days after the period has ended, at a time of day. */
export const dueInstant = (
  period: Pick<Period, 'end'>,
  due: { readonly workingDays: number; readonly at: string },
  holidays: ReadonlySet<Day>,
): Date =>
  londonInstant(workingDaysAfter(addDays(period.end, -1), due.workingDays, holidays), due.at);

/** The `count`-th working day before a day; the day itself for 0. */
export function workingDaysBefore(day: Day, count: number, holidays: ReadonlySet<Day>): Day {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = addDays(reached, -1);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  return reached;
}

/** How many working days one day lies after another; 0 when it does not. */
export function workingDaysBetween(from: Day, to: Day, holidays: ReadonlySet<Day>): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) count += 1;
  return count;
}
