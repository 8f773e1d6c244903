import { err, ok, type Result } from '../result.js';
import { addDays } from './london.js';
import { monthOf, MONTHS } from './months.js';
import type { Day, Period } from './period.js';
import { mondayOfWeek, timeIdentifier, type TimeIdentifier } from './time-identifiers.js';

export type PeriodFault = {
  readonly kind: 'unknown-identifier' | 'not-this-form';
  readonly text: string;
};

/**
 * A period from EES's `time_period` and `time_identifier`, its name or its code: `2024` + `September` (or `M9`), `2024` +
 * `Week 12`, `2024` + `Calendar year`, `202425` + `Academic year`, `Financial year Q1` or `Autumn term`. Six digits always
 * mean two consecutive years, so `202409` is none.
 */
export function periodFrom(timePeriod: string, identifier: string): Result<Period, PeriodFault> {
  const text = timePeriod.trim();
  const month = monthNumber(identifier.trim().toLowerCase());
  const week = weekNumber(identifier.trim().toLowerCase());
  const known = timeIdentifier(identifier);
  if (month === null && week === null && !known)
    return err({ kind: 'unknown-identifier', text: identifier });
  const first = known?.years === 2 ? firstYear(text) : oneYear(text);
  const period = first === null ? null : periodIn(first, { month, week, known });
  return period ? ok(period) : err({ kind: 'not-this-form', text: timePeriod });
}

type Named = {
  readonly month: number | null;
  readonly week: number | null;
  readonly known: TimeIdentifier | undefined;
};

/** The period of a year; null for a 53rd week in a year that has 52. */
function periodIn(year: number, { month, week, known }: Named): Period | null {
  if (month !== null) return monthOf(year, month);
  if (week !== null) {
    const start = mondayOfWeek(year, week);
    if (start >= mondayOfWeek(year + 1, 1)) return null;
    const end = addDays(start, 7);
    return { timePeriod: String(year), timeIdentifier: `Week ${week}`, start, end };
  }
  if (!known) return null;
  const { name, years, from, to } = known;
  return {
    timePeriod: years === 2 ? bothYears(year) : String(year),
    timeIdentifier: name,
    start: `${year + from[0]}-${from[1]}`,
    end: `${year + to[0]}-${to[1]}`,
  };
}

const oneYear = (text: string): number | null =>
  /^(19|20)\d{2}$/.test(text) ? Number(text) : null;

/** The first of two consecutive years, of `202425` or `2024/25`; null for anything else. */
function firstYear(text: string): number | null {
  const match = /^((?:19|20)\d{2})\/?(\d{2})$/.exec(text);
  const first = Number(match?.[1]);
  return match && (first + 1) % 100 === Number(match[2]) ? first : null;
}

const bothYears = (first: number): string =>
  `${first}${String((first + 1) % 100).padStart(2, '0')}`;

function monthNumber(identifier: string): number | null {
  const code = /^m(\d{1,2})$/.exec(identifier);
  if (code) return Number(code[1]) >= 1 && Number(code[1]) <= 12 ? Number(code[1]) : null;
  const index = MONTHS.findIndex((name) => name.toLowerCase() === identifier);
  return index < 0 ? null : index + 1;
}

function weekNumber(identifier: string): number | null {
  const week = Number(/^(?:week |w)(\d{1,2})$/.exec(identifier)?.[1]);
  return week >= 1 && week <= 53 ? week : null;
}

export const isMonth = ({ timeIdentifier: name }: Pick<Period, 'timeIdentifier'>): boolean =>
  (MONTHS as readonly string[]).includes(name);

/** Whether a period is a whole year, of whatever kind. */
export const isYear = ({ timeIdentifier: name }: Pick<Period, 'timeIdentifier'>): boolean =>
  name.endsWith(' year');

/** The years that are said without their kind. */
const PLAIN_YEARS = ['Calendar year', 'Academic year', 'Financial year'];

/** The period behind a stored key such as `2024 September`; null for a text that is none. */
export function periodFromKey(key: string): Period | null {
  const space = key.indexOf(' ');
  if (space < 0) return null;
  const found = periodFrom(key.slice(0, space), key.slice(space + 1));
  return found.ok ? found.value : null;
}

/** The months of a calendar year's quarters. */
const QUARTERS: Readonly<Record<string, string>> = {
  'Calendar year Q1': 'January to March',
  'Calendar year Q2': 'April to June',
  'Calendar year Q3': 'July to September',
  'Calendar year Q4': 'October to December',
};

/** The name of a period within its year, as people read it: `January to March` for a calendar year's first quarter. */
export const nameInYear = (timeIdentifier: string): string =>
  QUARTERS[timeIdentifier] ?? timeIdentifier;

/** As people read it: `September 2024`, `2024`, `2024/25`, `January to March 2024`, `Autumn term 2024/25`, `Week 12 2024`. */
export function formatPeriod(period: Pick<Period, 'timePeriod' | 'timeIdentifier'>): string {
  const { timePeriod, timeIdentifier: name } = period;
  const years =
    timePeriod.length === 6 ? `${timePeriod.slice(0, 4)}/${timePeriod.slice(4)}` : timePeriod;
  return PLAIN_YEARS.includes(name) ? years : `${nameInYear(name)} ${years}`;
}

/** A day as people read it: `1 April 2013`. */
export const formatDay = (day: Day): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
