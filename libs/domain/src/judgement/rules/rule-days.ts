import { MONTHS } from '../../periods/index.js';
import type { Day } from '../../periods/period.js';

/** `1 September 2024`. */
export function formatDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}
