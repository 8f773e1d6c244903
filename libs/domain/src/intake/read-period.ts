import { monthOf, monthPeriod, MONTHS, periodFrom, type Period } from '../periods/index.js';

export type ReadPeriod =
  | { readonly kind: 'period'; readonly period: Period }
  | {
      readonly kind: 'fault';
      readonly code: 'PERIOD_UNKNOWN' | 'PERIOD_DATE_AMBIGUOUS';
      readonly readings: readonly string[];
    };

const monthIndex = (name: string): number =>
  MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase().slice(0, 3))) + 1;

const found = (period: Period | null): ReadPeriod =>
  period ? { kind: 'period', period } : { kind: 'fault', code: 'PERIOD_UNKNOWN', readings: [] };

/**
 * A month as people write it: `2024-09`, `Sep 2024`, `September 2024`, `2024 September`, `2024-09-03`, and a day-month
 * date where it has one reading. A year with its identifier in another column is EES's form.
 */
export function readPeriod(text: string, identifier: string): ReadPeriod {
  const plain = text.trim();
  if (identifier.trim() !== '') {
    const ees = periodFrom(plain, identifier);
    return found(ees.ok ? ees.value : null);
  }
  const named =
    /^([A-Za-z]{3,9})[ -]+(\d{4})$/.exec(plain) ?? /^(\d{4})[ -]+([A-Za-z]{3,9})$/.exec(plain);
  if (named) return found(fromName(named[1] ?? '', named[2] ?? ''));
  const day = /^(\d{4}-\d{2})-(\d{2})(?:[T ].*)?$/.exec(plain);
  if (day)
    return found(Number(day[2]) >= 1 && Number(day[2]) <= 31 ? monthPeriod(day[1] ?? '') : null);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain);
  return british
    ? fromDate(Number(british[1]), Number(british[2]), Number(british[3]))
    : found(monthPeriod(plain));
}

function fromName(a: string, b: string): Period | null {
  const [name, year] = /^\d/.test(a) ? [b, a] : [a, b];
  const month = monthIndex(name);
  const whole = MONTHS[month - 1]?.toLowerCase();
  const fits =
    whole !== undefined && (whole.startsWith(name.toLowerCase()) || name.toLowerCase() === 'sept');
  return fits ? monthOf(Number(year), month) : null;
}

/** Day first, as in Britain; ambiguous where it could be read the other way and would be another month. */
function fromDate(first: number, second: number, year: number): ReadPeriod {
  const could = (day: number, month: number): boolean =>
    day >= 1 && day <= 31 && month >= 1 && month <= 12;
  if (could(first, second) && could(second, first) && first !== second) {
    const name = (day: number, month: number): string => `${day} ${MONTHS[month - 1] ?? ''}`;
    return {
      kind: 'fault',
      code: 'PERIOD_DATE_AMBIGUOUS',
      readings: [name(first, second), name(second, first)],
    };
  }
  return found(
    could(first, second)
      ? monthOf(year, second)
      : could(second, first)
        ? monthOf(year, first)
        : null,
  );
}
