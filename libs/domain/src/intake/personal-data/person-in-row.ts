const DATE =
  /(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]((?:19|20)?\d{2})|((?:19|20)\d{2})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)/;
const DATE_IN_WORDS =
  /\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ((?:19|20)\d{2})\b/i;
const BORN = /\b(?:d\.?o\.?b\.?|born|birth ?date|date of birth|birthday)(?![a-z])/i;
const WORD = String.raw`\p{Lu}[\p{L}'’-]+`;
const FULL_NAME = new RegExp(String.raw`^(?:${WORD},\s*${WORD}|${WORD}(?:\s+${WORD}){1,2})$`, 'u');
const ONE_NAME = new RegExp(`^${WORD}$`, 'u');
/** Longer than any name that is read as one. */
const LONGEST_NAME = 60;

/** The year of a date in a text; null when there is none. Two digits are read as the last hundred years. */
function yearIn(text: string): number | null {
  if (text.length < 6) return null;
  const found = DATE.exec(text) ?? DATE_IN_WORDS.exec(text);
  const year = found?.[1] ?? found?.[2];
  if (year === undefined) return null;
  return year.length === 2 ? Number(year) + (Number(year) <= 30 ? 2000 : 1900) : Number(year);
}

/** A birth date that says so: "born 3/9/2014". */
export const saysBirthDate = (text: string): boolean =>
  text.length >= 8 && BORN.test(text) && yearIn(text) !== null;

/**
 * Whether cells of columns that the return does not know hold a date before the year that the row is about, beside what
 * reads as a name: a full name, or two single names. `notNames` are words written like names (England, Yes).
 */
export function isPersonIn(
  cells: readonly string[],
  aboutYear: number | null,
  notNames: ReadonlySet<string>,
): boolean {
  const dates = cells.filter((cell) => {
    const year = yearIn(cell);
    return year !== null && (aboutYear === null || year < aboutYear);
  });
  if (dates.length === 0) return false;
  const words = cells
    .map((cell) => cell.replace(DATE, '').trim())
    .filter((cell) => cell.length <= LONGEST_NAME && !notNames.has(cell.toLowerCase()));
  const single = words.filter((word) => ONE_NAME.test(word)).length;
  return single >= 2 || words.some((word) => FULL_NAME.test(word));
}
