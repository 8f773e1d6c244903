export type ChartPeriod = 'day' | 'week' | 'month' | 'quarter' | 'year';

const A_DAY = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar as `YYYY-MM-DD`. */
export function isDay(date: unknown): date is string {
  if (typeof date !== 'string' || !DAY.test(date)) return false;
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(Number(date.slice(0, 4)), month, 0)).getUTCDate();
}

const NUMBERS: Readonly<Record<ChartPeriod, (date: string) => number>> = {
  day: (date) => Date.parse(`${date}T00:00:00Z`) / A_DAY,
  // 1 January 1970 was a Thursday.
  week: (date) => Math.floor((NUMBERS.day(date) + 3) / 7),
  month: (date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1,
  quarter: (date) => Math.floor(NUMBERS.month(date) / 3),
  year: (date) => Number(date.slice(0, 4)),
};

export const isChartPeriod = (period: unknown): period is ChartPeriod =>
  typeof period === 'string' && Object.hasOwn(NUMBERS, period);

/** The number of the period that holds this day (`YYYY-MM-DD`); the next period's is one more. Weeks start on Monday. */
export const periodNumber = (date: string, period: ChartPeriod): number => NUMBERS[period](date);

/**
 * How many of the last 12 periods have no value, counted back from the period of `through` (a day; default the latest day of
 * the points, empty ones included). Periods before the first point were not owed and do not count. 0 without a point.
 */
export function missingOfLastTwelve(
  points: readonly { readonly date: string; readonly value?: number | null }[],
  period: ChartPeriod,
  through?: string,
): number {
  let [first, last] = [Infinity, through === undefined ? -Infinity : periodNumber(through, period)];
  const observed = new Set<number>();
  for (const { date, value } of points) {
    const number = periodNumber(date, period);
    first = Math.min(first, number);
    if (through === undefined) last = Math.max(last, number);
    if (value !== null && value !== undefined) observed.add(number);
  }
  let missing = 0;
  for (let number = Math.max(first, last - 11); number <= last; number += 1)
    if (!observed.has(number)) missing += 1;
  return missing;
}
