/** Months are counted from January 2020: 2020 is only looked back on, the demonstration runs from 2021 to 2024. */
export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2024;
export const MONTHS_IN_ALL = (LAST_YEAR - FIRST_YEAR + 1) * 12;

/** `2024-03` as a number of months since January 2020. */
export const indexOfMonth = (month: string): number =>
  (Number(month.slice(0, 4)) - FIRST_YEAR) * 12 + Number(month.slice(5, 7)) - 1;

export const monthOf = (index: number): string =>
  `${FIRST_YEAR + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

/** The twelve indexes of a year. */
export const monthsOfYear = (year: number): readonly number[] =>
  Array.from({ length: 12 }, (_, i) => (year - FIRST_YEAR) * 12 + i);

export const YEARS: readonly number[] = [2021, 2022, 2023, 2024];

/** The months of the backfill, and those of the returns. */
export const BACKFILLED = monthsOfYear(2021).concat(monthsOfYear(2022));
export const RETURNED = monthsOfYear(2023).concat(monthsOfYear(2024));
