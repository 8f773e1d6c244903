import { shareCheck, type ShareCheck } from './share-check.js';

export type ThresholdBunching = ShareCheck & {
  /** Cases of weeks 19 and 20 over the mean of weeks 16 and 17 and of weeks 23 and 24; null where those have none. */
  readonly ratio: number | null;
  /** The share of weeks 12 to 27 that the weeks around lead to expect in weeks 19 and 20. */
  readonly expected: number;
};

const FIRST = 12;
const LAST = 27;
const BEFORE_THRESHOLD = [19, 20];

/**
 * Whether more cases end just before the limit of 20 weeks than their neighbours lead to expect: `durations` in weeks, a case
 * of week 20 being one that took over 19 weeks and up to 20. The expected share is from a straight line through the numbers
 * of weeks 12 to 18 and 21 to 27; flagged above the 99th percentile of the binomial distribution with it. Durations that
 * are no numbers are passed over. Source of the idea: Kleven (2016).
 */
export function thresholdBunching(durations: readonly number[]): ThresholdBunching {
  const counts = new Map<number, number>();
  for (const duration of durations) {
    const week = Math.ceil(duration);
    if (week >= FIRST && week <= LAST) counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  const within = (weeks: readonly number[]) =>
    weeks.reduce((sum, week) => sum + (counts.get(week) ?? 0), 0);
  const around = Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at).filter(
    (week) => !BEFORE_THRESHOLD.includes(week),
  );
  const line = straightLine(around, (week) => counts.get(week) ?? 0);
  const fitted = BEFORE_THRESHOLD.reduce((sum, week) => sum + Math.max(0, line(week)), 0);
  const [found, others] = [within(BEFORE_THRESHOLD), within(around)];
  const expected = fitted === 0 ? 0 : fitted / (fitted + others);
  const neighbours = within([16, 17, 23, 24]) / 2;
  return {
    ...shareCheck(found, found + others, { expected }),
    ratio: neighbours > 0 ? found / neighbours : null,
    expected,
  };
}

/** The line of least squares through `value` of these weeks. */
function straightLine(
  weeks: readonly number[],
  value: (week: number) => number,
): (week: number) => number {
  const middle = weeks.reduce((sum, week) => sum + week, 0) / weeks.length;
  const mean = weeks.reduce((sum, week) => sum + value(week), 0) / weeks.length;
  const slope =
    weeks.reduce((sum, week) => sum + (week - middle) * value(week), 0) /
    weeks.reduce((sum, week) => sum + (week - middle) ** 2, 0);
  return (week) => mean + slope * (week - middle);
}
