import { err, ok, type Result } from '../result.js';
import { monthOf, MONTHS } from './months.js';
import type { Day, Period } from './period.js';

export type PeriodFault = {
  readonly kind: 'unknown-identifier' | 'not-this-form';
  readonly text: string;
};

const CODES: Readonly<Record<string, string>> = {
  cy: 'Calendar year',
  'calendar year': 'Calendar year',
  ay: 'Academic year',
  'academic year': 'Academic year',
  fy: 'Financial year',
  'financial year': 'Financial year',
};

/** Months from which the years that run over two begin. */
const BEGINS = { 'Academic year': '09', 'Financial year': '04' } as const;

/**
 * A period from EES's `time_period` and `time_identifier`: `2024` + `September` (or `M9`), `2024` + `Calendar year`,
 * `202425` + `Academic year` or `Financial year`. Six digits always mean two consecutive years, so `202409` is none.
 */
export function periodFrom(
  timePeriod: string,
  timeIdentifier: string,
): Result<Period, PeriodFault> {
  const [year, identifier] = [timePeriod.trim(), timeIdentifier.trim().toLowerCase()];
  const month = monthNumber(identifier);
  const long = CODES[identifier];
  if (month === null && !long) return err({ kind: 'unknown-identifier', text: timeIdentifier });
  if (month !== null || long === 'Calendar year') {
    if (!/^(19|20)\d{2}$/.test(year)) return err({ kind: 'not-this-form', text: timePeriod });
    return ok(month !== null ? monthOf(Number(year), month) : calendarYear(Number(year)));
  }
  return overTwoYears(year, long as keyof typeof BEGINS);
}

const calendarYear = (year: number): Period => ({
  timePeriod: String(year),
  timeIdentifier: 'Calendar year',
  start: `${year}-01-01`,
  end: `${year + 1}-01-01`,
});

function overTwoYears(text: string, identifier: keyof typeof BEGINS): Result<Period, PeriodFault> {
  const match = /^((?:19|20)\d{2})\/?(\d{2})$/.exec(text);
  const first = Number(match?.[1]);
  if (!match || (first + 1) % 100 !== Number(match[2])) return err({ kind: 'not-this-form', text });
  const month = BEGINS[identifier];
  return ok({
    timePeriod: `${first}${match[2] ?? ''}`,
    timeIdentifier: identifier,
    start: `${first}-${month}-01`,
    end: `${first + 1}-${month}-01`,
  });
}

function monthNumber(identifier: string): number | null {
  const code = /^m(\d{1,2})$/.exec(identifier);
  if (code) return Number(code[1]) >= 1 && Number(code[1]) <= 12 ? Number(code[1]) : null;
  const index = MONTHS.findIndex((name) => name.toLowerCase() === identifier);
  return index < 0 ? null : index + 1;
}

/** The period behind a stored key such as `2024 September`; null for a text that is none. */
export function periodFromKey(key: string): Period | null {
  const space = key.indexOf(' ');
  if (space < 0) return null;
  const found = periodFrom(key.slice(0, space), key.slice(space + 1));
  return found.ok ? found.value : null;
}

/** As people read it: `September 2024`, `2024`, `2024/25`. */
export function formatPeriod(period: Pick<Period, 'timePeriod' | 'timeIdentifier'>): string {
  if ((MONTHS as readonly string[]).includes(period.timeIdentifier))
    return `${period.timeIdentifier} ${period.timePeriod}`;
  return period.timePeriod.length === 6
    ? `${period.timePeriod.slice(0, 4)}/${period.timePeriod.slice(4)}`
    : period.timePeriod;
}

/** A day as people read it: `1 April 2013`. */
export const formatDay = (day: Day): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
