import { monthIn, monthPeriod, MONTHS, periodFrom, type Period } from '../periods/index.js';

export type ReadPeriod =
  | { readonly kind: 'period'; readonly period: Period }
  | {
      readonly kind: 'fault';
      readonly code: 'PERIOD_UNKNOWN' | 'PERIOD_DATE_AMBIGUOUS';
      /** What could not be read. */
      readonly text: string;
      readonly readings: readonly string[];
    };

/** In which order a file writes days and months, where its dates show it. */
export type DateOrder = 'day-first' | 'month-first';

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

const found = (period: Period | null, text: string): ReadPeriod =>
  period
    ? { kind: 'period', period }
    : { kind: 'fault', code: 'PERIOD_UNKNOWN', text, readings: [] };

/**
 * A month as people write it: `2024-09`, `Sep 2024`, `September 2024`, `2024 September`, `2024-09-03`, and a date in
 * figures where it has one reading or the file's other dates settle it (`order`). A year with its identifier in another
 * column is the form of Explore Education Statistics.
 */
export function readPeriod(text: string, identifier: string, order: DateOrder | null): ReadPeriod {
  const plain = text.trim();
  if (identifier.trim() !== '') {
    const ees = periodFrom(plain, identifier);
    if (ees.ok) return { kind: 'period', period: ees.value };
    const both = ees.error.kind === 'unknown-identifier';
    return found(null, both ? `${plain} ${identifier.trim()}` : plain);
  }
  const named =
    /^([A-Za-z]{3,9})[ -]+(\d{4})$/.exec(plain) ?? /^(\d{4})[ -]+([A-Za-z]{3,9})$/.exec(plain);
  if (named) return found(fromName(named[1] ?? '', named[2] ?? ''), plain);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(plain);
  if (iso) return found(monthOfDate(Number(iso[3]), Number(iso[2]), Number(iso[1])), plain);
  const slashed = SLASHED.exec(plain);
  if (!slashed) return found(monthPeriod(plain), plain);
  return fromDate(plain, { numbers: slashed.slice(1).map(Number), order });
}

function fromName(a: string, b: string): Period | null {
  const [name, year] = /^\d/.test(a) ? [b.toLowerCase(), a] : [a.toLowerCase(), b];
  const month = MONTHS.findIndex((whole) => {
    const low = whole.toLowerCase();
    return low.startsWith(name) || (name === 'sept' && low === 'september');
  });
  return monthIn(Number(year), month + 1);
}

/** The month of a day that exists. */
function monthOfDate(day: number, month: number, year: number): Period | null {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= last ? monthIn(year, month) : null;
}

/** Ambiguous where it could be read both ways, as two months, and nothing says which. */
function fromDate(
  text: string,
  { numbers, order }: { numbers: readonly number[]; order: DateOrder | null },
): ReadPeriod {
  const [first = 0, second = 0, year = 0] = numbers;
  const dayFirst = monthOfDate(first, second, year);
  const monthFirst = monthOfDate(second, first, year);
  if (!dayFirst || !monthFirst || first === second) return found(dayFirst ?? monthFirst, text);
  const settled = order;
  if (settled) return found(settled === 'day-first' ? dayFirst : monthFirst, text);
  const said = (day: number, month: Period): string => `${day} ${month.timeIdentifier}`;
  return {
    kind: 'fault',
    code: 'PERIOD_DATE_AMBIGUOUS',
    text,
    readings: [said(first, dayFirst), said(second, monthFirst)],
  };
}

/** What the dates of one file show together, text by text: null when none has only one reading, or two contradict each other. */
export function dateOrders(): {
  readonly take: (text: string) => void;
  readonly order: () => DateOrder | null;
} {
  const seen = new Set<DateOrder>();
  return {
    take: (text) => {
      const slashed = SLASHED.exec(text.trim());
      if (Number(slashed?.[1]) > 12) seen.add('day-first');
      if (Number(slashed?.[2]) > 12) seen.add('month-first');
    },
    order: () => {
      const [only, second] = seen;
      return only && !second ? only : null;
    },
  };
}
