/** Words as a list: “a”, “a and b”, “a, b and c”. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** A count with its noun, which adds an s: `1 month`, `2 months`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(count: number): string {
  const isTeen = count % 100 > 10 && count % 100 < 14;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}

/** A share as a percentage, without the noise of binary fractions: 0.95 is `95%`. */
export const percentOf = (share: number): string => `${Math.round(share * 1e6) / 1e4}%`;

const NOON = 12;

/** A time of day as people say it: `17:00` is `5 pm`, `09:30` is `9:30 am`. */
export function timeOfDay(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % NOON || NOON}${minutes} ${hour < NOON ? 'am' : 'pm'}`;
}

export const quoted = (text: string): string => `“${text}”`;
