import type { Day, Period } from './period.js';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');

/** The month with this number (1 to 12) in this year. */
export function monthOf(year: number, month: number): Period {
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return {
    timePeriod: four(year),
    timeIdentifier: MONTHS[month - 1] ?? '',
    start: `${four(year)}-${two(month)}-01`,
    end: `${four(next.year)}-${two(next.month)}-01`,
  };
}

/** The same for numbers that somebody wrote: null when there is no such month, or outside 1900 to 2099. */
export const monthIn = (year: number, month: number): Period | null =>
  year >= 1900 && year <= 2099 && month >= 1 && month <= 12 ? monthOf(year, month) : null;

/** `2024-09`; null for anything else. */
export function monthPeriod(text: string): Period | null {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  return match ? monthIn(Number(match[1]), Number(match[2])) : null;
}

export const monthOfDay = (day: Day): Period =>
  monthOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)));

/** The month `count` months before the one in which a period starts. */
export function monthsBefore(period: Pick<Period, 'start'>, count: number): Period {
  const index =
    Number(period.start.slice(0, 4)) * 12 + Number(period.start.slice(5, 7)) - 1 - count;
  return monthOf(Math.floor(index / 12), (index % 12) + 1);
}

/** The first day of the month `count` months before the one of this day. */
export const monthsBeforeDay = (day: Day, count: number): Day =>
  monthsBefore({ start: day }, count).start;

/** `2024-09` for a month: its short form in addresses. */
export const monthCode = (period: Pick<Period, 'start'>): string => period.start.slice(0, 7);
