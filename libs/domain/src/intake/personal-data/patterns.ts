const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/** Whether ten digits are an NHS number: the tenth is a check digit, modulus 11. */
function isNhsNumber(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]) && !/^(\d)\1+$/.test(digits);
}

const UPN = /(?<![A-Za-z0-9])[A-Za-z]\d{11}[A-Za-z0-9](?![A-Za-z0-9])/;
const TEN_DIGITS = /(?<![\d.,])(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?![\d.,]\d|\d)/g;
const NATIONAL_INSURANCE =
  /(?<![A-Za-z0-9])[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z0-9])/i;
const POSTCODE =
  /(?<![A-Za-z0-9])(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}|GIR ?0AA)(?![A-Za-z0-9])/i;

/** Every identifier has a digit and at least five characters: most cells are passed by at once. */
const worthLooking = (text: string): boolean =>
  text.length >= 5 && /\d[A-Za-z]|[A-Za-z]\d|\d{3}[ -]?\d{3}|[A-Za-z] \d/.test(text);

/** What kind of personal identifier a text holds; null for none. The text itself is never passed on. */
export function identifierIn(text: string): string | null {
  if (!worthLooking(text)) return null;
  if (UPN.test(text)) return 'a pupil number';
  for (const match of text.matchAll(TEN_DIGITS))
    if (isNhsNumber(`${match[1]}${match[2]}${match[3]}`)) return 'an NHS number';
  if (NATIONAL_INSURANCE.test(text)) return 'a National Insurance number';
  return POSTCODE.test(text) ? 'a post code' : null;
}

const PERSONAL_HEADERS = new Set([
  'dob',
  'date of birth',
  'birth date',
  'birthdate',
  'd o b',
  'forename',
  'first name',
  'firstname',
  'given name',
  'surname',
  'last name',
  'lastname',
  'family name',
  'upn',
  'unique pupil number',
  'uln',
  'nhs number',
  'nhs no',
  'address',
  'home address',
  'postcode',
  'post code',
  'pupil name',
  'child name',
  'child s name',
  'name of child',
  'student name',
  'name of pupil',
]);

/** Whether a column is headed as one about a person: any name of the header, when it lists several. */
export const isPersonalHeader = (header: string): boolean =>
  header.split(/[,;/|&+]/).some((part) =>
    PERSONAL_HEADERS.has(
      part
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim(),
    ),
  );

const BIRTH =
  /(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)?\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)/;
const PERSON = /^\s*(?:[A-Z][a-z'’-]+,\s*)?[A-Z][a-z'’-]+(?:\s+[A-Z][a-z'’-]+){0,2}\s*$/;

export const hasBirthDate = (text: string): boolean => text.length >= 6 && BIRTH.test(text);

/** One to three capitalised words, and nothing else. */
export const looksLikeName = (text: string): boolean =>
  text.length >= 3 && text.length <= 60 && PERSON.test(text);
