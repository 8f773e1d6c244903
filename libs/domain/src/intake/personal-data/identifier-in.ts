const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/** Whether ten digits are an NHS number: the tenth is a check digit, modulus 11. */
function isNhsNumber(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]) && !/^(\d)\1+$/.test(digits);
}

/** A letter and twelve digits, or a letter, eleven digits and a letter. Its check letter is not asked: all are refused. */
const PUPIL_NUMBER = /(?<![A-Za-z0-9])[A-Za-z]\d{11}[A-Za-z0-9](?![A-Za-z0-9])/;
const TEN_DIGITS = /(?<![\d.,])(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d|[.,]\d)/g;
const NATIONAL_INSURANCE =
  /(?<![A-Za-z0-9])(?!(?:a[mnst]|b[ey]|he|m[ey]|o[nr]|pm|we) )[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![A-Za-z0-9])/i;

/** The areas with which a post code begins: what looks like one in an area that does not exist is none ("Q1 1st"). */
const AREAS =
  'A[BL]|B[ABDHLNRSTX]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE';
const POSTCODE = new RegExp(
  `(?<![A-Za-z0-9])(?:(${AREAS})(\\d[A-Z\\d]?) ?(\\d[ABD-HJLNP-UW-Z]{2})|GIR ?0AA)(?![A-Za-z0-9])`,
  'gi',
);
const ORDINAL = /^(?:1st|2nd|3rd|\dth)$/;

/** A number of order after a letter and a figure looks like a post code: "S3 2nd quarter". */
function hasPostcode(text: string): boolean {
  for (const [, , district = '', unit = ''] of text.matchAll(POSTCODE))
    if (district.length !== 1 || !ORDINAL.test(unit)) return true;
  return false;
}

/** Every identifier has five characters and letters or digits close together: most cells are passed by at once. */
const WORTH_LOOKING = /\d[A-Za-z]|[A-Za-z]\d|\d{3}[ -]?\d{3}|[A-Za-z][ -]\d|\d[ -][A-Za-z]/;

/** What kind of personal identifier a text holds; null for none. The text itself is never passed on. */
export function identifierIn(sent: string): string | null {
  if (sent.length < 5 || !WORTH_LOOKING.test(sent)) return null;
  const text = sent.includes('\u00a0') ? sent.replaceAll('\u00a0', ' ') : sent;
  if (PUPIL_NUMBER.test(text)) return 'a pupil number';
  for (const [, a = '', b = '', c = ''] of text.matchAll(TEN_DIGITS))
    if (isNhsNumber(a + b + c)) return 'an NHS number';
  if (NATIONAL_INSURANCE.test(text)) return 'a National Insurance number';
  return hasPostcode(text) ? 'a post code' : null;
}
