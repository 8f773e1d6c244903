import { addDays, periodFrom, type Day, type Period } from '../periods/index.js';
import { isWorkingDay } from './working-days.js';

/** The terms of an academic year, by EES's names (codes T1, T2 and T3). */
export const TERMS = ['Autumn term', 'Spring term', 'Summer term'] as const;
export type TermName = (typeof TERMS)[number];

/** First and last day of something, both in it. */
type Span = { readonly starts: Day; readonly ends: Day };

/**
 * When schools are open in one term: of one council, or, with no council, where a council has not said. The half-term is
 * the days without school in the middle of it.
 */
export type SchoolTerm = Span & {
  readonly councilId: number | null;
  /** As EES writes it: `202425`. */
  readonly academicYear: string;
  readonly term: TermName;
  readonly halfTerm: Span | null;
  /** Where the days are from. */
  readonly source: string;
};

/** Where a day lies among the terms. `halfTerm`: the how many-th of the six half-terms of the academic year, 1 to 6. */
export type TermDay = { readonly term: SchoolTerm; readonly halfTerm: number };

const isIn = (day: Day, { starts, ends }: Span): boolean => starts <= day && day <= ends;

/** The terms of a council, in order: its own in the academic years for which it has named any, else those of all. */
export function termsOf(terms: readonly SchoolTerm[], councilId: number): readonly SchoolTerm[] {
  const own = new Set(
    terms.filter((one) => one.councilId === councilId).map(({ academicYear }) => academicYear),
  );
  return terms
    .filter((one) => one.councilId === (own.has(one.academicYear) ? councilId : null))
    .toSorted((a, b) => (a.starts < b.starts ? -1 : 1));
}

/**
 * The term in which a day lies, and which half-term of the year it is; null in the holidays. A weekend inside a term lies
 * in it. The days without school in the middle of a term lie in the term and in no half-term of it, so are null, too.
 */
export function termOn(day: Day, terms: readonly SchoolTerm[]): TermDay | null {
  const term = terms.find((one) => isIn(day, one));
  if (!term || (term.halfTerm && isIn(day, term.halfTerm))) return null;
  const isSecond = term.halfTerm !== null && day > term.halfTerm.ends;
  return { term, halfTerm: 2 * TERMS.indexOf(term.term) + (isSecond ? 2 : 1) };
}

/** A term as the period that EES knows it by; its days there are nominal (libs/domain/src/periods). */
export function periodOfTerm({ academicYear, term }: SchoolTerm): Period {
  const period = periodFrom(academicYear, term);
  if (!period.ok) throw new Error(`${academicYear} ${term} is not a period`);
  return period.value;
}

/**
 * How many days of a period schools are open: Monday to Friday in a term, without half-terms and bank holidays; days on
 * which only teachers work are not known here and count. Null when no term is known in the academic year of any of its
 * days, for then nothing can be said.
 */
export function schoolDaysIn(
  period: Pick<Period, 'start' | 'end'>,
  terms: readonly SchoolTerm[],
  holidays: ReadonlySet<Day>,
): number | null {
  const known = new Set(terms.map(({ academicYear }) => academicYear));
  let count = 0;
  for (let day = period.start; day < period.end; day = addDays(day, 1)) {
    if (!known.has(academicYearOf(day))) return null;
    if (isWorkingDay(day, holidays) && termOn(day, terms)) count += 1;
  }
  return count;
}

/** The academic year in which a day lies, September to August: `202425`. */
function academicYearOf(day: Day): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0);
  return `${year}${String((year + 1) % 100).padStart(2, '0')}`;
}
