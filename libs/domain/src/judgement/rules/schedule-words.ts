import { ordinal, timeOfDay } from './rule-words.js';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const isNumber = (field: string, most: number): boolean =>
  /^\d+$/.test(field) && Number(field) <= most;

/** When a schedule of five fields lets a rule be judged, in words where it is a simple one; else the fields themselves. */
export function scheduleWords(schedule: string): string {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = schedule.split(/\s+/);
  const days = month === '*' ? daysWords(day, weekday) : null;
  return days !== null && isNumber(minute, 59) && isNumber(hour, 23)
    ? `${days} at ${timeOfDay(`${hour}:${minute}`)}`
    : `at the times of the schedule “${schedule}” (minute, hour, day, month, weekday, in London)`;
}

function daysWords(day: string, weekday: string): string | null {
  if (day === '*' && weekday === '*') return 'every day';
  if (day === '*' && weekday === '1-5') return 'from Monday to Friday';
  if (day === '*' && isNumber(weekday, 6)) return `every ${WEEKDAYS[Number(weekday)] ?? ''}`;
  return weekday === '*' && isNumber(day, 31) && Number(day) > 0
    ? `on the ${ordinal(Number(day))} of each month`
    : null;
}
