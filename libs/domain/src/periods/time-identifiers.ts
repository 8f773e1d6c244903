import { addDays } from './london.js';
import type { Day } from './period.js';

/** A day of the first or of the second of the years that a period is named after. */
type Edge = readonly [year: 0 | 1, monthAndDay: string];

/**
 * One of EES's time identifiers: its name and code, whether its `time_period` is one year (four digits) or two (six), its
 * first day and the first day after it.
 */
export type TimeIdentifier = {
  readonly name: string;
  readonly code: string;
  readonly years: 1 | 2;
  readonly from: Edge;
  readonly to: Edge;
};

const parts = (
  years: 1 | 2,
  rows: readonly (readonly [name: string, code: string, from: Edge, to: Edge])[],
): readonly TimeIdentifier[] =>
  rows.map(([name, code, from, to]) => ({ name, code, years, from, to }));

/**
 * Every identifier but months and weeks. Schools begin and end terms on days of their own, so the days of terms and
 * half-terms are nominal: they put them in order, Easter, where spring ends, is taken as 31 March, and the fifth half-term
 * ends with May. EES says of a reporting year only which year it is: its calendar year stands for it. Names, codes and
 * forms are those of DfE's Explore Education Statistics.
 */
export const TIME_IDENTIFIERS: readonly TimeIdentifier[] = [
  ...parts(1, [
    ['Calendar year', 'CY', [0, '01-01'], [1, '01-01']],
    ['Reporting year', 'RY', [0, '01-01'], [1, '01-01']],
    ['Calendar year Q1', 'CYQ1', [0, '01-01'], [0, '04-01']],
    ['Calendar year Q2', 'CYQ2', [0, '04-01'], [0, '07-01']],
    ['Calendar year Q3', 'CYQ3', [0, '07-01'], [0, '10-01']],
    ['Calendar year Q4', 'CYQ4', [0, '10-01'], [1, '01-01']],
  ]),
  ...parts(2, [
    ['Academic year', 'AY', [0, '09-01'], [1, '09-01']],
    ['Financial year', 'FY', [0, '04-01'], [1, '04-01']],
    ['Tax year', 'TY', [0, '04-06'], [1, '04-06']],
    ['Financial year Q1', 'FYQ1', [0, '04-01'], [0, '07-01']],
    ['Financial year Q2', 'FYQ2', [0, '07-01'], [0, '10-01']],
    ['Financial year Q3', 'FYQ3', [0, '10-01'], [1, '01-01']],
    ['Financial year Q4', 'FYQ4', [1, '01-01'], [1, '04-01']],
    ['Part 1 (April to September)', 'P1', [0, '04-01'], [0, '10-01']],
    ['Part 2 (October to March)', 'P2', [0, '10-01'], [1, '04-01']],
    ['Autumn term', 'T1', [0, '09-01'], [1, '01-01']],
    ['Autumn and spring term', 'T1T2', [0, '09-01'], [1, '04-01']],
    ['Spring term', 'T2', [1, '01-01'], [1, '04-01']],
    ['Summer term', 'T3', [1, '04-01'], [1, '09-01']],
    ['Five half terms', 'HT5', [0, '09-01'], [1, '06-01']],
    ['Six half terms', 'HT6', [0, '09-01'], [1, '09-01']],
  ]),
];

const byText = new Map(
  TIME_IDENTIFIERS.flatMap((one) =>
    [one.name, one.code].map((text) => [text.toLowerCase(), one] as const),
  ),
);

/** The identifier of a name or a code, in any case; of a quarter without its year, the calendar year's. */
export function timeIdentifier(text: string): TimeIdentifier | undefined {
  const wanted = text.trim().toLowerCase();
  return byText.get(/^q[1-4]$/.test(wanted) ? `cy${wanted}` : wanted);
}

/** The Monday with which a week of a year begins, by ISO 8601: week 1 has the first Thursday. */
export function mondayOfWeek(year: number, week: number): Day {
  const fourth = `${year}-01-04`;
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(fourth, 7 * (week - 1) - weekday);
}
