/** A calendar day in Europe/London, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

/**
 * A typed interval in the codes of Explore Education Statistics (EES): `2024` + `September` is a month, `2024` +
 * `Calendar year` a year, `202425` + `Academic year` or `Financial year` runs over two, and `202425` + `Autumn term` is part of one. Half-open: `end` is the first
 * day after it.
 */
export type Period = {
  readonly timePeriod: string;
  readonly timeIdentifier: string;
  readonly start: Day;
  readonly end: Day;
};

/** The key under which a period is stored: one text a period, e.g. `2024 September`. */
export const periodKey = (period: Pick<Period, 'timePeriod' | 'timeIdentifier'>): string =>
  `${period.timePeriod} ${period.timeIdentifier}`;
