import { MONTHS, monthsBefore, periodKey, type Period } from '../../periods/index.js';

const MONTH_NAMES: ReadonlySet<string> = new Set(MONTHS);
const isMonthName = (identifier: string): boolean => MONTH_NAMES.has(identifier);

/** Which identifiers may stand in one file: months, terms, quarters of one kind of year, weeks; each other one by itself. */
function kindOf({ timeIdentifier }: Period): string {
  if (isMonthName(timeIdentifier)) return 'month';
  if (/^(?:Autumn|Spring|Summer) term$/.test(timeIdentifier)) return 'term';
  return timeIdentifier.replace(/\d.*$/, '');
}

const byStart = (a: Period, b: Period): number =>
  a.start === b.start ? (periodKey(a) < periodKey(b) ? -1 : 1) : a.start < b.start ? -1 : 1;

/**
 * The periods of a file, oldest first: those that have a figure and are of the newest one's kind, since EES takes one kind
 * a file. `everyMonth`: also the months between, of what is asked for each month.
 */
export function periodsOfFile(all: readonly Period[], everyMonth: boolean): readonly Period[] {
  const sorted = [...new Map(all.map((one) => [periodKey(one), one])).values()].toSorted(byStart);
  const newest = sorted.at(-1);
  const periods = sorted.filter((one) => newest && kindOf(one) === kindOf(newest));
  const [first] = periods;
  if (!first || !newest || !everyMonth || !isMonthName(newest.timeIdentifier)) return periods;
  const months = [newest];
  for (let month = newest; month.start > first.start; months.unshift(month))
    month = monthsBefore(month, 1);
  return months;
}
