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

/** First day and first day after, and in which of the two calendar years the first lies. */
type Term = {
  readonly name: string;
  readonly year: 0 | 1;
  readonly from: string;
  readonly to: string;
};

/**
 * Terms of a school year. Schools begin and end them on days of their own, so these days are nominal: they put terms in
 * order, and Easter, where spring ends, is taken as 31 March.
 */
const TERMS: Readonly<Record<string, Term>> = {
  'autumn term': { name: 'Autumn term', year: 0, from: '09-01', to: '01-01' },
  'spring term': { name: 'Spring term', year: 1, from: '01-01', to: '04-01' },
  'summer term': { name: 'Summer term', year: 1, from: '04-01', to: '09-01' },
};

/**
 * A period from EES's `time_period` and `time_identifier`: `2024` + `September` (or `M9`), `2024` + `Calendar year`,
 * `202425` + `Academic year`, `Financial year` or `Autumn term`. Six digits always mean two consecutive years, so
 * `202409` is none.
 */
export function periodFrom(
  timePeriod: string,
  timeIdentifier: string,
): Result<Period, PeriodFault> {
  const [year, identifier] = [timePeriod.trim(), timeIdentifier.trim().toLowerCase()];
  const month = monthNumber(identifier);
  const long = CODES[identifier];
  const term = TERMS[identifier];
  if (term) return termOf(year, term);
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

/** The first of two consecutive years, of `202425` or `2024/25`; null for anything else. */
function firstYear(text: string): number | null {
  const match = /^((?:19|20)\d{2})\/?(\d{2})$/.exec(text);
  const first = Number(match?.[1]);
  return match && (first + 1) % 100 === Number(match[2]) ? first : null;
}

const bothYears = (first: number): string =>
  `${first}${String((first + 1) % 100).padStart(2, '0')}`;

function termOf(text: string, term: Term): Result<Period, PeriodFault> {
  const first = firstYear(text);
  if (first === null) return err({ kind: 'not-this-form', text });
  return ok({
    timePeriod: bothYears(first),
    timeIdentifier: term.name,
    start: `${first + term.year}-${term.from}`,
    end: `${first + 1}-${term.to}`,
  });
}

function overTwoYears(text: string, identifier: keyof typeof BEGINS): Result<Period, PeriodFault> {
  const first = firstYear(text);
  if (first === null) return err({ kind: 'not-this-form', text });
  const month = BEGINS[identifier];
  return ok({
    timePeriod: bothYears(first),
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

/** Whether a period is a term of a school year. */
export const isTerm = (period: Pick<Period, 'timeIdentifier'>): boolean =>
  period.timeIdentifier.toLowerCase() in TERMS;

/** The period behind a stored key such as `2024 September`; null for a text that is none. */
export function periodFromKey(key: string): Period | null {
  const space = key.indexOf(' ');
  if (space < 0) return null;
  const found = periodFrom(key.slice(0, space), key.slice(space + 1));
  return found.ok ? found.value : null;
}

/** As people read it: `September 2024`, `2024`, `2024/25`, `Autumn term 2024/25`. */
export function formatPeriod(period: Pick<Period, 'timePeriod' | 'timeIdentifier'>): string {
  if ((MONTHS as readonly string[]).includes(period.timeIdentifier))
    return `${period.timeIdentifier} ${period.timePeriod}`;
  if (period.timePeriod.length !== 6) return period.timePeriod;
  const years = `${period.timePeriod.slice(0, 4)}/${period.timePeriod.slice(4)}`;
  return isTerm(period) ? `${period.timeIdentifier} ${years}` : years;
}

/** A day as people read it: `1 April 2013`. */
export const formatDay = (day: Day): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
