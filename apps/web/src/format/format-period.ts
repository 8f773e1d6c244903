import { MONTHS, nameInYear, type Period } from '#domain/periods';
import { formatWords } from '../words/format.words.js';

const NAMES: readonly string[] = MONTHS;

const isMonth = (timeIdentifier: string): boolean => NAMES.includes(timeIdentifier);

const inASentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** `December 2024`, `January to March 2024`, `2023`, `2023 to 2024 academic year`. */
export function formatPeriod(period: Pick<Period, 'timePeriod' | 'timeIdentifier'>): string {
  const { timePeriod, timeIdentifier } = period;
  if (isMonth(timeIdentifier)) return `${timeIdentifier} ${timePeriod}`;
  if (timeIdentifier === 'Calendar year') return timePeriod;
  if (nameInYear(timeIdentifier) !== timeIdentifier)
    return `${nameInYear(timeIdentifier)} ${timePeriod}`;
  if (timePeriod.length === 6) {
    const from = timePeriod.slice(0, 4);
    const to = `${from.slice(0, 2)}${timePeriod.slice(4)}`;
    return formatWords.years(from, to, inASentence(timeIdentifier));
  }
  return `${timePeriod} ${inASentence(timeIdentifier)}`;
}

/** The same for a stored period key, `2024 December`. */
export function formatPeriodKey(key: string): string {
  const [timePeriod = '', ...identifier] = key.split(' ');
  return formatPeriod({ timePeriod, timeIdentifier: identifier.join(' ') });
}
