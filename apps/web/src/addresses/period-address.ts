import {
  MONTHS,
  monthOf,
  periodFrom,
  periodKey,
  TIME_IDENTIFIERS,
  type Period,
} from '#domain/periods';

const two = (n: number): string => String(n).padStart(2, '0');

/** The month of an address, `2024-12`; null when it is not one. */
export function monthOfAddress(address: string): Period | null {
  const found = /^(\d{4})-(\d{2})$/.exec(address);
  const year = Number(found?.[1]);
  const month = Number(found?.[2]);
  if (!found || MONTHS[month - 1] === undefined || year < 1990 || year > 2100) return null;
  return monthOf(year, month);
}

/** The month before the one that a London day is in: the month whose return is owed now. */
export function monthBefore(day: string): Period {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return month === 1 ? monthOf(year - 1, 12) : monthOf(year, month - 1);
}

const asAddress = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');

/** Where a period stands in an address: `2024-12` for a month, `2023-calendar-year` for others. */
export function addressOfPeriod(period: Pick<Period, 'timePeriod' | 'timeIdentifier'>): string {
  const month = MONTHS.findIndex((name) => name === period.timeIdentifier);
  return month >= 0
    ? `${period.timePeriod}-${two(month + 1)}`
    : `${period.timePeriod}-${asAddress(period.timeIdentifier)}`;
}

/** The stored key of a period from its address; null when it cannot be one. */
export function periodKeyOfAddress(address: string): string | null {
  const month = monthOfAddress(address);
  if (month) return `${month.timePeriod} ${month.timeIdentifier}`;
  const [, years = '', name = ''] = /^(\d{4}|\d{6})-([a-z0-9-]{2,40})$/.exec(address) ?? [];
  const known = TIME_IDENTIFIERS.find((one) => asAddress(one.name) === name)?.name;
  const read = periodFrom(years, known ?? name.replaceAll('-', ' '));
  return read.ok ? periodKey(read.value) : null;
}

/** The first day of the month that lies `months` before a day's own month. */
export function dayMonthsBefore(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}-01`;
}

type KeyedPeriod = {
  readonly timePeriod: string;
  readonly timeIdentifier: string;
  readonly key: string;
};

/** The month of a stored key, `2024 December`, `later` months on; null when the key is not a month's. */
export function monthOfKey(key: string, later = 0): KeyedPeriod | null {
  const [year = '', name = ''] = key.split(' ');
  const month = MONTHS.findIndex((one) => one === name);
  if (month < 0) return null;
  const index = Number(year) * 12 + month + later;
  const timePeriod = String(Math.floor(index / 12));
  const timeIdentifier = MONTHS[index % 12] ?? '';
  return { timePeriod, timeIdentifier, key: `${timePeriod} ${timeIdentifier}` };
}
