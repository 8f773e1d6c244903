/** What a rule says of one month; null where the month has no figure. */
export type RuleMonth = {
  readonly alarm: boolean;
  /** Whether the month counts towards clearing. */
  readonly calm: boolean;
  /** Whether nothing may be told of this month; an alarm that lasts is told in the first month that is not muted. */
  readonly muted: boolean;
} | null;

export type AlertStanding = {
  readonly open: boolean;
  readonly event: 'opened' | 'cleared' | null;
};

/** Calm months in a row that end an alert. */
const CALM_MONTHS = 2;

/**
 * Folds what a rule says month by month, oldest first, into one alert at a time: it opens once, on the way up; stays open
 * until two observed months in a row are calm; and opens again only after that. A month without a figure changes nothing.
 */
export function alertPath(months: readonly RuleMonth[]): readonly AlertStanding[] {
  let open = false;
  let calm = 0;
  return months.map((month) => {
    if (month === null) return { open, event: null };
    calm = month.calm ? calm + 1 : 0;
    if (!open && month.alarm && !month.muted) {
      open = true;
      return { open, event: 'opened' };
    }
    if (open && calm >= CALM_MONTHS) {
      open = false;
      return { open, event: 'cleared' };
    }
    return { open, event: null };
  });
}
